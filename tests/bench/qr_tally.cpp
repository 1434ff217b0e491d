#include "tests/bench/qr_tally.h"

#include <algorithm>
#include <ctime>
#include <format>
#include <optional>
#include <string>
#include <utility>

#include "tests/bench/figure.h"
#include "tests/support/code_text.h"

namespace motlan::testing {
namespace {

constexpr Unit kRate{1};
constexpr Unit kMean{2};

// What the reader wants to reach, in percent; nothing where no goal was set.
std::optional<Limit> goal_of(std::string_view row) {
    static constexpr auto kGoals =
        std::to_array<std::pair<std::string_view, double>>({{"all 29 rows", 86},
                                                            {"kiosk mix", 92},
                                                            {"blur 0.6-0.8", 30},
                                                            {"glare M", 75},
                                                            {"8 pictures of kiosk hard", 70},
                                                            {"8 pictures of glare M, moving", 98}});
    const auto* found = std::ranges::find(kGoals, row, [](const auto& goal) { return goal.first; });
    if (found == kGoals.end()) return std::nullopt;
    return at_least(found->second);
}

// Only what is ours has limits.
std::optional<Limit> ours(std::size_t reader, std::optional<Limit> limit) {
    return reader == 0 ? limit : std::nullopt;
}

// The time that this thread has had of a core: a busy machine changes it little.
double thread_milliseconds() {
    std::timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

double percent(int part, int whole) { return whole > 0 ? 100.0 * part / whole : 0; }

}  // namespace

Tally::Tally(std::vector<Reader> readers) : readers_(std::move(readers)), costs_(readers_.size()) {}

std::string Tally::timed(std::size_t reader, const ReadOne& read, const Image& picture) {
    const double begin = thread_milliseconds();
    Said said = read(picture.view());
    const double took = said.milliseconds.value_or(thread_milliseconds() - begin);
    costs_[reader].total += took;
    costs_[reader].slowest = std::max(costs_[reader].slowest, took);
    ++costs_[reader].pictures;
    return std::move(said.text);
}

void Tally::single(std::string_view row, const std::string& payload, const Image& picture) {
    sequence(row, payload, std::span(&picture, 1));
}

void Tally::sequence(std::string_view row, const std::string& payload,
                     std::span<const Image> pictures) {
    auto& counts = rows_.try_emplace(std::string(row), readers_.size()).first->second;
    for (std::size_t reader = 0; reader < readers_.size(); ++reader) {
        const ReadOne read = readers_[reader].start();
        ++counts[reader].shown;
        for (const Image& picture : pictures) {
            const std::string text = timed(reader, read, picture);
            ++counts[reader].pictures;
            if (text.empty()) continue;
            ++(text == payload ? counts[reader].read : costs_[reader].wrong);
            break;
        }
    }
}

void Tally::photo(std::string_view row, const std::string& text, const Image& picture) {
    auto& counts = rows_.try_emplace(std::string(row), readers_.size()).first->second;
    bool has_other_read = false;
    for (std::size_t reader = 0; reader < readers_.size(); ++reader) {
        const std::string read = readers_[reader].start()(picture.view()).text;
        ++counts[reader].shown;
        if (read.empty()) continue;
        const bool is_right = is_same_text(read, text);
        ++(is_right ? counts[reader].read : costs_[reader].wrong);
        has_other_read = has_other_read || (is_right && readers_[reader].name != "ours");
    }
    ++others_.shown;
    others_.read += has_other_read ? 1 : 0;
}

void Tally::print_photos(std::string_view row) const {
    print_row(row);
    if (others_.shown == 0 || readers_.size() < 2) return;
    print_figure(std::format("{}, the others together", row), percent(others_.read, others_.shown),
                 kRate);
}

void Tally::print_row(std::string_view row) const {
    const auto counts = rows_.find(row);
    if (counts == rows_.end()) return;
    for (std::size_t reader = 0; reader < readers_.size(); ++reader) {
        const Count& count = counts->second[reader];
        print_figure(std::format("{}, {}", row, readers_[reader].name),
                     percent(count.read, count.shown), kRate, ours(reader, goal_of(row)));
        if (!row.starts_with("8 ")) continue;
        const bool has_limit = reader == 0 && row == "8 pictures of clean M";
        print_figure(std::format("{}, {}, pictures until read", row, readers_[reader].name),
                     double(count.pictures) / std::max(1, count.shown), kRate,
                     has_limit ? std::optional(at_most(3)) : std::nullopt);
    }
}

void Tally::print_all() const {
    const auto zxing = std::ranges::find(readers_, "zxing", &Reader::name) - readers_.begin();
    for (std::size_t reader = 0; reader < readers_.size(); ++reader) {
        Count all;
        for (const auto& row : rows_) {
            all.shown += row.second[reader].shown;
            all.read += row.second[reader].read;
        }
        const Cost& cost = costs_[reader];
        const std::string_view name = readers_[reader].name;
        const double mean = cost.total / std::max(1, cost.pictures);
        const std::string rows = std::format("all {} rows", rows_.size());
        print_figure(std::format("{}, {}", rows, name), percent(all.read, all.shown), kRate,
                     ours(reader, goal_of(rows)));
        print_figure(std::format("mean picture in ms, {}", name), mean, kMean);
        print_figure(std::format("slowest picture in ms, {}", name), cost.slowest, kRate,
                     ours(reader, at_most(60)));
        if (reader != 0 || std::size_t(zxing) >= readers_.size()) continue;
        const Cost& plain = costs_[std::size_t(zxing)];
        print_figure("mean picture against plain zxing", mean * plain.pictures / plain.total, kMean,
                     at_most(3));
    }
}

void Tally::print_wrong() const {
    for (std::size_t reader = 0; reader < readers_.size(); ++reader) {
        print_figure(std::format("wrong texts, {}", readers_[reader].name), costs_[reader].wrong,
                     {}, ours(reader, at_most(0)));
    }
}

}  // namespace motlan::testing

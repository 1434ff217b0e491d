#include "tests/bench/qr_tally.h"

#include <algorithm>
#include <ctime>
#include <print>

#include "tests/support/code_text.h"

namespace motlan::testing {
namespace {

// What the reader wants to reach, in percent; nothing where no goal was set.
std::string_view goal_of(std::string_view row) {
    static constexpr auto kGoals = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"all 29 rows", "86"},
         {"kiosk mix", "92"},
         {"blur 0.6-0.8", "30"},
         {"glare M", "75"},
         {"8 pictures of kiosk hard", "70"},
         {"8 pictures of glare M, moving", "98"}});
    const auto* found = std::ranges::find(kGoals, row, [](const auto& goal) { return goal.first; });
    return found == kGoals.end() ? "" : found->second;
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
    std::println("{}, the others together\t{:.1f}\t", row, percent(others_.read, others_.shown));
}

void Tally::print_row(std::string_view row) const {
    const auto counts = rows_.find(row);
    if (counts == rows_.end()) return;
    for (std::size_t reader = 0; reader < readers_.size(); ++reader) {
        const Count& count = counts->second[reader];
        std::println("{}, {}\t{:.1f}\t{}", row, readers_[reader].name,
                     percent(count.read, count.shown), reader == 0 ? goal_of(row) : "");
        if (!row.starts_with("8 ")) continue;
        const bool has_limit = reader == 0 && row == "8 pictures of clean M";
        std::println("{}, {}, pictures until read\t{:.1f}\t{}", row, readers_[reader].name,
                     double(count.pictures) / std::max(1, count.shown), has_limit ? "3" : "");
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
        std::println("all {} rows, {}\t{:.1f}\t{}", rows_.size(), name,
                     percent(all.read, all.shown),
                     reader == 0 ? goal_of(std::format("all {} rows", rows_.size())) : "");
        std::println("mean picture in ms, {}\t{:.2f}\t", name, mean);
        std::println("slowest picture in ms, {}\t{:.1f}\t{}", name, cost.slowest,
                     reader == 0 ? "60" : "");
        if (reader != 0 || std::size_t(zxing) >= readers_.size()) continue;
        const Cost& plain = costs_[std::size_t(zxing)];
        std::println("mean picture against plain zxing\t{:.2f}\t3",
                     mean * plain.pictures / plain.total);
    }
}

void Tally::print_wrong() const {
    for (std::size_t reader = 0; reader < readers_.size(); ++reader) {
        std::println("wrong texts, {}\t{}\t{}", readers_[reader].name, costs_[reader].wrong,
                     reader == 0 ? "0" : "");
    }
}

}  // namespace motlan::testing

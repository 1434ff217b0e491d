// What drawing costs without a graphics card at 1080x1920, beside the limits: every screen whole,
// in every size; a key, a press, a changed language, size or colour; a second in which nothing
// happens. Each figure is a median; the peer of every part is the same picture drawn whole.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <format>
#include <functional>
#include <print>
#include <vector>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/window.h"
#include "tests/bench/figure.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace {

using namespace motlan;

constexpr int kRounds = 21;
constexpr double kFrameLimit = 33;  // ms: architecture, section 7

double milliseconds(std::clock_t ticks) {
    return 1000.0 * static_cast<double>(ticks) / CLOCKS_PER_SEC;
}

/// Processor time of one picture: other programs on this machine do not count.
struct Cost {
    double ms = 0;
    double pixels = 0;
};

class Bench {
public:
    explicit Bench(Window& window) : window_(window) {}

    Cost draw(const State& state) {
        const std::clock_t begin = std::clock();
        window_.refresh();
        while (window_.needs_drawing()) {
            window_.show([&](Ui& ui) {
                static_cast<void>(draw_state(ui, state, motlan::testing::sample_office()));
            });
        }
        return {milliseconds(std::clock() - begin), static_cast<double>(window_.drawn_pixels())};
    }

    Cost whole(const State& state) {
        static_cast<void>(draw(state));
        return median([&] {
            window_.redraw();
            return draw(state);
        });
    }

    /// From one state to the other and back.
    Cost change(const State& one, const State& other) {
        bool is_other = false;
        static_cast<void>(draw(one));
        static_cast<void>(draw(other));
        static_cast<void>(draw(one));
        return median([&] {
            is_other = !is_other;
            return draw(is_other ? other : one);
        });
    }

    /// A finger comes down on the node, or leaves it.
    Cost press(const State& state, std::string_view id) {
        static_cast<void>(draw(state));
        const Node* node = window_.tree().find(id);
        if (node == nullptr) return {};
        const Point at = node->rect.center();
        TouchTime now = std::chrono::hours(24);  // long after the screen came
        return median([&] {
            now += TouchTime{1000};
            window_.touch({TouchKind::Down, 1, at, now});
            const Cost cost = draw(state);
            window_.touch({TouchKind::Cancel, 1, at, now + TouchTime{10}});
            static_cast<void>(draw(state));
            return cost;
        });
    }

private:
    static Cost median(const std::function<Cost()>& measure) {
        std::vector<Cost> costs;
        for (int i = 0; i < kRounds; ++i) costs.push_back(measure());
        std::ranges::nth_element(costs, costs.begin() + kRounds / 2, {}, &Cost::ms);
        return costs[kRounds / 2];
    }

    Window& window_;
};

void row(std::string_view what, double value, double limit, std::string_view unit) {
    std::println("{:<58} {:>8.3f} {:<2} limit {:>6} {:<2} ratio {:>5.2f}  {}", what, value, unit,
                 limit, unit, value / limit,
                 motlan::testing::verdict(value, motlan::testing::Goal::AtMost, limit));
}

State state_of(std::string_view name) {
    std::vector<motlan::testing::Sample> all = motlan::testing::samples();
    return std::ranges::find(all, name, &motlan::testing::Sample::name)->state;
}

void show_whole(Bench& bench, TextSize size) {
    double worst = 0;
    std::string slowest;
    for (motlan::testing::Sample& sample : motlan::testing::samples()) {
        sample.state.comfort.size = size;
        const double ms = bench.whole(sample.state).ms;
        if (ms > worst) slowest = sample.name;
        worst = std::max(worst, ms);
    }
    row(std::format("slowest of all screens, whole, size {} ({})", static_cast<int>(size) + 1,
                    slowest),
        worst, kFrameLimit, "ms");
}

void show_share(std::string_view what, const Cost& part, const Cost& whole, double limit) {
    row(std::format("{}: pixels of a whole picture", what), 100 * part.pixels / whole.pixels, limit,
        "%");
    row(std::format("{}: processor time of a whole picture", what), 100 * part.ms / whole.ms, limit,
        "%");
}

}  // namespace

int main() {
    auto window = Window::open({.panel = {}, .place = WindowPlace::Nowhere, .title = "bench"});
    if (!window) return EXIT_FAILURE;
    Bench bench(*window);
    for (const TextSize size : {TextSize::Normal, TextSize::ExtraLarge}) show_whole(bench, size);

    const State text = state_of("ask_question.text");
    State longer = text;
    std::get<AskQuestion>(longer.screen).draft += "n";
    const Cost whole = bench.whole(text);
    show_share("one more letter", bench.change(text, longer), whole, 5);
    show_share("a key under a finger", bench.press(text, "key.n"), whole, 5);
    State later = text;
    later.now += std::chrono::minutes(1);
    show_share("the clock's next minute", bench.change(text, later), whole, 5);

    row("touch in, picture out", bench.press(text, "key.n").ms, 50, "ms");
    const State details = state_of("check_details.copy");
    const std::vector<std::pair<std::string_view, std::function<void(Comfort&)>>> changes{
        {"language", [](Comfort& c) { c.language = Language::English; }},
        {"size", [](Comfort& c) { c.size = TextSize::ExtraLarge; }},
        {"colours", [](Comfort& c) { c.theme = ColourTheme::HighContrast; }},
        {"reach", [](Comfort& c) { c.is_low = true; }}};
    for (const auto& [name, change] : changes) {
        State other = details;
        change(other.comfort);
        row(std::format("another {}", name), bench.change(details, other).ms, kFrameLimit, "ms");
    }
    row("another screen", bench.change(details, state_of("review_all.copy")).ms, kFrameLimit, "ms");
    // The kiosk draws when its clock shows another minute, else not at all.
    row("drawing while nothing happens, share of a core",
        bench.change(text, later).ms / 60'000 * 100, 0.1, "%");
    return EXIT_SUCCESS;
}

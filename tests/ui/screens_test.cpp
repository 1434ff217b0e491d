// Walking on from every sample: nothing that can be touched is dead, and what is drawn depends on
// the state alone.
#include <algorithm>
#include <format>
#include <functional>
#include <map>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/flow/step.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

/// Everything that the screen means, also what is private, as text.
std::string meaning(const SemanticTree& tree) {
    std::string all;
    for (const Node& node : tree.nodes()) {
        all += std::format("{}|{}|{}|{},{},{},{}|{}{}{}\n", node.id, node.label.shown, node.value,
                           node.rect.x, node.rect.y, node.rect.w, node.rect.h, node.is_enabled,
                           node.is_selected, node.is_covered);
    }
    return all;
}

std::vector<std::string> live_ids(const SemanticTree& tree) {
    std::vector<std::string> ids;
    for (const Node& node : tree.nodes()) {
        if (node.is_live()) ids.push_back(node.id);
    }
    return ids;
}

/// Whether a tap that gave this event moves the visit on or asks the world for something.
bool goes_on(Glass& glass, const State& state, const Event& event, const std::string& before) {
    const Next next = step(state, event, sample_office());
    if (!next.effects.empty()) return true;
    glass.draw(next.state);
    return meaning(glass.tree()) != before;
}

/// Whether a tap does something: its event moves the visit on, or another part is shown. A key may
/// have nothing to write, and what is chosen may be chosen again.
bool is_alive(Glass& glass, const State& state, const std::string& id) {
    glass.forget();
    glass.draw(state);
    const std::string before = meaning(glass.tree());
    const Node node = *glass.tree().find(id);
    const auto event = glass.draw(state, {.chosen = id});
    if (event && (node.role == NodeRole::Key || node.is_selected)) return true;
    if (event) return goes_on(glass, state, *event, before);
    glass.draw(state);
    return meaning(glass.tree()) != before;
}

Colour pixel_at(const Image& picture, int x, int y) {
    const auto at = static_cast<std::size_t>(y * picture.width + x) * 3;
    return {picture.pixels.at(at), picture.pixels.at(at + 1), picture.pixels.at(at + 2)};
}

/// The contrast that an eye finds: between the colour that most of the box has and the one that
/// stands out most from it.
double seen_contrast(const Image& picture, const Rect& extent) {
    std::map<std::uint32_t, int> counts;
    for (int y = extent.y; y < extent.bottom(); ++y) {
        for (int x = extent.x; x < extent.right(); ++x) {
            const Colour c = pixel_at(picture, x, y);
            ++counts[(std::uint32_t{c.r} << 16U) | (std::uint32_t{c.g} << 8U) | c.b];
        }
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& e) { return e.second; });
    const Colour ground = Colour::hex(most->first);
    double best = 1;
    for (const auto& [colour, count] : counts)
        best = std::max(best, contrast(Colour::hex(colour), ground));
    return best;
}

/// What the sample shows: a screen, or what is laid over one.
std::string kind_of(const Sample& sample) {
    const bool is_over = sample.name.starts_with("overlay.") || sample.name.starts_with("staff.");
    const auto first = sample.name.find('.');
    return sample.name.substr(0, is_over ? sample.name.find('.', first + 1) : first);
}

/// Its share of the looks in which its kind is drawn: together they are every theme and size.
std::vector<Look> looks_of(const Sample& sample, const std::vector<Sample>& all,
                           std::map<std::string, std::size_t>& drawn) {
    const std::string kind = kind_of(sample);
    const auto kin = static_cast<std::size_t>(
        std::ranges::count(all, kind, [](const Sample& one) { return kind_of(one); }));
    std::vector<Look> looks = colour_looks(std::hash<std::string>{}(kind) % 144);
    if (is_full_audit()) return looks;
    std::vector<Look> share;
    for (std::size_t i = 0; i < (looks.size() + kin - 1) / kin; ++i)
        share.push_back(looks[drawn[kind]++ % looks.size()]);
    return share;
}

}  // namespace

TEST_CASE("a tap on anything that can be touched does something", "[ui]") {
    Glass glass(kPortrait);
    for (const Sample& sample : samples()) {
        glass.forget();
        glass.draw(sample.state);
        for (const std::string& id : live_ids(glass.tree())) {
            // Who has signed in need not be called.
            if (sample.name.starts_with("staff.") && id == "access.staff") continue;
            INFO(sample.name << ": " << id);
            CHECK(is_alive(glass, sample.state, id));
        }
    }
}

TEST_CASE("without a tap no screen says that anything happened", "[ui]") {
    Glass glass(kPortrait);
    for (const Sample& sample : samples()) {
        INFO(sample.name);
        CHECK_FALSE(glass.draw(sample.state).has_value());
    }
}

TEST_CASE("under a dialog nothing but the dialog can be touched", "[ui]") {
    Glass glass(kPortrait);
    for (const Sample& sample : samples()) {
        if (!sample.name.starts_with("overlay.") && !sample.name.ends_with(".dropped")) continue;
        glass.forget();
        glass.draw(sample.state);
        const auto ids = live_ids(glass.tree());
        INFO(sample.name);
        CHECK_FALSE(ids.empty());
        CHECK(std::ranges::all_of(ids, [](const std::string& id) {
            return id.ends_with(".primary") || id.ends_with(".other") || id.ends_with(".third") ||
                   id.starts_with("settings.");
        }));
    }
}

TEST_CASE("an answer that was dropped is told once", "[ui]") {
    Glass glass(kPortrait);
    std::vector<Sample> all = samples();
    const auto dropped = std::ranges::find(all, "review_all.dropped", &Sample::name);
    glass.draw(dropped->state);
    REQUIRE(glass.tree().find("dropped.primary") != nullptr);

    CHECK(glass.draw(dropped->state, {.chosen = "dropped.primary"}).has_value());
    glass.draw(dropped->state);

    CHECK(glass.tree().find("dropped.primary") == nullptr);
}

TEST_CASE("choices open at the page of the one that was chosen", "[ui]") {
    Glass glass(kLandscape);
    std::vector<Sample> all = samples();
    State state = std::ranges::find(all, "ask_question.choice", &Sample::name)->state;
    state.comfort.size = TextSize::ExtraLarge;
    std::get<AskQuestion>(state.screen).draft = "other";
    glass.draw(state);
    REQUIRE(glass.tree().find("answer.other") != nullptr);
    REQUIRE(glass.tree().find("answer.first") == nullptr);

    glass.draw(state, {.chosen = "answer.choices.before"});
    glass.draw(state);

    CHECK(glass.tree().find("answer.other") == nullptr);
}

TEST_CASE("the same state gives the same picture, another state another", "[ui]") {
    Glass one(kPortrait);
    Glass other(kPortrait);
    std::vector<Sample> all = samples();
    const auto state_of = [&](std::string_view name) {
        return std::ranges::find(all, name, &Sample::name)->state;
    };
    const Image first = one.picture(state_of("check_details.copy"));

    static_cast<void>(other.picture(state_of("welcome")));
    other.forget();
    CHECK(other.picture(state_of("check_details.copy")).pixels == first.pixels);
    CHECK(one.picture(state_of("check_details.residence")).pixels != first.pixels);
    one.forget();
    CHECK(one.picture(state_of("check_details.copy")).pixels == first.pixels);
}

TEST_CASE("letters stand out from the pixels that they are drawn on, in every theme and size",
          "[ui]") {
    Glass portrait(kPortrait);
    Glass landscape(kLandscape);
    std::vector<Sample> all = samples();
    std::map<std::string, std::size_t> drawn;
    for (Sample& sample : all) {
        for (const Look& look : looks_of(sample, all, drawn)) {
            sample.state.comfort = look.comfort;
            Glass& glass = look.panel.is_portrait() ? portrait : landscape;
            glass.forget();
            const Image picture = glass.picture(sample.state);
            for (const Node& node : glass.tree().nodes()) {
                const bool is_bare = node.role == NodeRole::Field && node.value.empty();
                if (!node.setting || node.is_covered || is_bare) continue;
                const double least = node.is_touchable && !node.is_enabled ? 4.5 : 7.0;
                const double seen = seen_contrast(picture, node.setting->extent);
                INFO(sample.name << " (" << look.name << "): " << node.id << " " << seen);
                // The ink of a letter is reached where a stroke covers a pixel wholly.
                CHECK(seen > least);
            }
        }
    }
}

}  // namespace motlan::testing

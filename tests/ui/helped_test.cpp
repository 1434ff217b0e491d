// What a helper's screen shows: nothing that the citizen has not granted, on any screen.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/drawing.h"
#include "tests/ui/sample_staff.h"

namespace motlan::testing {
namespace {

/// Of the citizen of all samples: name, number, birth, home, dossiers.
constexpr auto kPrivate = std::to_array<std::string_view>(
    {"Hòa", "040151000217", "040 *** *** 217", "12/03/1951", "1951", "Xóm 4", "H41-"});
/// What was answered.
constexpr auto kAnswered =
    std::to_array<std::string_view>({"Nguyễn Sinh Cung", "Trường Vinh", "Số 12"});

/// Everything that the tree says, to eyes or ears.
std::string said(const SemanticTree& tree) {
    std::string all;
    for (const Node& node : tree.nodes())
        all += node.id + "|" + node.label.shown + "|" + node.label.spoken + "|" + node.value + "\n";
    return all;
}

void check_hidden(const State& state, std::span<const std::string_view> words) {
    Glass glass(kPortrait);
    glass.draw(state);
    const std::string all = said(glass.tree());
    for (const std::string_view word : words) {
        INFO(word << " in\n" << all);
        CHECK_FALSE(all.contains(word));
    }
}

bool may_have_help(const Screen& screen) {
    return !std::holds_alternative<Welcome>(screen) &&
           !std::holds_alternative<Submitting>(screen) &&
           !std::holds_alternative<Goodbye>(screen) &&
           !std::holds_alternative<OutOfService>(screen);
}

}  // namespace

TEST_CASE("no screen shows a helper whose visit it is", "[ui]") {
    for (const Sample& sample : samples()) {
        if (!may_have_help(sample.state.screen)) continue;
        INFO(sample.name);
        check_hidden(helped(sample.state, HelpScope::Guide), kPrivate);
        check_hidden(helped(sample.state, HelpScope::Type), kPrivate);
    }
}

TEST_CASE("a helper sees an answer only while it is being typed", "[ui]") {
    for (const Sample& sample : samples()) {
        if (!may_have_help(sample.state.screen)) continue;
        INFO(sample.name);
        check_hidden(helped(sample.state, HelpScope::Guide), kAnswered);
        if (std::holds_alternative<AskQuestion>(sample.state.screen)) continue;
        check_hidden(helped(sample.state, HelpScope::Type), kAnswered);
    }
}

TEST_CASE("while somebody signs in or the citizen is asked, the visit is not shown", "[ui]") {
    for (const Sample& sample : samples()) {
        INFO(sample.name);
        for (const Overlay& overlay :
             {Overlay(StaffEntry{}), Overlay(StaffEntry{.stage = EntryStage::Pin, .pin = "24"}),
              Overlay(AskHelp{})}) {
            State state = sample.state;
            state.overlay = overlay;
            check_hidden(state, kPrivate);
            check_hidden(state, kAnswered);
        }
    }
}

TEST_CASE("the digits of a PIN are not shown or said", "[ui]") {
    for (const Sample& sample : samples()) {
        if (sample.name != "staff.pin") continue;
        Glass glass(kPortrait);
        glass.draw(sample.state);
        const Node* field = glass.tree().find("entry.digits");
        REQUIRE(field != nullptr);
        CHECK(field->value == "•••");
        CHECK(field->privacy == Privacy::Masked);
    }
}

TEST_CASE("every screen that a helper sees hands the kiosk back", "[ui]") {
    for (const Sample& sample : samples()) {
        if (!may_have_help(sample.state.screen)) continue;
        Glass glass(kPortrait);
        const State state = helped(sample.state, HelpScope::Type);
        glass.draw(state);
        INFO(sample.name);
        const Node* back = glass.tree().find("help.hand_back");
        REQUIRE(back != nullptr);
        // A dialog is answered first.
        if (back->is_covered) continue;
        CHECK(back->is_live());
        CHECK(glass.tree().find("help.banner") != nullptr);
        const auto event = glass.draw(state, {.chosen = "help.hand_back"});
        REQUIRE(event);
        CHECK(std::holds_alternative<HandedBack>(*event));
    }
}

}  // namespace motlan::testing

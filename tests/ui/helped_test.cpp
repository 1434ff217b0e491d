// What a helper's screen shows: nothing that the citizen has not granted, on any screen.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/narrator.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_staff.h"

namespace motlan::testing {
namespace {

/// Everything that the tree says, to eyes or ears.
std::string said(const SemanticTree& tree) {
    std::string all;
    for (const Node& node : tree.nodes())
        all += node.id + "|" + node.label.shown + "|" + node.label.spoken + "|" + node.value + "\n";
    return all;
}

using Words = std::span<const std::string_view>;

void check_hidden(const State& state, std::initializer_list<Words> lists) {
    Glass glass(kPortrait);
    glass.draw(state);
    const std::string all = said(glass.tree());
    for (const std::string_view word : lists | std::views::join) {
        if (!all.contains(word)) continue;
        FAIL_CHECK(word << " in\n" << all);
    }
    CHECK_FALSE(all.empty());
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
        check_hidden(helped(sample.state, HelpScope::Guide), {kPrivateWords});
        check_hidden(helped(sample.state, HelpScope::Type), {kPrivateWords});
    }
}

TEST_CASE("a helper sees an answer only while it is being typed", "[ui]") {
    for (const Sample& sample : samples()) {
        if (!may_have_help(sample.state.screen)) continue;
        INFO(sample.name);
        check_hidden(helped(sample.state, HelpScope::Guide), {kAnsweredWords});
        if (std::holds_alternative<AskQuestion>(sample.state.screen)) continue;
        check_hidden(helped(sample.state, HelpScope::Type), {kAnsweredWords});
    }
}

TEST_CASE("a helper who may type one item sees no answer on any other screen", "[ui]") {
    const ItemId elsewhere("no.such_item");
    for (const Sample& sample : samples()) {
        if (!may_have_help(sample.state.screen)) continue;
        INFO(sample.name);
        check_hidden(helped(sample.state, HelpScope::Type, elsewhere),
                     {kPrivateWords, kAnsweredWords});
    }
}

TEST_CASE("while somebody signs in or the citizen is asked, the visit is not shown", "[ui]") {
    for (const Sample& sample : samples()) {
        INFO(sample.name);
        for (const Overlay& overlay :
             {Overlay(StaffEntry{}), Overlay(StaffEntry{.stage = EntryStage::Pin, .pin = "24"}),
              Overlay(AskHelp{}), Overlay(WitnessWish{}), Overlay(WitnessedSigning{}),
              Overlay(ExceptionWish{})}) {
            State state = sample.state;
            state.overlay = overlay;
            check_hidden(state, {kPrivateWords, kAnsweredWords});
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
        const auto said = [&](std::string_view key, Earshot earshot) {
            const Node* node = glass.tree().find(key);
            REQUIRE(node != nullptr);
            return node_speech(*node, glass.tree(), Language::English, earshot);
        };
        CHECK(said("key.2", Earshot::Room) == said("key.7", Earshot::Room));
        CHECK(said("key.2", Earshot::Headphones) != said("key.7", Earshot::Headphones));
    }
}

TEST_CASE("every screen that a helper sees hands the kiosk back", "[ui]") {
    for (const Sample& sample : samples()) {
        if (!may_have_help(sample.state.screen)) continue;
        Glass glass(kPortrait);
        const State state = helped(sample.state, HelpScope::Type);
        glass.draw(state);
        INFO(sample.name);
        const Node* back = glass.tree().find("access.hand_back");
        REQUIRE(back != nullptr);
        // A dialog is answered first.
        if (back->is_covered) continue;
        CHECK(back->is_live());
        CHECK(glass.tree().find("frame.helper") != nullptr);
        const auto event = glass.draw(state, {.chosen = "access.hand_back"});
        REQUIRE(event);
        CHECK(std::holds_alternative<HandedBack>(*event));
    }
}

}  // namespace motlan::testing

// What was touched by mistake, or stops a visit, always has a way on that works.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

State sample(std::string_view name) {
    const std::vector<Sample> all = samples();
    return std::ranges::find(all, name, &Sample::name)->state;
}

const Node* drawn(Glass& glass, const State& state, std::string_view id) {
    glass.draw(state);
    return glass.tree().find(id);
}

/// What choosing that node means; a page that does not show it is a failure.
std::optional<Event> chosen(const State& state, const std::string& id) {
    Glass glass(kPortrait);
    REQUIRE(drawn(glass, state, id) != nullptr);
    return glass.draw(state, {.chosen = id});
}

}  // namespace

TEST_CASE("what was said to be wrong by mistake can be said to be right", "[ui]") {
    for (const char* screen : {"say_wrong", "say_wrong.again"}) {
        INFO(screen);
        const auto event = chosen(sample(screen), "wrong.right");

        REQUIRE(event);
        REQUIRE(std::holds_alternative<DraftSet>(*event));
        CHECK(std::get<DraftSet>(*event).value.empty());
    }
}

TEST_CASE("the row of a value that was said to be wrong leads back to what was said", "[ui]") {
    const State state = sample("check_details.residence");
    Glass glass(kPortrait);

    const Node* button = drawn(glass, state, "residence.wrong");

    REQUIRE(button != nullptr);
    CHECK(button->label.key == "check.unsay");
    CHECK(drawn(glass, sample("say_wrong.again"), "wrong.outdated")->is_selected);
    CHECK_FALSE(drawn(glass, sample("say_wrong"), "wrong.outdated")->is_selected);
}

TEST_CASE("staff are offered a way in only where it leads somewhere", "[ui]") {
    const auto has_entry = [](State state) {
        state.overlay = StaffCalled{state.now};
        Glass glass(kPortrait);
        return drawn(glass, state, "staff.other") != nullptr;
    };
    State blind = sample("check_details.copy");
    blind.ability.reads_codes = false;

    CHECK(has_entry(sample("check_details.copy")));
    CHECK_FALSE(has_entry(sample("submitting")));
    CHECK_FALSE(has_entry(sample("goodbye")));
    CHECK_FALSE(has_entry(blind));
}

TEST_CASE("whoever says that who they are is not theirs may also go back", "[ui]") {
    State state = sample("say_wrong");
    state.overlay = NotTheSame{.is_said = true};

    CHECK(std::holds_alternative<StaffWished>(chosen(state, "not_same.primary").value()));
    CHECK(std::holds_alternative<LeaveConfirmed>(chosen(state, "not_same.other").value()));
    CHECK(std::holds_alternative<OverlayClosed>(chosen(state, "not_same.third").value()));
    CHECK(
        std::holds_alternative<SaidNotMine>(chosen(sample("say_wrong"), "wrong.not_mine").value()));
}

TEST_CASE("a birth date that the source has otherwise is marked, an old home is not", "[ui]") {
    const auto icon_words = [](const char* concept_id, const char* held, const char* row) {
        State state = sample("check_details.copy");
        auto& words = std::get<CheckDetails>(state.screen).visit.words;
        words.at(ConceptId(concept_id)).value = Personal(std::string(held));
        Glass glass(kPortrait);
        glass.draw(state);
        std::string all;
        for (const Node& node : glass.tree().nodes())
            if (node.id.starts_with(row)) all += node.label.shown;
        return all;
    };

    CHECK(icon_words("person.birth_date", "1951-03-13", "check.birth").contains("12/03/1951"));
    CHECK_FALSE(icon_words("person.birth_date", "1951", "check.birth").contains("Trên thẻ"));
}

TEST_CASE("the main button that cannot be chosen says why to whoever touches it", "[ui]") {
    for (const Panel& panel : {kPortrait, kLandscape}) {
        State state = sample("ask_question.empty");
        Glass glass(panel);
        glass.draw(state);
        REQUIRE(glass.tree().find("action.why") == nullptr);
        const Node* next = glass.tree().find("action.next");
        REQUIRE(next != nullptr);
        CHECK(glass.tree().at(next->rect.center())->id == "action.next");

        CHECK_FALSE(glass.draw(state, {.chosen = "action.next"}));
        const Node* why = drawn(glass, state, "action.why");
        REQUIRE(why != nullptr);
        CHECK(why->role == NodeRole::Status);
        CHECK_FALSE(why->setting->is_cut);

        glass.draw(state, {.chosen = "key.a"});
        CHECK(drawn(glass, state, "action.why") == nullptr);
    }
}

}  // namespace motlan::testing

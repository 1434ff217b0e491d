#include "kiosk/flow/ask_first.h"

#include "kiosk/domain/card_match.h"

namespace motlan {
namespace {

bool confirms_another(const Screen& screen) {
    const auto* check = std::get_if<CheckDetails>(&screen);
    return check != nullptr && !check->visit.behalf &&
           is_another_person(check->visit.profile, check->visit.words);
}

bool disowns_identity(const Screen& screen) {
    const auto* wrong = std::get_if<SayWrong>(&screen);
    const Item* item = wrong == nullptr ? nullptr : wrong->visit.procedure.find(wrong->item);
    return item != nullptr && !wrong->visit.behalf && says_who(item->concept_id);
}

/// Says the answer once more; the second time it counts.
bool asks_again(State& state, const Event& event) {
    const auto* question = std::get_if<AskQuestion>(&state.screen);
    const bool is_taken = std::holds_alternative<Proceeded>(event) && question != nullptr &&
                          question->is_complete && state.comfort.is_easy && !state.help;
    if (!is_taken) return false;
    const bool is_said = std::holds_alternative<AnswerSaid>(state.overlay);
    state.overlay = is_said ? Overlay() : Overlay(AnswerSaid{});
    return !is_said;
}

}  // namespace

bool ask_first(State& state, const Event& event) {
    if (asks_again(state, event)) return true;
    const bool is_stopped =
        std::holds_alternative<Proceeded>(event) && confirms_another(state.screen);
    const bool is_disowned =
        std::holds_alternative<SaidNotMine>(event) && disowns_identity(state.screen);
    if (is_stopped || is_disowned) state.overlay = NotTheSame{.is_said = is_disowned};
    return is_stopped || is_disowned;
}

}  // namespace motlan

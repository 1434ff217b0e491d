#include "tests/ui/sample_staff.h"

#include <algorithm>

namespace motlan::testing {
namespace {

const StaffMember kHelper{StaffNumber("0123"), "Nguyễn Văn An", StaffRole::Attendant};

const State& named(const std::vector<Sample>& samples, std::string_view name) {
    return std::ranges::find(samples, name, &Sample::name)->state;
}

State over(State state, Overlay overlay) {
    state.overlay = std::move(overlay);
    return state;
}

}  // namespace

State helped(State state, HelpScope scope) {
    state.overlay = {};
    state.help =
        Assistance{.who = kHelper, .scope = scope, .ends = state.steady + std::chrono::minutes(14)};
    return state;
}

std::vector<Sample> with_staff(std::vector<Sample> all) {
    const State question = named(all, "ask_question.number");
    const State review = named(all, "review_all.residence");
    all.push_back({"staff.entry", over(question, StaffEntry{})});
    all.push_back({"staff.entry_other", over(question, StaffEntry{.refused = Fault::BadgeForged})});
    all.push_back({"staff.entry_refused", over(question, StaffEntry{.stage = EntryStage::Pin,
                                                                    .refused = Fault::PinWrong})});
    all.push_back({"staff.entry_locked", over(question, StaffEntry{.stage = EntryStage::Pin,
                                                                   .refused = Fault::PinLocked})});
    all.push_back({"staff.entry_machines", over(question, StaffEntry{.is_for_machines = true})});
    all.push_back(
        {"staff.pin", over(question, StaffEntry{.stage = EntryStage::Pin, .pin = "246"})});
    all.push_back({"staff.checking", over(question, StaffEntry{.stage = EntryStage::Checking})});
    all.push_back({"staff.ask_help", over(question, AskHelp{.who = kHelper})});
    all.push_back({"staff.ask_help_chosen",
                   over(question, AskHelp{.who = kHelper, .scope = HelpScope::Type})});
    all.push_back({"staff.typing", helped(question, HelpScope::Type)});
    all.push_back({"staff.review", helped(review, HelpScope::Type)});
    all.push_back({"staff.turn", helped(question, HelpScope::Guide)});
    all.push_back(
        {"staff.not_for_helper", over(helped(review, HelpScope::Type), OnlyForCitizen{})});
    State judged = helped(review, HelpScope::Type);
    judged.help->phase = HelpPhase::Confirming;
    judged.overlay = HelpReview{};
    all.push_back({"staff.help_review", judged});
    for (const ItemId& item : helped_items(judged)) judged.help->confirmed.insert(item);
    all.push_back({"staff.help_review_done", judged});
    return all;
}

}  // namespace motlan::testing

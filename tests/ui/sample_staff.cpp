#include "tests/ui/sample_staff.h"

#include <algorithm>

namespace motlan::testing {
namespace {

const StaffMember kHelper{StaffNumber("0123"), "Nguyễn Văn An", StaffRole::Attendant};

const StaffMember kSupervisor{StaffNumber("0456"), "Trần Thị Mai", StaffRole::Supervisor};

const State& named(const std::vector<Sample>& samples, std::string_view name) {
    return std::ranges::find(samples, name, &Sample::name)->state;
}

State over(State state, Overlay overlay) {
    state.overlay = std::move(overlay);
    return state;
}

/// On the board; `state` is one where nobody is served.
State on_board(State state, StaffBoard board) {
    state.staff = SignedIn{.who = kHelper};
    return over(std::move(state), std::move(board));
}

HelpCall called(const State& state, int minutes, CallStep step) {
    return {.since = state.now - std::chrono::minutes(minutes),
            .step = step,
            .language = minutes > 9 ? Language::English : Language::Vietnamese,
            .is_unhurried = minutes > 5};
}

void add_boards(std::vector<Sample>& all, const State& welcome) {
    const CallList some{
        .waiting = {{.kiosk = "NA-VINH-07", .call = called(welcome, 12, CallStep::Scan)},
                    {.kiosk = "NA-VINH-02",
                     .call = called(welcome, 6, CallStep::Start),
                     .taken_by = StaffNumber("0456")},
                    {.kiosk = "NA-DIEN-CHAU-11",
                     .call = called(welcome, 2, CallStep::Send),
                     .taken_by = kHelper.number}}};
    all.push_back({"staff.board", on_board(welcome, {.calls = some})});
    all.push_back({"staff.board_asking", on_board(welcome, {})});
    all.push_back(
        {"staff.board_nobody", on_board(welcome, {.calls = CallList{.last = welcome.now}})});
    all.push_back({"staff.board_never", on_board(welcome, {.calls = CallList{}})});
    all.push_back({"staff.board_cut", on_board(welcome, {.is_cut = true})});
    std::vector<StaffDeed> deeds{{.kind = DeedKind::Helped,
                                  .from = welcome.now - std::chrono::minutes(5),
                                  .to = welcome.now,
                                  .scope = HelpScope::Type,
                                  .entered = 4,
                                  .confirmed = 3}};
    for (const DeedKind kind : {DeedKind::Helped, DeedKind::Witnessed, DeedKind::Excepted,
                                DeedKind::CallTaken, DeedKind::SignedIn})
        deeds.push_back({.kind = kind, .from = welcome.now, .to = welcome.now});
    const auto page = BoardPage::Deeds;
    all.push_back({"staff.deeds", on_board(welcome, {.page = page, .deeds = deeds})});
    all.push_back(
        {"staff.deeds_none", on_board(welcome, {.page = page, .deeds = std::vector<StaffDeed>{}})});
    all.push_back({"staff.deeds_reading", on_board(welcome, {.page = page})});
    all.push_back(
        {"staff.deeds_failed", on_board(welcome, {.page = page, .fault = Fault::StorageFailed})});
}

void add_witnesses(std::vector<Sample>& all, const State& declaration) {
    all.push_back({"staff.witness_wish", over(declaration, WitnessWish{})});
    all.push_back(
        {"staff.witness_wish_chosen", over(declaration, WitnessWish{SigningNeed::CannotSign})});
    all.push_back(
        {"staff.witness_reader", over(declaration, StaffEntry{.purpose = EntryFor::Reader})});
    all.push_back({"staff.witness_same", over(declaration, StaffEntry{.purpose = EntryFor::Witness,
                                                                      .reader = kHelper,
                                                                      .is_same_person = true})});
    all.push_back({"staff.witnessed",
                   over(declaration, WitnessedSigning{.reader = kHelper, .witness = kSupervisor})});
}

/// A supervisor helps at a review in which a source was silent.
void add_exceptions(std::vector<Sample>& all, const State& review) {
    State state = helped(review, HelpScope::Type);
    state.help->who = kSupervisor;
    auto& visit = std::get<ReviewAll>(state.screen).visit;
    Acquisition& waiting = visit.plan.items.front();
    const ItemId item = waiting.item;
    waiting = {.item = item, .from = Provenance::Pending, .source = SourceId("dd")};
    Item& paper = *std::ranges::find(visit.procedure.items, item, &Item::id);
    paper.otherwise = Paper{};
    paper.fallback_law = "Nghị định 154/2024/NĐ-CP, Điều 5";
    visit.words.erase(paper.concept_id);
    const SourceWord silent{.source = SourceId("dd"), .at = state.now};
    SourceWord held = silent;
    held.verdict = SourceVerdict::Held;
    all.push_back({"staff.except_review", state});
    all.push_back({"staff.except_checking", over(state, ExceptionWish{.item = item})});
    all.push_back(
        {"staff.except_choosing",
         over(state,
              ExceptionWish{.item = item, .stage = ExceptionStage::Choosing, .word = silent})});
    all.push_back(
        {"staff.except_chosen", over(state, ExceptionWish{.item = item,
                                                          .stage = ExceptionStage::Choosing,
                                                          .word = silent,
                                                          .reason = ExceptionReason::LongOutage})});
    all.push_back(
        {"staff.except_blocked",
         over(state, ExceptionWish{.item = item, .stage = ExceptionStage::Blocked, .word = held})});
}

}  // namespace

State helped(State state, HelpScope scope, std::optional<ItemId> only) {
    state.overlay = {};
    state.help = Assistance{.who = kHelper,
                            .scope = scope,
                            .only = std::move(only),
                            .ends = state.steady + std::chrono::minutes(14)};
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
    const ItemId number = std::get<AskQuestion>(question.screen).item;
    all.push_back({"staff.ask_help_here", over(question, AskHelp{.who = kHelper,
                                                                 .scope = HelpScope::Type,
                                                                 .here = number,
                                                                 .is_here_only = true})});
    all.push_back({"staff.typing", helped(question, HelpScope::Type)});
    all.push_back({"staff.typing_here", helped(question, HelpScope::Type, number)});
    all.push_back({"staff.turn_elsewhere", helped(review, HelpScope::Type, number)});
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
    add_boards(all, named(all, "welcome"));
    add_witnesses(all, named(all, "declare"));
    add_exceptions(all, review);
    return all;
}

}  // namespace motlan::testing

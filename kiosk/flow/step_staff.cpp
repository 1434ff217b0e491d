#include <utility>

#include "kiosk/flow/calling.h"
#include "kiosk/flow/help_edits.h"
#include "kiosk/flow/leaving.h"
#include "kiosk/flow/staff_step.h"
#include "kiosk/flow/visit.h"

namespace motlan {
namespace {

void grant(const StaffStage& stage, const AskHelp& asked) {
    State& state = stage.state;
    Assistance help{.who = asked.who,
                    .scope = *asked.scope,
                    .only = asked.is_here_only ? asked.here : std::nullopt,
                    .ends = state.steady + Assistance::kLongest,
                    .since = state.now};
    std::visit(
        [&help](const auto& screen) {
            if constexpr (requires { screen.visit; }) {
                help.answers = screen.visit.answers;
                help.papers = screen.visit.papers;
                help.drafts = screen.visit.drafts;
                help.exceptions = screen.visit.exceptions;
            }
        },
        state.screen);
    if (const auto* asked_now = std::get_if<AskQuestion>(&state.screen))
        help.drafts.insert_or_assign(asked_now->item, Personal(asked_now->draft));
    NoteHelp note{
        {.staff = help.who.number, .scope = help.scope, .from = state.now, .to = state.now}};
    note.only = help.only;
    stage.effects.emplace_back(std::move(note));
    state.help = std::move(help);
    state.overlay = {};
    if (std::holds_alternative<Welcome>(state.screen)) state.screen = Home{};
}

/// What happens while the citizen is asked. True when the event is thereby done.
struct Asking {
    const StaffStage& stage;
    AskHelp& asked;

    bool operator()(const HelpScopeChosen& chosen) const {
        if (chosen.is_here_only && !asked.here) return true;
        asked.scope = chosen.scope;
        asked.is_here_only = chosen.is_here_only;
        asked.ends = stage.state.steady + kUnanswered;
        return true;
    }
    bool operator()(const Proceeded&) const {
        if (asked.scope) grant(stage, AskHelp(asked));
        return true;
    }
    bool operator()(const Ticked& tick) const {
        if (tick.steady >= asked.ends) stage.state.overlay = {};
        return false;
    }
    bool operator()(const auto&) const { return false; }
};

/// The citizen has the kiosk back, and reads what the helper has entered.
void hand_back(const StaffStage& stage) {
    State& state = stage.state;
    state.staff.reset();  // whoever helps again shows the badge again
    if (helped_items(state).empty()) return conclude_help(stage);
    state.help->phase = HelpPhase::Confirming;
    state.overlay = HelpReview{};
}

/// What happens while the citizen judges. True when the event is thereby done.
struct Judging {
    const StaffStage& stage;
    Assistance& help;

    bool operator()(const HelpedJudged& judged) const {
        if (judged.is_right)
            help.confirmed.insert(judged.item);
        else
            help.confirmed.erase(judged.item);
        return true;
    }
    bool operator()(const Proceeded&) const { return conclude_help(stage), true; }
    bool operator()(const auto&) const { return false; }
};

/// How the kiosk is to be, and the way out: these are not about what lies under the screen of
/// staff.
bool is_about_manner(const Event& event) {
    static const Screen kNowhere = Welcome{};
    return std::holds_alternative<StaffWished>(event) ||
           (may_help(kNowhere, event, HelpScope::Guide) &&
            !std::holds_alternative<WhyWished>(event));
}

/// What a person does goes to the staff's screen, never to what lies under it.
bool is_kept_off(const State& state, const Event& event) {
    const bool is_staffed = std::holds_alternative<StaffEntry>(state.overlay) ||
                            std::holds_alternative<AskHelp>(state.overlay) ||
                            std::holds_alternative<HelpReview>(state.overlay) ||
                            std::holds_alternative<StaffBoard>(state.overlay) ||
                            std::holds_alternative<WitnessWish>(state.overlay) ||
                            std::holds_alternative<WitnessedSigning>(state.overlay) ||
                            std::holds_alternative<ExceptionWish>(state.overlay);
    const bool is_judging = state.help && state.help->phase == HelpPhase::Confirming;
    if (!(is_staffed || is_judging) || !is_of_citizen(event)) return false;
    return !is_about_manner(event) && !std::holds_alternative<WentBack>(event);
}

bool take_overlay_event(const StaffStage& stage, const Event& event) {
    Overlay& overlay = stage.state.overlay;
    if (std::holds_alternative<StaffEntry>(overlay)) return take_entry_event(stage, event);
    if (auto* asked = std::get_if<AskHelp>(&overlay))
        return std::visit(Asking{stage, *asked}, event);
    if (std::holds_alternative<HelpReview>(overlay) && stage.state.help)
        return std::visit(Judging{stage, *stage.state.help}, event);
    if (std::holds_alternative<StaffBoard>(overlay)) return take_board_event(stage, event);
    if (std::holds_alternative<ExceptionWish>(overlay)) return take_exception_event(stage, event);
    const bool is_signing = std::holds_alternative<WitnessWish>(overlay) ||
                            std::holds_alternative<WitnessedSigning>(overlay);
    return is_signing && take_witness_event(stage, event);
}

/// Whoever signed in where nobody is served, and has neither the board nor a question there.
bool is_left_at_welcome(const State& state) {
    return std::holds_alternative<Welcome>(state.screen) && !state.help &&
           !std::holds_alternative<StaffBoard>(state.overlay) &&
           !std::holds_alternative<AskHelp>(state.overlay);
}

/// Sign-in and help end by themselves.
void watch_time(const StaffStage& stage, const Ticked& tick) {
    State& state = stage.state;
    const bool is_over = state.staff && state.staff->is_over(tick.steady);
    if (is_over) state.staff.reset();
    if (is_over && std::holds_alternative<StaffBoard>(state.overlay)) state.overlay = {};
    if (is_left_at_welcome(state)) state.staff.reset();
    if (is_helping(state) && (is_over || tick.steady >= state.help->ends)) hand_back(stage);
}

}  // namespace

void ask_to_help(const StaffStage& stage, const StaffMember& who) {
    stage.state.overlay = AskHelp{
        .who = who, .ends = stage.state.steady + kUnanswered, .here = item_at(stage.state.screen)};
}

bool take_staff_event(const StaffStage& stage, const Event& event) {
    State& state = stage.state;
    if (const auto* tick = std::get_if<Ticked>(&event)) watch_time(stage, *tick);
    if (take_overlay_event(stage, event) || is_kept_off(state, event)) return true;
    if (std::holds_alternative<StaffEntryWished>(event)) return open_entry(stage), true;
    if (std::holds_alternative<CallAnswered>(event)) return note_answered(state), true;
    if (std::holds_alternative<WitnessWished>(event)) return open_witness_wish(stage), true;
    if (const auto* wish = std::get_if<ExceptionWished>(&event))
        return open_exception(stage, wish->item), true;
    if (!is_helping(state) || !is_of_citizen(event)) return false;
    if (std::holds_alternative<HandedBack>(event)) return hand_back(stage), true;
    if (state.staff) state.staff->touched = state.steady;
    const bool closes_overlay = std::holds_alternative<WentBack>(event) &&
                                !std::holds_alternative<std::monostate>(state.overlay);
    if (closes_overlay || may_help(state.screen, event, scope_on(state.screen, *state.help)))
        return false;
    state.overlay = OnlyForCitizen{};
    return true;
}

void keep_help_review(State& state) {
    const bool is_free = std::holds_alternative<std::monostate>(state.overlay);
    if (is_free && state.help && state.help->phase == HelpPhase::Confirming)
        state.overlay = HelpReview{};
}

void drop_help(State& state, std::vector<Effect>& effects) {
    state.staff.reset();
    if (!state.help) return;
    const Assistance& help = *state.help;
    const std::vector<ItemId> items = helped_items(state);
    NoteHelp note{{.staff = help.who.number,
                   .scope = help.scope,
                   .from = help.since,
                   .to = state.now,
                   .entered = static_cast<int>(items.size())},
                  true};
    if (const Visit* visit = visit_of(state.screen)) note.edits = help_edits(help, *visit, items);
    effects.emplace_back(std::move(note));
    state.help.reset();
}

}  // namespace motlan

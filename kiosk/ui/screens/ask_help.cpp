// S03: the citizen decides whether staff may help and with what; and the page that stands in the
// place of the citizen's own screens while a helper has the kiosk.
#include <array>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Scope {
    HelpScope scope;
    std::string_view id;
    Text label;
    Text hint;
    Icon icon;
};

constexpr std::array kScopes{
    Scope{HelpScope::Guide, "help.guide", Text::HelpGuide, Text::HelpGuideHint, Icon::Eye},
    Scope{HelpScope::Type, "help.type", Text::HelpType, Text::HelpTypeHint, Icon::Pencil}};

/// The item that is asked below, by the name that the citizen knows it by.
Phrase here_words(const Ui& ui, const AskHelp& asked, const Screen& screen) {
    const Visit* visit = visit_of(screen);
    const Item* item =
        asked.here && visit != nullptr ? visit->procedure.find(*asked.here) : nullptr;
    return item == nullptr ? Phrase{} : ui.words(item->label);
}

ChoiceSpec here_spec(const Ui& ui, const AskHelp& asked, const Phrase& item) {
    return {.id = "help.here",
            .label = ui.text(Text::HelpHere),
            .hint = ui.text(Text::HelpHereHint, {{"item", item.shown}}),
            .icon = Icon::Pencil,
            .is_selected = asked.scope == HelpScope::Type && asked.is_here_only};
}

std::optional<Event> draw_asking(Ui& ui, const AskHelp& asked, const Screen& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::HelpTitle),
                                        .back = ui.text(Text::HelpNo),
                                        .next = ui.text(Text::HelpYes),
                                        .next_icon = Icon::Check,
                                        .is_next_enabled = asked.scope.has_value(),
                                        .why_not = ui.text(Text::WhyNotChoose)});
    std::optional<Event> event;
    Pieces pieces(ui, frame.content.w);
    TextStyle who = strong();
    who.id = "help.who";
    pieces.text(
        ui.text(Text::HelpWho, {{"name", asked.who.name}, {"number", asked.who.number.value()}}),
        who);
    pieces.skip(ui.dp(16));
    pieces.text(ui.text(Text::HelpAsk), body());
    pieces.skip(ui.dp(16));
    const Phrase here = here_words(ui, asked, screen);
    for (const Scope& one : kScopes) {
        if (one.scope == HelpScope::Type && !here.is_empty()) {
            add_choice(ui, pieces, here_spec(ui, asked, here),
                       [&event] { event = HelpScopeChosen{HelpScope::Type, true}; });
            pieces.skip(ui.dp(20));
        }
        add_choice(ui, pieces,
                   {.id = std::string(one.id),
                    .label = ui.text(one.label),
                    .hint = ui.text(one.hint),
                    .icon = one.icon,
                    .is_selected = asked.scope == one.scope && !asked.is_here_only},
                   [&event, scope = one.scope] { event = HelpScopeChosen{scope}; });
        pieces.skip(ui.dp(20));
    }
    pieces.notice({.id = "help.limits",
                   .tone = Tone::Note,
                   .title = ui.text(Text::HelpNever),
                   .words = ui.text(Text::HelpBackAnyTime),
                   .icon = Icon::Shield});
    pieces.draw(frame.content, "help.scopes");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

/// What is asked is guidance; what was answered is not shown.
Phrase question_of(const Ui& ui, const Screen& screen) {
    const auto* asked = std::get_if<AskQuestion>(&screen);
    const Item* item = asked != nullptr ? asked->visit.procedure.find(asked->item) : nullptr;
    const auto* question = item != nullptr ? std::get_if<Question>(&item->otherwise) : nullptr;
    return question != nullptr ? ui.words(question->text) : Phrase{};
}

std::optional<Event> draw_citizens_turn(Ui& ui, const State& state) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::HelpTurnTitle),
                                        .next = ui.text(Text::HelpHandBackLong),
                                        .next_icon = Icon::Person});
    Pieces pieces(ui, frame.content.w);
    if (const Phrase question = question_of(ui, state.screen); !question.is_empty()) {
        TextStyle style = subheading();
        style.id = "help.question";
        pieces.text(question, style);
        pieces.skip(ui.dp(24));
    }
    pieces.notice({.id = "help.turn",
                   .tone = Tone::Note,
                   .title = ui.text(Text::HelpTurnWords),
                   .words = ui.text(Text::HelpTurnLead),
                   .icon = Icon::Person});
    pieces.draw(frame.content, "help.turn");
    return frame.proceeded ? std::optional<Event>(HandedBack{}) : std::nullopt;
}

}  // namespace

std::optional<std::string_view> staff_place(const State& state) {
    if (const auto* entry = std::get_if<StaffEntry>(&state.overlay))
        return entry->stage == EntryStage::Badge ? "staff_entry" : "staff_entry.pin";
    if (std::holds_alternative<AskHelp>(state.overlay)) return "ask_help";
    if (const auto* board = std::get_if<StaffBoard>(&state.overlay))
        return board->page == BoardPage::Calls ? "staff_board" : "staff_board.deeds";
    if (std::holds_alternative<WitnessWish>(state.overlay)) return "witness_wish";
    if (std::holds_alternative<WitnessedSigning>(state.overlay)) return "witnessed";
    if (std::holds_alternative<ExceptionWish>(state.overlay)) return "except_paper";
    if (std::holds_alternative<HelpReview>(state.overlay)) return "help_review";
    // Nothing of what was entered is shown before the citizen judges it.
    const bool is_judging = state.help && state.help->phase == HelpPhase::Confirming;
    if (is_judging) return "help_review";
    if (is_citizens_turn(state)) return "citizens_turn";
    return std::nullopt;
}

std::optional<Event> draw_staff(Ui& ui, const State& state) {
    if (const auto* entry = std::get_if<StaffEntry>(&state.overlay)) return draw_entry(ui, *entry);
    if (const auto* asked = std::get_if<AskHelp>(&state.overlay))
        return draw_asking(ui, *asked, state.screen);
    if (const auto* board = std::get_if<StaffBoard>(&state.overlay))
        return state.staff ? draw_board(ui, *board, state.staff->who) : std::nullopt;
    if (const auto* wish = std::get_if<WitnessWish>(&state.overlay))
        return draw_witness_wish(ui, *wish);
    if (const auto* signing = std::get_if<WitnessedSigning>(&state.overlay))
        return draw_witnessed(ui, *signing);
    if (const auto* wish = std::get_if<ExceptionWish>(&state.overlay))
        return draw_exception(ui, *wish, about(state.screen));
    return is_citizens_turn(state) ? draw_citizens_turn(ui, state) : draw_help_review(ui, state);
}

}  // namespace motlan

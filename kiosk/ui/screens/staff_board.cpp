// S02 and S08: who has called for help, and what the signed-in member of staff has done here today.
// Nothing of a citizen stands on either.
#include <algorithm>

#include "kiosk/ui/follow_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Phrase step_words(const Ui& ui, CallStep step) {
    switch (step) {
        case CallStep::Start: return ui.text(Text::BoardStepStart);
        case CallStep::Choose: return ui.text(Text::Step1);
        case CallStep::Identify: return ui.text(Text::Step2);
        case CallStep::Check: return ui.text(Text::Step3);
        case CallStep::Answer: return ui.text(Text::Step4);
        case CallStep::Scan: return ui.text(Text::Step5);
        case CallStep::Send: return ui.text(Text::Step6);
        case CallStep::After: break;
    }
    return ui.text(Text::BoardStepAfter);
}

Phrase call_words(const Ui& ui, const HelpCall& call) {
    const bool is_vietnamese = call.language == Language::Vietnamese;
    const Phrase language = ui.text(is_vietnamese ? Text::BoardLanguageVi : Text::BoardLanguageEn);
    return ui.text(call.is_unhurried ? Text::BoardCallEasy : Text::BoardCall,
                   {{"step", step_words(ui, call.step).shown}, {"language", language.shown}});
}

std::string waited(const Ui& ui, const HelpCall& call) {
    return std::to_string(minutes_waiting(call, ui.surroundings().now));
}

ListRow row_of(const Ui& ui, const WaitingKiosk& waiting, const StaffNumber& who) {
    ListRow row{.id = "call." + waiting.kiosk,
                .label = ui.text(Text::BoardKiosk,
                                 {{"kiosk", waiting.kiosk}, {"minutes", waited(ui, waiting.call)}}),
                .value = call_words(ui, waiting.call),
                .tone = waiting.taken_by ? Tone::Ok : Tone::Warn};
    if (!waiting.taken_by) {
        row.actions = {{waiting.kiosk + ".take", ui.text(Text::BoardTake)}};
    } else if (*waiting.taken_by == who) {
        row.badge = ui.text(Text::BoardGo);
        row.is_badge_news = true;
    } else {
        row.badge = ui.text(Text::BoardTaken, {{"number", waiting.taken_by->value()}});
    }
    return row;
}

std::vector<ListRow> rows_of(const Ui& ui, const StaffBoard& board, const StaffNumber& who) {
    std::vector<ListRow> rows;
    if (!board.calls) return rows;
    for (const WaitingKiosk& waiting : board.calls->waiting)
        rows.push_back(row_of(ui, waiting, who));
    return rows;
}

/// What is said where nobody waits, or where the province does not answer.
void add_state(Ui& ui, Pieces& pieces, const StaffBoard& board, bool is_empty) {
    if (board.is_cut) {
        pieces.notice({.id = "board.cut",
                       .tone = Tone::Warn,
                       .title = ui.text(Text::BoardCut),
                       .words = ui.text(Text::BoardCutHint),
                       .icon = Icon::Offline});
        pieces.skip(ui.dp(24));
    } else if (!board.calls) {
        pieces.text(ui.text(Text::BoardAsking), body());
        pieces.skip(ui.dp(24));
    } else if (is_empty) {
        const auto& last = board.calls->last;
        pieces.notice({.id = "board.nobody",
                       .tone = Tone::Note,
                       .title = ui.text(Text::BoardNobody),
                       .words = last ? ui.text(Text::BoardLast, {{"time", moment_text(ui, *last)}})
                                     : ui.text(Text::BoardNever)});
        pieces.skip(ui.dp(24));
    }
}

std::optional<Event> draw_calls(Ui& ui, const StaffBoard& board, const StaffMember& who) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::BoardTitle),
                                        .back = ui.text(Text::BoardOut),
                                        .next = ui.text(Text::BoardHere),
                                        .next_icon = Icon::Person});
    const std::vector<ListRow> rows = rows_of(ui, board, who.number);
    std::optional<std::string> chosen;
    std::optional<Event> event;
    Pieces pieces(ui, frame.content.w);
    TextStyle name = strong();
    name.id = "board.who";
    pieces.text(ui.text(Text::HelpWho, {{"name", who.name}, {"number", who.number.value()}}), name);
    pieces.skip(ui.dp(24));
    add_state(ui, pieces, board, rows.empty());
    add_rows(ui, pieces, rows, chosen);
    pieces.skip(ui.dp(24));
    const ButtonSpec deeds{
        .id = "board.deeds", .label = ui.text(Text::BoardDeeds), .icon = Icon::Paper};
    pieces.button(deeds, ui.dp(112), [&event] { event = DeedsWished{}; });
    pieces.draw(frame.content, "board.list");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return HelpHereWished{};
    if (const auto kiosk = item_of(chosen, "take")) return CallTakeWished{kiosk->value()};
    return event;
}

Text deed_text(const StaffDeed& deed) {
    switch (deed.kind) {
        case DeedKind::SignedIn: return Text::DeedsSignedIn;
        case DeedKind::CallTaken: return Text::DeedsCallTaken;
        case DeedKind::Helped: break;
        case DeedKind::Witnessed: return Text::DeedsWitnessed;
        case DeedKind::Excepted: return Text::DeedsExcepted;
    }
    return deed.scope == HelpScope::Type ? Text::DeedsTyped : Text::DeedsGuided;
}

ListRow row_of(const Ui& ui, const StaffDeed& deed, std::size_t place) {
    const bool lasted = clock_text(deed.from) != clock_text(deed.to);
    const std::string time =
        lasted ? clock_text(deed.from) + "–" + clock_text(deed.to) : clock_text(deed.from);
    ListRow row{.id = "deed." + std::to_string(place),
                .label = plain(time),
                .value = ui.text(deed_text(deed))};
    if (deed.kind == DeedKind::Helped && deed.scope == HelpScope::Type)
        row.badge = ui.text(Text::DeedsEntered, {{"entered", std::to_string(deed.entered)},
                                                 {"confirmed", std::to_string(deed.confirmed)}});
    return row;
}

std::optional<Event> draw_deeds(Ui& ui, const StaffBoard& board) {
    const Frame frame =
        draw_frame(ui, {.title = ui.text(Text::DeedsTitle), .back = ui.text(Text::CommonBack)});
    std::vector<ListRow> rows;
    if (board.deeds)
        for (const StaffDeed& deed : *board.deeds) rows.push_back(row_of(ui, deed, rows.size()));
    std::optional<std::string> nothing;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::DeedsLead), body());
    pieces.skip(ui.dp(24));
    if (board.fault)
        pieces.notice({.id = "deeds.failed",
                       .tone = Tone::Warn,
                       .words = ui.text(Text::DeedsFailed),
                       .small_code = support_words(ui, *board.fault)});
    else if (rows.empty())
        pieces.text(ui.text(board.deeds ? Text::DeedsNone : Text::DeedsReading), strong());
    add_rows(ui, pieces, rows, nothing);
    pieces.draw(frame.content, "deeds.list");
    return frame.went_back ? std::optional<Event>(WentBack{}) : std::nullopt;
}

}  // namespace

std::optional<Event> draw_board(Ui& ui, const StaffBoard& board, const StaffMember& who) {
    return board.page == BoardPage::Calls ? draw_calls(ui, board, who) : draw_deeds(ui, board);
}

}  // namespace motlan

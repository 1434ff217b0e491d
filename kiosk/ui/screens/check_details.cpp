#include <algorithm>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

ListRow number_row(const Ui& ui, const CheckDetails& screen) {
    const CitizenNumber& number = screen.visit.profile.number.reveal();
    const bool shown = screen.number_shown;
    return {.id = "check.number",
            .label = ui.text(Text::CheckNumber),
            .value = plain(shown ? number.digits() : number.masked()),
            .tone = Tone::Ok,
            .badge = ui.text(Text::CheckFromCard),
            .actions = {{"number.show", ui.text(shown ? Text::CheckHide : Text::CheckShow)}},
            .privacy = Privacy::Masked,
            .provenance = "card_qr"};
}

/// What a source or the card says about an item.
void tell_value(const Ui& ui, const Visit& visit, const Item& item, ListRow& row) {
    const auto word = visit.words.find(item.concept_id);
    if (word != visit.words.end() && word->second.verdict == SourceVerdict::Held) {
        row.value = plain(readable(ui, word->second.value.reveal()));
        row.tone = Tone::Ok;
        row.badge =
            ui.text(Text::CheckFromSource, {{"source", source_name(ui, word->second.source)},
                                            {"time", clock_text(word->second.at)}});
        row.provenance = "source:" + word->second.source.value();
        return;
    }
    if (const auto printed = from_card(item.concept_id, visit.profile)) {
        row.value = plain(readable(ui, printed->reveal()));
        row.tone = Tone::Note;
        row.badge = ui.text(Text::CheckFromCard);
        row.provenance = "card_qr";
    }
}

ListRow item_row(const Ui& ui, const Visit& visit, const Item& item,
                 const Acquisition& acquisition) {
    ListRow row{.id = "check." + item.id.value(),
                .label = ui.words(item.label),
                .privacy = Privacy::Masked,
                .legal_ref = item.basis.document};
    tell_value(ui, visit, item, row);
    if (row.value.is_empty()) {
        row.tone = acquisition.is_asked() ? Tone::Note : Tone::Still;
        row.badge = ui.text(acquisition.is_asked() ? Text::CheckToAsk : Text::CheckPending);
        row.provenance = std::string(name(acquisition.from));
        return row;
    }
    if (visit.disputes.contains(item.id)) {
        row.tone = Tone::Warn;
        row.badge = ui.text(Text::CheckDisputed);
    }
    row.actions = {{item.id.value() + ".wrong", ui.text(Text::CheckWrong)}};
    return row;
}

/// What only the citizen can know is not data to check.
bool is_shown(const Acquisition* acquisition) {
    return acquisition != nullptr && acquisition->asked_because != AskReason::DeclarationOfWill &&
           acquisition->asked_because != AskReason::NotPublished;
}

std::vector<ListRow> rows_of(const Ui& ui, const CheckDetails& screen) {
    std::vector<ListRow> rows{number_row(ui, screen)};
    for (const Item& item : screen.visit.procedure.items) {
        const Acquisition* acquisition = screen.visit.plan.find(item.id);
        if (is_shown(acquisition)) rows.push_back(item_row(ui, screen.visit, item, *acquisition));
    }
    return rows;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const CheckDetails& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::CheckTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::CheckRight),
                                        .next_icon = Icon::Check});
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::CheckLead), body());
    pieces.text(ui.text(Text::CheckNote), {.ink = ui.colours().ink_soft});
    pieces.skip(ui.dp(24));
    add_rows(ui, pieces, rows_of(ui, screen), chosen);
    pieces.draw(frame.content, "check.list");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (chosen == "number.show") return NumberShownWished{};
    if (const auto item = item_of(chosen, "wrong")) return SaidWrong{*item};
    return std::nullopt;
}

}  // namespace motlan

#include <algorithm>

#include "kiosk/domain/card_match.h"
#include "kiosk/flow/saving.h"
#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

ListRow number_row(const Ui& ui, const CheckDetails& screen, const Profile& subject) {
    const CitizenNumber& number = subject.number.reveal();
    const bool may_see = may_see_values(screen.visit.behalf);
    const bool shown = may_see && (screen.number_shown || ui.is_pressed("number.show"));
    ListRow row{.id = "check.number",
                .label = ui.text(Text::CheckNumber),
                .value = plain(shown ? number.digits() : number.masked()),
                .tone = Tone::Ok,
                .badge = read_from(ui, subject),
                .privacy = Privacy::Masked,
                .provenance = provenance_name(subject)};
    const Text action = screen.number_shown ? Text::CheckHide : Text::CheckShow;
    if (may_see) row.actions = {{"number.show", ui.text(action), true}};
    return row;
}

/// What a source holds of an item, and what the card says of the same.
struct Held {
    const Item& item;
    const SourceWord& word;
    std::optional<std::string> on_card;
};

/// How the card and the source agree on an item; of nothing on the card there is no doubt.
CardMatch match_of(const Held& held) {
    if (!held.on_card) return CardMatch::Same;
    return card_against_source(held.item.concept_id, *held.on_card, held.word.value.reveal());
}

/// What a source holds; where the card says otherwise, both stand there.
void tell_held(const Ui& ui, const Held& held, ListRow& row) {
    const SourceWord& word = held.word;
    const std::string source = source_name(ui, word.source);
    const CardMatch match = match_of(held);
    const bool differs = match != CardMatch::Same;
    row.value = plain(readable(ui, word.value.reveal()));
    row.tone = match == CardMatch::Identity ? Tone::Warn : differs ? Tone::Note : Tone::Ok;
    row.badge = differs ? ui.text(Text::CheckDiffers,
                                  {{"source", source}, {"card", readable(ui, *held.on_card)}})
                        : ui.text(Text::CheckFromSource,
                                  {{"source", source}, {"time", clock_text(word.at)}});
    row.is_badge_private = differs;
    row.provenance = "source:" + word.source.value();
}

/// What a source or the card says about an item.
void tell_value(const Ui& ui, const Visit& visit, const Item& item, ListRow& row) {
    const auto word = visit.words.find(item.concept_id);
    const auto subject = subject_of(visit);
    const auto printed = from_card(item.concept_id, subject);
    if (word != visit.words.end() && word->second.verdict == SourceVerdict::Held) {
        // Of somebody else there is no card to compare with.
        const auto on_card = visit.behalf ? std::nullopt : printed;
        const auto text = on_card.transform([](const auto& said) { return said.reveal(); });
        tell_held(ui, {item, word->second, text}, row);
    } else if (printed) {
        row.value = plain(readable(ui, printed->reveal()));
        row.tone = is_proven(item.concept_id, *subject) ? Tone::Ok : Tone::Note;
        row.badge = read_from(ui, *subject);
        row.provenance = provenance_name(*subject);
    }
    if (!row.value.is_empty() && !may_see_values(visit.behalf))
        row.value = ui.text(Text::CheckHeld);
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
    const bool is_disputed = visit.disputes.contains(item.id);
    if (is_disputed) {
        row.tone = Tone::Warn;
        row.badge = ui.text(Text::CheckDisputed);
    }
    const Text action = is_disputed ? Text::CheckUnsay : Text::CheckWrong;
    if (may_see_values(visit.behalf)) row.actions = {{item.id.value() + ".wrong", ui.text(action)}};
    return row;
}

/// What only the citizen can know is not data to check.
bool is_shown(const Acquisition* acquisition) {
    return acquisition != nullptr && acquisition->asked_because != AskReason::DeclarationOfWill &&
           acquisition->asked_because != AskReason::NotPublished;
}

/// The picture from the chip, as large as on the card.
void add_face(Ui& ui, Pieces& pieces, const Picture& face) {
    pieces.show(ui.dp(280), [&ui, face](const Rect& box) {
        const Rect place =
            fitted_box({box.x, box.y, box.h * 3 / 4, box.h}, face->width, face->height);
        ui.paint().picture(place, face, 0, ui.ground());
        ui.add({.id = "check.face",
                .role = NodeRole::Illustration,
                .label = ui.text(Text::ChipFace),
                .rect = place,
                .privacy = Privacy::Masked});
    });
    pieces.skip(ui.dp(24));
}

/// A card that has ended stops nobody here; the day is its holder's own.
void add_expired(Ui& ui, Pieces& pieces, const Visit& visit) {
    if (!visit.card_expired) return;
    const std::string day = readable(ui, visit.card_expired->reveal().to_text());
    pieces.notice({.id = "check.expired",
                   .tone = Tone::Warn,
                   .title = ui.text(Text::CheckExpired),
                   .words = ui.text(Text::CheckExpiredDay, {{"day", day}}),
                   .icon = Icon::Card,
                   .privacy = Privacy::Masked});
    pieces.skip(ui.dp(24));
}

std::vector<ListRow> rows_of(const Ui& ui, const CheckDetails& screen) {
    std::vector<ListRow> rows = behalf_rows(ui, screen.visit, "check");
    const auto subject = subject_of(screen.visit);
    if (subject) rows.push_back(number_row(ui, screen, *subject));
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
    if (may_see_values(screen.visit.behalf))
        pieces.text(ui.text(Text::CheckNote), {.ink = ui.colours().ink_soft});
    if (is_source_down(screen.visit))
        pieces.text(ui.text(Text::CheckComeBack), {.ink = ui.colours().ink_soft});
    pieces.skip(ui.dp(24));
    add_expired(ui, pieces, screen.visit);
    if (screen.visit.face && !screen.visit.behalf) add_face(ui, pieces, screen.visit.face);
    add_rows(ui, pieces, rows_of(ui, screen), chosen);
    pieces.draw(frame.content, "check.list");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (chosen == "number.show") return NumberShownWished{};
    if (const auto item = item_of(chosen, "wrong")) return SaidWrong{*item};
    return std::nullopt;
}

}  // namespace motlan

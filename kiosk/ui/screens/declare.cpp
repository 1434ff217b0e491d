#include <algorithm>
#include <iterator>

#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/outlook_words.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

std::vector<ListRow> rows_of(const Ui& ui, const Visit& visit) {
    std::vector<ListRow> rows{
        {.id = "declare.procedure",
         .label = ui.text(Text::DeclareProcedure),
         .value = ui.words(visit.procedure.name)},
        {.id = "declare.by",
         .label = ui.text(Text::DeclareBy),
         .value = plain(visit.profile.full_name.reveal()),
         .privacy = Privacy::Masked,
         .provenance = provenance_name(visit.profile)},
    };
    std::ranges::move(behalf_rows(ui, visit, "declare"), std::back_inserter(rows));
    rows.push_back({.id = "declare.to",
                    .label = ui.text(Text::DeclareTo),
                    .value = plain(ui.office().center_name)});
    std::ranges::move(outlook_rows(ui, visit, "declare"), std::back_inserter(rows));
    return rows;
}

/// What is declared, on a card of its own with a line along it.
void add_declaration(Ui& ui, Pieces& pieces) {
    const Phrase words = ui.text(Text::DeclareWords);
    const TextStyle style{.role = TextRole::Heading2, .id = "declare.words"};
    const int pad = ui.dp(40);
    const int high = text_height(ui, words, style, pieces.width() - 2 * pad) + 2 * pad;
    pieces.show(high, [&ui, words, style, pad](const Rect& card) {
        draw_card(ui, card);
        ui.paint().fill({card.x, card.y + ui.dp(24), ui.dp(10), card.h - ui.dp(48)},
                        ui.colours().accent);
        const GroundScope ground(ui, ui.colours().surface);
        text(ui, card.inset(pad), words, style);
    });
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Declare& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Send,
                                        .title = ui.text(Text::DeclareTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::DeclareNext),
                                        .next_icon = Icon::Check});
    Pieces pieces(ui, frame.content.w);
    std::optional<std::string> nothing;
    std::optional<Event> event;
    add_declaration(ui, pieces);
    pieces.skip(ui.dp(32));
    add_rows(ui, pieces, rows_of(ui, screen.visit), nothing);
    pieces.skip(ui.dp(24));
    const ButtonSpec witness{
        .id = "declare.witness", .label = ui.text(Text::WitnessOffer), .icon = Icon::Person};
    pieces.button(witness, ui.dp(112), [&event] { event = WitnessWished{}; });
    pieces.draw(frame.content, "declare.list");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan

#include "kiosk/ui/screens/card_view.h"
#include "kiosk/ui/screens/screens.h"

namespace motlan {

std::optional<Event> draw(Ui& ui, const ShowCard& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Identify,
                                        .title = ui.text(Text::CardTitle),
                                        .back = ui.text(Text::CommonBack)});
    const CardView view{.preview = screen.preview,
                        .hint = screen.hint,
                        .refused = screen.refused,
                        .refusals = screen.refusals,
                        .busy = screen.is_resolving ? ui.text(Text::CardResolving) : Phrase{}};
    draw_card_view(ui, frame.content, view, [&](Pieces& pieces) {
        add_refusal(ui, pieces, view);
        add_card_sides(ui, pieces);
        pieces.text(ui.text(Text::CardPrivacy), caption(ui));
    });
    return frame.went_back ? std::optional<Event>(WentBack{}) : std::nullopt;
}

}  // namespace motlan

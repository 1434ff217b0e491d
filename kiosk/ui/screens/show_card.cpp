#include "kiosk/ui/screens/card_view.h"
#include "kiosk/ui/screens/screens.h"

namespace motlan {
namespace {

/// The app's code will do as well; and whoever has neither, or a card that cannot be read.
void add_other_ways(Ui& ui, Pieces& pieces, std::optional<Event>& event) {
    pieces.text(ui.text(Text::CardOrApp), body());
    pieces.skip(ui.dp(20));
    const ButtonSpec none{
        .id = "card.none", .label = ui.text(Text::CardNone), .icon = Icon::Question};
    pieces.button(none, ui.dp(88), [&event] { event = NoCardWished{}; });
    pieces.skip(ui.dp(20));
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ShowCard& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Identify,
                                        .title = ui.text(Text::CardTitle),
                                        .back = ui.text(Text::CommonBack)});
    const CardView view{.preview = screen.preview,
                        .hint = screen.hint,
                        .refused = screen.refused,
                        .refusals = screen.refusals,
                        .busy = screen.is_resolving ? ui.text(Text::CardResolving) : Phrase{},
                        .distance = screen.distance,
                        .lamp = screen.lamp};
    std::optional<Event> event;
    const auto lamp = draw_card_view(ui, frame.content, view, [&](Pieces& pieces) {
        add_refusal(ui, pieces, view);
        // What did not help for so long is not what somebody needs first.
        if (screen.is_slow) add_other_ways(ui, pieces, event);
        add_card_sides(ui, pieces);
        if (!screen.is_slow) add_other_ways(ui, pieces, event);
        pieces.text(ui.text(Text::CardPrivacy), caption(ui));
    });
    if (frame.went_back) return WentBack{};
    return lamp ? lamp : event;
}

}  // namespace motlan

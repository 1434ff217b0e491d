#include "kiosk/ui/screens/ease_offer.h"

#include "kiosk/flow/ease.h"

namespace motlan {

std::optional<ButtonSpec> ease_offer(const Ui& ui, const Visit& visit) {
    if (ui.is_helped() || !may_like_ease(visit, ui.office(), ui.comfort())) return std::nullopt;
    const Text label = ui.office().has_voice ? Text::EaseOffer : Text::EaseOfferSilent;
    return ButtonSpec{
        .id = "ease.offer", .label = ui.text(label), .icon = Icon::Star, .kind = ButtonKind::Quiet};
}

}  // namespace motlan

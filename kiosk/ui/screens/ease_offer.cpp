#include "kiosk/ui/screens/ease_offer.h"

#include <utility>

#include "kiosk/flow/ease.h"

namespace motlan {

ButtonSpec ease_button(const Ui& ui, std::string id, Text label) {
    return {.id = std::move(id),
            .label = ui.text(label),
            .icon = Icon::Star,
            .kind = ButtonKind::Quiet};
}

std::optional<ButtonSpec> ease_offer(const Ui& ui, const Visit& visit) {
    if (ui.is_helped() || !may_like_ease(visit, ui.office(), ui.comfort())) return std::nullopt;
    return ease_button(ui, "ease.offer",
                       ui.office().has_voice ? Text::EaseOffer : Text::EaseOfferSilent);
}

}  // namespace motlan

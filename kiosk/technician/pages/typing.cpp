#include "kiosk/technician/pages/typing.h"

#include <array>

#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// What paths and names of devices need and the Vietnamese keyboard has not.
constexpr std::array<std::string_view, 4> kSigns{"-", "_", ":", "="};
constexpr int kSignGap = 24;

std::optional<CareEvent> draw_signs(Ui& ui, const Rect& box) {
    std::optional<CareEvent> event;
    const Row row(box, static_cast<int>(kSigns.size()), ui.dp(kSignGap));
    for (std::size_t n = 0; n < kSigns.size(); ++n) {
        const std::string sign(kSigns.at(n));
        if (button(ui, row.at(static_cast<int>(n)), {.id = "sign." + sign, .label = plain(sign)}))
            event = LettersFelt{sign};
    }
    return event;
}

}  // namespace

std::optional<CareEvent> felt_in(const CareDesk& desk, const std::optional<Event>& key) {
    if (!key) return std::nullopt;
    if (const auto* letters = std::get_if<LettersTyped>(&*key))
        return LettersFelt{letters->letters};
    if (std::holds_alternative<LetterErased>(*key)) return EraseFelt{};
    if (const auto* tone = std::get_if<ToneTyped>(&*key)) return ToneFelt{tone->tone};
    if (const auto* way = std::get_if<TypingWayWished>(&*key)) {
        Comfort comfort = desk.comfort;
        comfort.typing = way->way;
        return CareDressed{comfort};
    }
    return std::nullopt;
}

std::optional<CareEvent> draw_typing(Ui& ui, const Rect& box, const CareDesk& desk,
                                     const Writing& writing) {
    Rect rest = box;
    std::optional<CareEvent> event;
    if (ui.theme().is_portrait() && !ui.is_low()) {
        const int high = ui.dp(88);
        event = draw_signs(ui, {rest.x, rest.bottom() - high, rest.w, high});
        rest.h -= high + ui.dp(kSignGap);
    }
    const auto key = draw_writing(ui, rest, writing);
    return event ? event : felt_in(desk, key);
}

}  // namespace motlan

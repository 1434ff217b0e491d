#include "kiosk/technician/pages/care_buttons.h"

#include <algorithm>
#include <ranges>

namespace motlan {

void add_buttons(Ui& ui, Pieces& pieces, const std::vector<CareButton>& buttons, int columns,
                 std::optional<CareEvent>& event) {
    const int gap = ui.dp(16);
    const int wide = (pieces.width() - gap * (columns - 1)) / columns;
    int high = ui.dp(96);
    for (const CareButton& each : buttons)
        high = std::max(high, button_height(ui, each.button, wide));
    for (const auto chunk : buttons | std::views::chunk(columns)) {
        const std::vector<CareButton> shown(chunk.begin(), chunk.end());
        pieces.add(high, [&ui, &event, shown, columns, gap](const Rect& box) {
            const Row row(box, columns, gap);
            for (int i = 0; const CareButton& each : shown) {
                if (button(ui, ui.for_hand(row.at(i++), box), each.button)) event = each.event;
            }
        });
        pieces.skip(gap);
    }
}

}  // namespace motlan

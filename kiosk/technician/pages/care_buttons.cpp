#include "kiosk/technician/pages/care_buttons.h"

#include <algorithm>
#include <ranges>

namespace motlan {

void add_buttons(Ui& ui, Pieces& pieces, const CareButtons& buttons,
                 std::optional<CareEvent>& event) {
    const int columns = buttons.columns;
    const int gap = ui.dp(16);
    const int wide = (pieces.width() - gap * (columns - 1)) / columns;
    int high = ui.dp(96);
    for (const CareButton& each : buttons.all)
        high = std::max(high, button_height(ui, each.button, wide));
    for (const auto chunk : buttons.all | std::views::chunk(columns)) {
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

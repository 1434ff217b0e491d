#include "kiosk/ui/screens/letter_search.h"

#include <algorithm>

#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// Rows of keys without marks; nobody needs them to find something.
int keys_height(const Ui& ui, bool needs_digits) {
    const TextSize size = ui.theme().size();
    const int key = size == TextSize::Normal ? 80 : size == TextSize::Large ? 64 : 72;
    const int rows = needs_digits ? 5 : 4;
    return rows * ui.dp(key) + (rows - 1) * ui.dp(12);
}

/// Keys keep 16 mm (ux 4) also where larger words would like half of the screen for themselves.
Sides beside_keys(const Ui& ui, const Rect& content) {
    if (ui.theme().is_portrait()) return {content, {}};
    const int gap = ui.dp(40);
    const int share = ui.theme().size() == TextSize::Normal ? 70 : 57;
    const int keys = (content.w - gap) * share / 100;
    return {{content.x, content.y, keys, content.h},
            {content.x + keys + gap, content.y, content.w - keys - gap, content.h}};
}

}  // namespace

std::optional<Event> draw_letter_search(Ui& ui, const Rect& content, const LetterSearch& search) {
    const Sides sides = beside_keys(ui, content);
    Column column(sides.main);
    field(ui, column, search.field, 1);
    skip_shown(ui, column, ui.dp(24));
    const Rect rest = column.rest();
    const int high = std::min(rest.h, keys_height(ui, search.needs_digits));
    const Rect keys{rest.x, rest.bottom() - high, rest.w, high};
    const Rect above{rest.x, rest.y, rest.w, rest.h - high - ui.dp(24)};
    const auto chosen = search.draw_hits(sides.side.is_empty() ? above : sides.side);
    std::optional<Event> typed =
        keyboard(ui, keys, search.needs_digits ? Keys::Plain : Keys::Letters);
    // Other letters, other hits: from the first page on.
    if (typed) ui.memory(search.pages) = 0;
    return chosen ? chosen : typed;
}

}  // namespace motlan

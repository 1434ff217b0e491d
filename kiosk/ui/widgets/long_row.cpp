#include "kiosk/ui/widgets/long_row.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/widgets/block.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {
namespace {

/// "Chưa đúng: Nơi cư trú": its words may stand on the page before.
ButtonSpec button_of(const ListRow& row, const RowAction& action) {
    return {.id = action.id,
            .label = plain(action.label.shown + ": " + row.label.shown),
            .kind = ButtonKind::Quiet,
            .role = TextRole::Body,
            .is_for_holding = action.is_for_holding};
}

void add_button(Ui& ui, Pieces& pieces, const ButtonSpec& spec,
                std::optional<std::string>& chosen) {
    const int side = ui.dp(32);
    const int high = std::max(ui.dp(80), button_height(ui, spec, pieces.width() - 2 * side));
    const auto draw = [&ui, &chosen, spec, side, high](const Rect& box) {
        if (button(ui, {box.x + side, box.y, box.w - 2 * side, high}, spec)) chosen = spec.id;
    };
    pieces.add_row(high + ui.dp(24), draw, RowKind::Other);
}

}  // namespace

void add_long_row(Ui& ui, Pieces& pieces, const LongRow& long_row,
                  std::optional<std::string>& chosen) {
    const ListRow& row = long_row.row;
    Block block(ui, pieces.width(), row.tone);
    TextStyle label = row.value.is_empty() ? strong() : caption(ui);
    label.id = row.id + ".label";
    block.text(row.label, label);
    block.text(row.value, {.weight = Weight::Bold, .id = row.id, .privacy = row.privacy});
    if (!row.badge.is_empty())
        block.badge({.tone = row.tone, .words = row.badge, .id = row.id + ".badge"});
    if (long_row.is_only_shown)
        block.add_to(pieces, RowKind::Item);
    else
        block.add_before_button(pieces);
    for (const RowAction& action : row.actions)
        add_button(ui, pieces, button_of(row, action), chosen);
}

}  // namespace motlan

#include "kiosk/ui/widgets/badges.h"

#include <algorithm>
#include <utility>

namespace motlan {
namespace {

struct Placed {
    BadgeSpec badge;
    int from = 0;  ///< the line's left edge
    int width = 0;
};
using Line = std::vector<Placed>;

void add_line(Ui& ui, Pieces& pieces, Line line) {
    int high = 0;
    for (const Placed& each : line)
        high = std::max(high, badge_height(ui, each.badge.words, each.width));
    pieces.add(high, [&ui, line = std::move(line)](const Rect& box) {
        for (const Placed& each : line)
            badge(ui, {box.x + each.from, box.y, each.width, box.h}, each.badge);
    });
    pieces.skip(ui.dp(8));
}

}  // namespace

void add_badges(Ui& ui, Pieces& pieces, const std::vector<BadgeSpec>& badges) {
    const int gap = ui.dp(32);
    Line line;
    int next = 0;  // where the next badge of the line begins
    for (const BadgeSpec& each : badges) {
        const int width = std::min(badge_width(ui, each.words), pieces.width());
        if (!line.empty() && next + width > pieces.width()) {
            add_line(ui, pieces, std::exchange(line, {}));
            next = 0;
        }
        line.push_back({each, next, width});
        next += width + gap;
    }
    if (!line.empty()) add_line(ui, pieces, std::move(line));
}

}  // namespace motlan

#include "kiosk/ui/widgets/pager.h"

#include <algorithm>
#include <format>
#include <vector>

#include "kiosk/ui/widgets/button.h"

namespace motlan {
namespace {

/// First row of every page, and behind them the number of rows.
std::vector<int> page_starts(const PagedRows& rows, int room) {
    std::vector<int> starts{0};
    int used = 0;
    const int count = static_cast<int>(rows.heights.size());
    for (int i = 0; i < count; ++i) {
        const int height = rows.heights[static_cast<std::size_t>(i)];
        const bool is_first = i == starts.back();
        if (!is_first && (used + rows.gap + height > room || i - starts.back() >= rows.most)) {
            starts.push_back(i);
            used = height;
        } else {
            used += height + (is_first ? 0 : rows.gap);
        }
    }
    starts.push_back(count);
    return starts;
}

}  // namespace

PageView page_view(Ui& ui, const std::string& id, const PagedRows& rows) {
    std::vector<int> starts = page_starts(rows, rows.room);
    if (starts.size() > 2) starts = page_starts(rows, rows.room - pager_height(ui) - ui.dp(16));
    const int pages = static_cast<int>(starts.size()) - 1;
    int& page = ui.memory(id);
    page = std::clamp(page, 0, pages - 1);
    const auto at = static_cast<std::size_t>(page);
    return {starts[at], starts[at + 1], starts.back(), page, pages};
}

int pager_height(const Ui& ui) {
    return std::max(ui.dp(80), ui.theme().line_height(TextRole::Button) + ui.dp(24));
}

void draw_pager(Ui& ui, const Rect& box, const std::string& id, const PageView& view) {
    if (view.pages < 2) return;
    const Rect bar{box.x, box.bottom() - pager_height(ui), box.w, pager_height(ui)};
    const Row thirds(bar, 3, ui.dp(16));
    int& page = ui.memory(id);
    if (button(ui, thirds.at(0),
               {.id = id + ".before",
                .label = ui.text(Text::PagerBefore),
                .icon = Icon::ChevronUp,
                .is_enabled = view.page > 0})) {
        --page;
    }
    const Phrase where = ui.text(Text::PagerWhere, {{"first", std::to_string(view.first + 1)},
                                                    {"last", std::to_string(view.end)},
                                                    {"all", std::to_string(view.count)}});
    text(ui, thirds.at(1), where,
         {.weight = Weight::Bold, .align = Align::Center, .is_middle = true, .id = id + ".where"});
    if (button(ui, thirds.at(2),
               {.id = id + ".after",
                .label = ui.text(Text::PagerAfter),
                .icon = Icon::ChevronDown,
                .is_enabled = view.page + 1 < view.pages})) {
        ++page;
    }
}

}  // namespace motlan

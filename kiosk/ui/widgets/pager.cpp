#include "kiosk/ui/widgets/pager.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/text.h"

namespace motlan {
namespace {

/// So much is weighed at once where all is made easy (ux 6.3).
constexpr int kEasyItems = 4;

RowKind kind_of(const PagedRows& rows, int row) {
    return rows.kinds.empty() ? RowKind::Item : rows.kinds[static_cast<std::size_t>(row)];
}

/// Items among the rows from `first` up to but without `end`.
int count_items(const PagedRows& rows, int first, int end) {
    int count = 0;
    for (int i = first; i < end; ++i) count += kind_of(rows, i) == RowKind::Item ? 1 : 0;
    return count;
}

/// Where a page begins that has no more room before row `i`: headings move on with their row.
int next_start(const PagedRows& rows, int i, int start) {
    const int count = static_cast<int>(rows.heights.size());
    while (i < count && i - 1 > start && kind_of(rows, i - 1) == RowKind::Heading) --i;
    return i;
}

/// First row of every page, and behind them the number of rows.
std::vector<int> page_starts(const PagedRows& rows, int room, int most_items) {
    std::vector<int> starts{0};
    int used = 0;
    const int count = static_cast<int>(rows.heights.size());
    for (int i = 0; i < count; ++i) {
        const int height = rows.heights[static_cast<std::size_t>(i)];
        const bool is_first = i == starts.back();
        const bool is_full = used + rows.gap + height > room || i - starts.back() >= rows.most ||
                             count_items(rows, starts.back(), i + 1) > most_items;
        if (!is_first && is_full) {
            starts.push_back(next_start(rows, i, starts.back()));
            i = starts.back();
            used = rows.heights[static_cast<std::size_t>(i)];
        } else {
            used += height + (is_first ? 0 : rows.gap);
        }
    }
    starts.push_back(count);
    return starts;
}

/// The same for the room there is; more than one page leaves some of it to the bar.
std::vector<int> starts_of(const Ui& ui, const PagedRows& rows) {
    const int most = ui.comfort().is_easy ? kEasyItems : std::numeric_limits<int>::max();
    std::vector<int> starts = page_starts(rows, rows.room, most);
    if (starts.size() > 2)
        starts = page_starts(rows, rows.room - pager_height(ui) - ui.dp(16), most);
    return starts;
}

Phrase page_words(const Ui& ui, int page, int pages) {
    return ui.text(Text::PagerPage,
                   {{"page", std::to_string(page + 1)}, {"pages", std::to_string(pages)}});
}

/// For narrow columns.
Phrase short_words(const Ui& ui, const PageView& view) {
    return ui.text(Text::PagerShort, {{"page", std::to_string(view.page + 1)},
                                      {"pages", std::to_string(view.pages)}});
}

Phrase where_words(const Ui& ui, const PagedRows& rows, std::span<const int> starts, int page) {
    const int pages = static_cast<int>(starts.size()) - 1;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        if (count_items(rows, starts[i - 1], starts[i]) == 0) return page_words(ui, page, pages);
    }
    const auto at = static_cast<std::size_t>(page);
    const int before = count_items(rows, 0, starts[at]);
    const int here = count_items(rows, starts[at], starts[at + 1]);
    return ui.text(Text::PagerWhere,
                   {{"first", std::to_string(before + 1)},
                    {"last", std::to_string(before + here)},
                    {"all", std::to_string(count_items(rows, 0, starts.back()))}});
}

/// The buttons as wide as their words need, the position between them; where that is too much the
/// position is told by pages.
struct Bar {
    Rect before;
    Rect where;
    Rect after;
};

Bar bar_of(const Ui& ui, const Rect& box, const std::array<ButtonSpec, 2>& buttons) {
    const int gap = ui.dp(16);
    int wide = (box.w - 2 * gap) / 3;
    for (ButtonSpec button : buttons) {
        button.icon = Icon::None;
        wide = std::max(wide, button_width(ui, button) - ui.dp(20));
    }
    // A narrow column keeps room for "1/2" rather than for the gaps beside it.
    const int beside = std::clamp((box.w - 2 * wide - ui.dp(64)) / 2, ui.dp(6), gap);
    return {{box.x, box.y, wide, box.h},
            {box.x + wide + beside, box.y, box.w - 2 * (wide + beside), box.h},
            {box.right() - wide, box.y, wide, box.h}};
}

}  // namespace

void open_at(Ui& ui, const std::string& id, const PagedRows& rows, int row) {
    int& is_open = ui.memory(id + ".open");
    if (is_open != 0) return;
    is_open = 1;
    const std::vector<int> starts = starts_of(ui, rows);
    ui.memory(id) = static_cast<int>(std::ranges::upper_bound(starts, row) - starts.begin()) - 1;
}

PageView page_view(Ui& ui, const std::string& id, const PagedRows& rows) {
    const std::vector<int> starts = starts_of(ui, rows);
    const int pages = static_cast<int>(starts.size()) - 1;
    int& page = ui.memory(id);
    page = std::clamp(page, 0, pages - 1);
    const auto at = static_cast<std::size_t>(page);
    return {starts[at], starts[at + 1], starts.back(),
            page,       pages,          where_words(ui, rows, starts, page)};
}

int pager_height(const Ui& ui) {
    return std::max(ui.dp(80), ui.theme().line_height(TextRole::Button) + ui.dp(24));
}

void draw_pager(Ui& ui, const Rect& box, const std::string& id, const PageView& view) {
    if (view.pages < 2) return;
    const std::array<ButtonSpec, 2> buttons{{{.id = id + ".before",
                                              .label = ui.text(Text::PagerBefore),
                                              .icon = Icon::ChevronUp,
                                              .is_enabled = view.page > 0,
                                              .why_not = ui.text(Text::WhyNotFirst)},
                                             {.id = id + ".after",
                                              .label = ui.text(Text::PagerAfter),
                                              .icon = Icon::ChevronDown,
                                              .is_enabled = view.page + 1 < view.pages,
                                              .why_not = ui.text(Text::WhyNotLast)}}};
    const int high = pager_height(ui);
    const Bar bar = bar_of(ui, {box.x, box.bottom() - high, box.w, high}, buttons);
    const TextStyle style{.weight = Weight::Bold,
                          .align = Align::Center,
                          .is_middle = true,
                          .id = id + ".where",
                          .heard_as = NodeRole::Status};
    const bool fits = text_height(ui, view.where, style, bar.where.w) <= high;
    int& page = ui.memory(id);
    if (button(ui, bar.before, buttons[0])) --page;
    text(ui, bar.where, fits ? view.where : short_words(ui, view), style);
    if (button(ui, bar.after, buttons[1])) ++page;
}

}  // namespace motlan

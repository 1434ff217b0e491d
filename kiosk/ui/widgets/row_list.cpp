#include "kiosk/ui/widgets/row_list.h"

#include <algorithm>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/pager.h"

namespace motlan {
namespace {

constexpr int kPad = 24;
constexpr int kHeaderPad = 16;

ButtonSpec action_spec(const RowAction& action) {
    return {
        .id = action.id, .label = action.label, .kind = ButtonKind::Quiet, .role = TextRole::Body};
}

int action_height(const Ui& ui) {
    return std::max(ui.dp(72), ui.theme().line_height(TextRole::Body) + ui.dp(20));
}

int actions_width(const Ui& ui, const ListRow& row) {
    int wide = 0;
    for (const RowAction& action : row.actions) {
        wide += std::max(ui.dp(112), button_width(ui, action_spec(action))) + ui.dp(16);
    }
    return wide;
}

/// Buttons that would take half of the row go below its words.
bool is_stacked(const Ui& ui, const ListRow& row, int width) {
    return actions_width(ui, row) > width * 45 / 100;
}

int words_width(const Ui& ui, const ListRow& row, int width) {
    const int inner = width - 2 * ui.dp(32);
    return is_stacked(ui, row, width) ? inner : inner - actions_width(ui, row);
}

TextStyle label_style(const Ui& ui, const ListRow& row) {
    return row.value.is_empty() ? strong() : caption(ui);
}

int words_height(const Ui& ui, const ListRow& row, int width) {
    int high = text_height(ui, row.label, label_style(ui, row), width);
    if (!row.value.is_empty()) high += text_height(ui, row.value, strong(), width);
    if (!row.badge.is_empty()) high += badge_height(ui, row.badge, width);
    return high;
}

int row_height(const Ui& ui, const ListRow& row, int width) {
    if (row.is_header) {
        return text_height(ui, row.label, subheading(), width * 3 / 4) + ui.dp(kHeaderPad);
    }
    const int words = words_height(ui, row, words_width(ui, row, width));
    const int buttons = row.actions.empty() ? 0 : action_height(ui);
    const int inner =
        is_stacked(ui, row, width) ? words + ui.dp(12) + buttons : std::max(words, buttons);
    return inner + 2 * ui.dp(kPad);
}

std::vector<int> heights_of(const Ui& ui, const std::vector<ListRow>& rows, int width) {
    std::vector<int> heights;
    for (const ListRow& row : rows) heights.push_back(row_height(ui, row, width));
    return heights;
}

void draw_header(Ui& ui, const Rect& box, const ListRow& row) {
    TextStyle note = subheading();
    note.align = Align::Right;
    note.ink = ui.colours().ink_soft;
    note.id = row.id + ".note";
    const Rect line{box.x, box.y, box.w, box.h - ui.dp(kHeaderPad)};
    text(ui, {line.x, line.y, line.w * 3 / 4, line.h}, row.label, subheading());
    text(ui, {line.x + line.w * 3 / 4, line.y, line.w / 4, line.h}, row.note, note);
}

void draw_words(Ui& ui, const Rect& box, const ListRow& row) {
    const int high = words_height(ui, row, box.w);
    Column column({box.x, box.y + (box.h - high) / 2, box.w, high});
    TextStyle label = label_style(ui, row);
    label.id = row.id + ".label";
    text(ui, column, row.label, label);
    TextStyle value = strong();
    value.id = row.id;
    value.privacy = row.privacy;
    text(ui, column, row.value, value);
    if (!row.badge.is_empty()) {
        badge(ui, column.take(badge_height(ui, row.badge, box.w)), row.tone, row.badge);
    }
}

std::optional<std::string> draw_actions(Ui& ui, const Rect& box, const ListRow& row) {
    std::optional<std::string> chosen;
    int right = box.right();
    for (const RowAction& action : row.actions) {
        const ButtonSpec spec = action_spec(action);
        const int wide = std::max(ui.dp(112), button_width(ui, spec));
        const int high = action_height(ui);
        if (button(ui, {right - wide, box.y + (box.h - high) / 2, wide, high}, spec))
            chosen = action.id;
        right -= wide + ui.dp(16);
    }
    return chosen;
}

std::optional<std::string> draw_row(Ui& ui, const Rect& box, const ListRow& row) {
    const Rect inner = box.inset(ui.dp(32), ui.dp(kPad));
    ui.add({.id = row.id + ".row",
            .role = NodeRole::Group,
            .label = row.label,
            .rect = box,
            .privacy = row.privacy,
            .provenance = row.provenance,
            .legal_ref = row.legal_ref});
    if (!is_stacked(ui, row, box.w)) {
        draw_words(ui, {inner.x, inner.y, words_width(ui, row, box.w), inner.h}, row);
        return draw_actions(ui, inner, row);
    }
    const int high = action_height(ui);
    draw_words(ui, {inner.x, inner.y, inner.w, inner.h - high - ui.dp(12)}, row);
    return draw_actions(ui, {inner.x, inner.bottom() - high, inner.w, high}, row);
}

/// The rows from `first` up to `end` on one card, with lines between them.
std::optional<std::string> draw_group(Ui& ui, Column& column, std::span<const ListRow> rows,
                                      std::span<const int> heights) {
    int high = 0;
    for (const int height : heights) high += height;
    const Rect card = column.take(high);
    draw_card(ui, card);
    const GroundScope ground(ui, ui.colours().surface);
    Column inside(card);
    std::optional<std::string> chosen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rect box = inside.take(heights[i]);
        if (i > 0)
            ui.paint().fill({box.x + ui.dp(32), box.y, box.w - ui.dp(64), ui.dp(2)},
                            ui.colours().hairline);
        if (auto one = draw_row(ui, box, rows[i])) chosen = std::move(one);
    }
    return chosen;
}

}  // namespace

int rows_height(const Ui& ui, int width, const std::vector<ListRow>& rows) {
    int high = 0;
    for (const ListRow& row : rows) {
        if (row.is_header && high > 0) high += ui.dp(24);
        high += row_height(ui, row, width);
    }
    return high;
}

std::optional<std::string> draw_rows(Ui& ui, const Rect& box, const std::string& id,
                                     const std::vector<ListRow>& rows) {
    std::vector<int> heights = heights_of(ui, rows, box.w);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].is_header) heights[i] += ui.dp(24);
    }
    const PageView view = page_view(ui, id, {.heights = heights, .room = box.h});
    Column column(box);
    std::optional<std::string> chosen;
    auto at = static_cast<std::size_t>(view.first);
    const auto end = static_cast<std::size_t>(view.end);
    while (at < end) {
        if (rows[at].is_header) {
            if (at > static_cast<std::size_t>(view.first)) column.skip(ui.dp(24));
            draw_header(ui, column.take(row_height(ui, rows[at], box.w)), rows[at]);
            ++at;
            continue;
        }
        std::size_t last = at;
        while (last < end && !rows[last].is_header) ++last;
        const auto group = std::span(rows).subspan(at, last - at);
        if (auto one = draw_group(ui, column, group, std::span(heights).subspan(at, last - at)))
            chosen = std::move(one);
        at = last;
    }
    draw_pager(ui, box, id, view);
    return chosen;
}

}  // namespace motlan

#include "kiosk/ui/widgets/row_list.h"

#include <algorithm>

#include "kiosk/core/utf8.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/long_row.h"
#include "kiosk/ui/widgets/pager.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

constexpr int kPad = 24;
constexpr int kHeaderPad = 16;

/// Longer values than this are no name, address or answer of anybody; the rest is said and
/// not shown, so that a list ends.
constexpr std::size_t kMostLetters = 300;

ListRow bounded(ListRow row) {
    if (row.value.shown.size() <= kMostLetters) return row;
    const std::u32string letters = to_letters(row.value.shown);
    if (letters.size() > kMostLetters)
        row.value.shown = from_letters(letters.substr(0, kMostLetters)) + "…";
    return row;
}

ButtonSpec action_spec(const RowAction& action) {
    return {.id = action.id,
            .label = action.label,
            .kind = ButtonKind::Quiet,
            .role = TextRole::Body,
            .is_for_holding = action.is_for_holding};
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

/// Where a row's words go. On a wide row the label stands beside its value, which saves a line.
struct WordsLayout {
    Rect label;
    Rect value;
    int badge = 0;

    [[nodiscard]] int above_badge() const { return std::max(label.bottom(), value.bottom()); }
    [[nodiscard]] int height() const { return above_badge() + badge; }
};

/// Width of the labels where they stand beside the values, the same in every row.
int label_width(const Ui& ui) {
    return 13 * ui.theme().font(TextRole::Caption, Weight::Regular).em;
}

bool stands_beside(const Ui& ui, const ListRow& row, int width) {
    if (width < ui.dp(880) || row.value.is_empty() || ui.theme().is_portrait()) return false;
    return text_height(ui, row.label, label_style(ui, row), label_width(ui) - ui.dp(24)) ==
           ui.theme().line_height(TextRole::Caption);
}

WordsLayout lay_words(const Ui& ui, const ListRow& row, int width) {
    const int own = stands_beside(ui, row, width) ? label_width(ui) : 0;
    const bool is_beside = own > 0;
    WordsLayout l{.label = {0, 0, is_beside ? own - ui.dp(24) : width, 0},
                  .value = {own, 0, width - own, 0}};
    l.label.h = text_height(ui, row.label, label_style(ui, row), l.label.w);
    if (!row.value.is_empty()) {
        l.value.y = is_beside ? 0 : l.label.h;
        l.value.h = text_height(ui, row.value, strong(), l.value.w);
    }
    if (is_beside)  // The two stand on one base line.
        l.label.y =
            (ui.theme().line_height(TextRole::Body) - ui.theme().line_height(TextRole::Caption)) /
            2;
    l.badge = row.badge.is_empty() ? 0 : badge_height(ui, row.badge, width);
    return l;
}

int words_height(const Ui& ui, const ListRow& row, int width) {
    return lay_words(ui, row, width).height();
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

void draw_header(Ui& ui, const Rect& box, const ListRow& row) {
    TextStyle note = subheading();
    note.align = Align::Right;
    note.ink = ui.colours().ink_soft;
    note.id = row.id + ".note";
    TextStyle label = subheading();
    if (row.label.key.empty()) label.id = row.id + ".label";
    const Rect line{box.x, box.y, box.w, box.h - ui.dp(kHeaderPad)};
    text(ui, {line.x, line.y, line.w * 3 / 4, line.h}, row.label, label);
    text(ui, {line.x + line.w * 3 / 4, line.y, line.w / 4, line.h}, row.note, note);
}

void draw_words(Ui& ui, const Rect& box, const ListRow& row) {
    const WordsLayout l = lay_words(ui, row, box.w);
    const int top = box.y + (box.h - l.height()) / 2;
    TextStyle label = label_style(ui, row);
    label.id = row.id + ".label";
    text(ui, l.label.moved(box.x, top), row.label, label);
    TextStyle value = strong();
    value.id = row.id;
    value.privacy = row.privacy;
    text(ui, l.value.moved(box.x, top), row.value, value);
    if (l.badge > 0) {
        badge(ui, {box.x, top + l.above_badge(), box.w, l.badge},
              {.tone = row.tone,
               .words = row.badge,
               .id = row.id + ".badge",
               .privacy = row.is_badge_private ? row.privacy : Privacy::Public,
               .is_news = row.is_badge_news});
    }
}

std::optional<std::string> draw_actions(Ui& ui, const Rect& box, const ListRow& row) {
    std::optional<std::string> chosen;
    int right = box.right();
    for (const RowAction& action : row.actions) {
        const ButtonSpec spec = action_spec(action);
        const int wide = std::max(ui.dp(112), button_width(ui, spec));
        const int high = action_height(ui);
        const Rect place{right - wide, box.y + (box.h - high) / 2, wide, high};
        if (button(ui, ui.for_hand(place, box), spec)) chosen = action.id;
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
        const Rect words{inner.x, inner.y, words_width(ui, row, box.w), inner.h};
        draw_words(ui, ui.for_hand(words, inner), row);
        return draw_actions(ui, inner, row);
    }
    const int high = action_height(ui);
    draw_words(ui, {inner.x, inner.y, inner.w, inner.h - high - ui.dp(12)}, row);
    return draw_actions(ui, {inner.x, inner.bottom() - high, inner.w, high}, row);
}

}  // namespace

void add_rows(Ui& ui, Pieces& pieces, const std::vector<ListRow>& rows,
              std::optional<std::string>& chosen) {
    for (const ListRow& whole : rows) {
        const ListRow row = bounded(whole);
        const int high = row_height(ui, row, pieces.width());
        if (row.is_header) {
            if (pieces.height() > 0) pieces.skip(ui.dp(24));
            pieces.add(
                high, [&ui, row](const Rect& box) { draw_header(ui, box, row); }, RowKind::Heading);
            continue;
        }
        if (is_too_high(ui, high)) {
            add_long_row(ui, pieces, row, chosen);
            continue;
        }
        pieces.add_row(high, [&ui, &chosen, row](const Rect& box) {
            if (auto one = draw_row(ui, box, row)) chosen = std::move(one);
        });
    }
}

std::optional<std::string> draw_rows(Ui& ui, const Rect& box, const std::string& id,
                                     const std::vector<ListRow>& rows) {
    std::optional<std::string> chosen;
    Pieces pieces(ui, box.w);
    add_rows(ui, pieces, rows, chosen);
    pieces.draw(box, id);
    return chosen;
}

}  // namespace motlan

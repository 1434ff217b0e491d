#include "kiosk/ui/widgets/choice.h"

#include <algorithm>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/text.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

/// Words of more bytes are no label of ours and nobody's name: only they are shown in part.
constexpr std::size_t kLongWords = 240;

/// So much of a hint is shown, however long its label is.
constexpr int kLeastHint = 3;

/// As many lines as have room, or all.
int most_lines(const Ui& ui, const Phrase& words, TextRole role, int room) {
    return words.shown.size() > kLongWords ? lines_in(ui, role, room) : kEndless;
}

int words_width(const Ui& ui, const ChoiceSpec& spec, int width) {
    const int front = spec.icon == Icon::None ? ui.dp(32) : ui.dp(32 + 96 + 28);
    return width - front - ui.dp(104);
}

/// Its words as they stand below each other.
struct ChoiceWords {
    TextStyle label;
    TextStyle hint;
    int label_high = 0;
    int hint_high = 0;  ///< 0: there is none
};

/// A choice has room on every page: its label takes at most half of one, its hint what is left.
ChoiceWords lay_words(const Ui& ui, const ChoiceSpec& spec, int room) {
    const Palette& p = ui.colours();
    ChoiceWords l;
    l.label = {.role = TextRole::Button,
               .weight = Weight::Bold,
               .ink = spec.is_enabled ? p.ink : p.ink_soft,
               .most_lines = most_lines(ui, spec.label, TextRole::Button, page_room(ui) / 2)};
    l.label_high = text_height(ui, spec.label, l.label, room);
    const int left = page_room(ui) - l.label_high - 2 * ui.dp(28);
    l.hint = {.ink = p.ink_soft,
              .id = spec.id + ".hint",
              .privacy = spec.privacy,
              .most_lines = std::max(kLeastHint, most_lines(ui, spec.hint, TextRole::Body, left))};
    if (!spec.hint.is_empty()) l.hint_high = text_height(ui, spec.hint, l.hint, room);
    return l;
}

void draw_ground(Ui& ui, const Rect& box, const ChoiceSpec& spec) {
    const Palette& p = ui.colours();
    draw_card(ui, box);
    if (ui.is_pressed(spec.id)) ui.paint().fill(box, p.note.ground, ui.dp(24));
    if (spec.is_selected) ui.paint().outline(box, p.primary, ui.dp(24), ui.dp(6));
}

void draw_mark(Ui& ui, const Rect& box, const ChoiceSpec& spec) {
    const Palette& p = ui.colours();
    const int side = ui.dp(56);
    const Rect mark{box.right() - ui.dp(32) - side, box.center().y - side / 2, side, side};
    if (!spec.is_enabled) return;
    if (spec.leads_on) return draw_icon(ui, Icon::ChevronRight, mark, p.primary);
    if (!spec.is_selected) return ui.paint().outline(mark, p.outline, side / 2, ui.dp(4));
    ui.paint().fill(mark, p.primary, side / 2);
    draw_icon(ui, Icon::Check, mark.inset(ui.dp(12)), p.on_primary);
}

}  // namespace

int choice_height(const Ui& ui, const ChoiceSpec& spec, int width) {
    const ChoiceWords l = lay_words(ui, spec, words_width(ui, spec, width));
    return std::max(ui.dp(128), l.label_high + l.hint_high + 2 * ui.dp(28));
}

bool choice(Ui& ui, const Rect& box, const ChoiceSpec& spec) {
    const Palette& p = ui.colours();
    draw_ground(ui, box, spec);
    const bool is_pressed = ui.is_pressed(spec.id);
    const GroundScope ground(ui, is_pressed ? p.note.ground : p.surface);
    int x = box.x + ui.dp(32);
    if (spec.icon != Icon::None) {
        const Rect plate{x, box.center().y - ui.dp(48), ui.dp(96), ui.dp(96)};
        ui.paint().fill(plate, p.note.ground, ui.dp(20));
        draw_icon(ui, spec.icon, plate.inset(ui.dp(20)), p.note.line);
        x = plate.right() + ui.dp(28);
    }
    const int room = words_width(ui, spec, box.w);
    const ChoiceWords l = lay_words(ui, spec, room);
    const int top = box.y + (box.h - l.label_high - l.hint_high) / 2;
    Node node{.id = spec.id,
              .role = NodeRole::Choice,
              .label = spec.label,
              .value = spec.is_selected ? "selected" : "",
              .why_not = spec.is_enabled ? Phrase{} : spec.why_not,
              .rect = box,
              .is_touchable = true,
              .is_enabled = spec.is_enabled,
              .is_selected = spec.is_selected,
              .privacy = spec.privacy};
    node.setting = set_text(ui, {x, top, room, l.label_high}, spec.label.shown, l.label);
    if (l.hint_high > 0) text(ui, {x, top + l.label_high, room, l.hint_high}, spec.hint, l.hint);
    draw_mark(ui, box, spec);
    return ui.add(std::move(node));
}

void add_choice(Ui& ui, Pieces& pieces, const ChoiceSpec& spec, std::function<void()> when_chosen) {
    pieces.add(
        choice_height(ui, spec, pieces.width()),
        [&ui, spec, when_chosen = std::move(when_chosen)](const Rect& box) {
            if (choice(ui, box, spec)) when_chosen();
        },
        RowKind::Item);
    if (spec.is_selected) pieces.open_here();
}

}  // namespace motlan

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/field.h"
#include "kiosk/ui/widgets/key_layout.h"

namespace motlan {
namespace {

bool draw_key(Ui& ui, const Rect& box, const Key& key, bool is_on) {
    const Palette& p = ui.colours();
    const bool is_down = ui.is_pressed(key.id) || is_on;
    const Colour ground = is_down ? p.primary : p.surface;
    const Colour ink = is_down ? p.on_primary : p.ink;
    ui.paint().fill(box, ground, ui.dp(12));
    ui.paint().outline(box, p.outline, ui.dp(12), ui.dp(2));
    const GroundScope scope(ui, ground);
    const bool is_small = key.label.shown.size() > 3 && !key.is_word;
    const TextStyle style{.role = is_small ? TextRole::Caption : TextRole::Button,
                          .weight = Weight::Bold,
                          .ink = ink,
                          .align = Align::Center,
                          .is_middle = true};
    Rect words = box.inset(ui.dp(4), 0);
    const int side = ui.dp(40) + ui.dp(12);
    const bool has_icon = key.icon != Icon::None &&
                          text_width(ui.typeface(), ui.theme().font(style.role, style.weight),
                                     key.label.shown) <= words.w - side;
    if (has_icon) {
        draw_icon(ui, key.icon, {words.x + ui.dp(12), box.y, ui.dp(40), box.h}, ink);
        words = {words.x + side, box.y, words.w - side, box.h};
    }
    Node node{.id = key.id,
              .role = NodeRole::Key,
              .label = key.label,
              .rect = box,
              .is_touchable = true,
              .is_selected = is_on,
              .is_repeating = key.is_repeating,
              .privacy = key.privacy};
    // One line without marks on marks needs no more than its letters.
    const int line = std::max(words.h, ui.theme().line_height(style.role));
    node.setting = set_text(ui, words.centered(words.w, line), key.label.shown, style);
    if (node.setting->extent.h <= line) node.setting->extent = node.setting->extent.crossed(box);
    return ui.add(std::move(node));
}

struct RowPlace {
    Rect box;
    int columns = 10;
};

const Key* draw_row(Ui& ui, const RowPlace& place, const KeyRow& row, bool is_capital) {
    const Rect& box = place.box;
    const int gap = ui.dp(12);
    const int unit = (box.w - (place.columns - 1) * gap) / place.columns;
    const auto width = [&](const Key& key) {
        return (unit * key.width + gap * (key.width - 10)) / 10;
    };
    int total = -gap;
    for (const Key& key : row) total += width(key) + gap;
    int x = box.x + (box.w - total) / 2;
    const Key* chosen = nullptr;
    for (const Key& key : row) {
        const int wide = width(key);
        const bool is_on = key.is_on || (is_capital && key.id == kShift);
        if (draw_key(ui, {x, box.y, wide, box.h}, key, is_on)) chosen = &key;
        x += wide + gap;
    }
    return chosen;
}

/// 20 mm; where letters are large or hands are low a finger's 16 (ux 3.4, P5).
int least_key(const Ui& ui) {
    const bool has_room = ui.theme().size() == TextSize::Normal && !ui.is_low();
    return ui.dp(has_room ? 80 : 64);
}

int rows_height(const Ui& ui, int rows, int key) { return rows * key + (rows - 1) * ui.dp(12); }

/// Where words will stand once something is typed.
void draw_no_words(Ui& ui, const Rect& box) {
    text(ui, box, ui.text(Text::KeysNoWord),
         {.role = TextRole::Caption,
          .ink = ui.colours().ink_soft,
          .align = Align::Center,
          .is_middle = true,
          .id = std::string(kFirstWord)});
}

constexpr std::string_view kDigits = "key.digits";

/// Where a row less is needed, digits and the first letters share one, and a key changes between
/// them (ux 3.5).
void share_row(const Ui& ui, std::vector<KeyRow>& rows, bool has_digits) {
    rows.erase(rows.begin() + (has_digits ? 1 : 0));
    KeyRow& last = rows.back();
    last[0].width = 25;
    last[1].width = 37;
    last[2].width = 25;
    last.push_back({.id = std::string(kDigits),
                    .label = ui.text(has_digits ? Text::KeysLetters : Text::KeysDigits),
                    .event = Touched{},
                    .width = 13});
}

std::optional<Event> typed(const Ui& ui) {
    if (ui.moment().is_erased) return LetterErased{};
    if (!ui.moment().typed.empty()) return LettersTyped{ui.moment().typed};
    return std::nullopt;
}

}  // namespace

int keyboard_height(const Ui& ui, int width, Keys keys) {
    const int rows = static_cast<int>(key_layout(ui, width, false).rows.size());
    return rows_height(ui, rows + (keys == Keys::Worded ? 1 : 0), ui.dp(96));
}

std::optional<Event> keyboard(Ui& ui, const Rect& box, Keys keys,
                              std::span<const std::string> words) {
    int& is_capital = ui.memory("key.capitals");
    int& has_digits = ui.memory(std::string(kDigits));
    const bool has_all = keys == Keys::All || keys == Keys::Worded;
    auto [rows, columns] =
        has_all ? key_layout(ui, box.w, is_capital != 0) : plain_layout(ui, keys == Keys::Plain);
    const auto fits = [&](std::size_t count) {
        return box.h >= rows_height(ui, static_cast<int>(count), least_key(ui));
    };
    if (has_all && !fits(rows.size())) share_row(ui, rows, has_digits != 0);
    // The row of words has its place also while there are none: keys do not jump.
    if (keys == Keys::Worded && fits(rows.size() + 1))
        rows.insert(rows.begin(), word_row(ui, words, columns));
    const int count = static_cast<int>(rows.size());
    const int high = (box.h - (count - 1) * ui.dp(12)) / count;
    std::optional<Event> event = typed(ui);
    int y = box.y;
    for (const KeyRow& row : rows) {
        const RowPlace place{{box.x, y, box.w, high}, columns};
        if (row.empty()) draw_no_words(ui, place.box);
        if (const Key* key = draw_row(ui, place, row, is_capital != 0)) {
            event = key->event;
            is_capital = key->id == kShift ? 1 - is_capital : 0;
            if (key->id == kDigits) has_digits = 1 - has_digits;
        }
        y += high + ui.dp(12);
    }
    return event;
}

std::optional<Event> number_pad(Ui& ui, const Rect& box, Privacy digits) {
    const std::vector<KeyRow> rows = number_rows(ui, digits);
    const int high = (box.h - 3 * ui.dp(12)) / 4;
    std::optional<Event> event = typed(ui);
    int y = box.y;
    for (const KeyRow& row : rows) {
        const int wide = (box.w - 2 * ui.dp(12)) / 3;
        int x = box.x;
        for (const Key& key : row) {
            const int width = key.width > 10 ? 2 * wide + ui.dp(12) : wide;
            if (draw_key(ui, {x, y, width, high}, key, false)) event = key.event;
            x += width + ui.dp(12);
        }
        y += high + ui.dp(12);
    }
    return event;
}

}  // namespace motlan

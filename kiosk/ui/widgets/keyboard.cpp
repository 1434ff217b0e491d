#include <array>
#include <string_view>
#include <vector>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/field.h"

namespace motlan {
namespace {

/// One key: what it shows and what choosing it means.
struct Key {
    std::string id;
    Phrase label;
    Event event;
    int width = 10;  ///< in tenths of a letter key
    Icon icon = Icon::None;
};
using KeyRow = std::vector<Key>;

constexpr std::string_view kShift = "key.shift";

Key letter_key(std::string_view small, std::string_view capital, bool is_capital) {
    const std::string_view shown = is_capital ? capital : small;
    return {.id = "key." + std::string(small),
            .label = plain(std::string(shown)),
            .event = LettersTyped{std::string(shown)}};
}

/// The bytes of the next letter; moves `text` past it.
std::string_view next_letter(std::string_view& text) {
    const std::string_view before = text;
    static_cast<void>(take_letter(text));
    return before.substr(0, before.size() - text.size());
}

/// Letters of a row, small and capital, one after the other.
KeyRow letters(std::string_view small, std::string_view capital, bool is_capital) {
    KeyRow row;
    while (!small.empty()) {
        const std::string_view letter = next_letter(small);
        row.push_back(letter_key(letter, next_letter(capital), is_capital));
    }
    return row;
}

KeyRow tones(const Ui& ui) {
    struct Tone {
        char sign;
        Text label;
        int width;  ///< together as wide as ten letters
    };
    constexpr auto kTones = std::to_array<Tone>({{'s', Text::KeysToneS, 16},
                                                 {'f', Text::KeysToneF, 18},
                                                 {'r', Text::KeysToneR, 16},
                                                 {'x', Text::KeysToneX, 16},
                                                 {'j', Text::KeysToneJ, 17},
                                                 {'z', Text::KeysNone, 17}});
    KeyRow row;
    for (const Tone& tone : kTones) {
        row.push_back({.id = std::string("key.tone_") + tone.sign,
                       .label = ui.text(tone.label),
                       .event = ToneTyped{tone.sign},
                       .width = tone.width});
    }
    return row;
}

Key erase_key(const Ui& ui) {
    return {.id = "key.erase",
            .label = ui.text(Text::KeysErase),
            .event = LetterErased{},
            .width = 30,
            .icon = Icon::Backspace};
}

Key space_key(const Ui& ui) {
    return {.id = "key.space",
            .label = ui.text(Text::KeysSpace),
            .event = LettersTyped{" "},
            .width = 70};
}

std::vector<KeyRow> layout(const Ui& ui, Keys keys, bool is_capital) {
    std::vector<KeyRow> rows{letters("1234567890", "1234567890", is_capital),
                             letters("qwertyuiop", "QWERTYUIOP", is_capital),
                             letters("asdfghjkl", "ASDFGHJKL", is_capital),
                             letters("zxcvbnm,./", "ZXCVBNM,./", is_capital)};
    if (keys == Keys::Plain) {
        rows.push_back({space_key(ui), erase_key(ui)});
        return rows;
    }
    rows.push_back(letters("ăâđêôơư", "ĂÂĐÊÔƠƯ", is_capital));
    rows.back().push_back(erase_key(ui));
    rows.push_back(tones(ui));
    rows.push_back({{.id = std::string(kShift),
                     .label = ui.text(Text::KeysShift),
                     .event = Touched{},
                     .width = 30,
                     .icon = Icon::Shift},
                    space_key(ui)});
    return rows;
}

bool draw_key(Ui& ui, const Rect& box, const Key& key, bool is_on) {
    const Palette& p = ui.colours();
    const bool is_down = ui.is_pressed(key.id) || is_on;
    const Colour ground = is_down ? p.primary : p.surface;
    const Colour ink = is_down ? p.on_primary : p.ink;
    ui.paint().fill(box, ground, ui.dp(12));
    ui.paint().outline(box, p.outline, ui.dp(12), ui.dp(2));
    const GroundScope scope(ui, ground);
    Rect words = box.inset(ui.dp(4), 0);
    if (key.icon != Icon::None) {
        const int side = ui.dp(40);
        draw_icon(ui, key.icon, {words.x + ui.dp(12), box.y, side, box.h}, ink);
        words = {words.x + side + ui.dp(12), box.y, words.w - side - ui.dp(12), box.h};
    }
    const bool is_word = key.label.shown.size() > 3;
    Node node{.id = key.id,
              .role = NodeRole::Key,
              .label = key.label,
              .rect = box,
              .is_touchable = true,
              .is_selected = is_on};
    node.setting = set_text(ui, words, key.label.shown,
                            {.role = is_word ? TextRole::Caption : TextRole::Button,
                             .weight = Weight::Bold,
                             .ink = ink,
                             .align = Align::Center,
                             .is_middle = true});
    return ui.add(std::move(node));
}

const Key* draw_row(Ui& ui, const Rect& box, const KeyRow& row, bool is_capital) {
    const int gap = ui.dp(12);
    const int unit = (box.w - 9 * gap) / 10;
    int total = -gap;
    for (const Key& key : row) total += (unit * key.width + gap * (key.width - 10)) / 10 + gap;
    int x = box.x + (box.w - total) / 2;
    const Key* chosen = nullptr;
    for (const Key& key : row) {
        const int wide = (unit * key.width + gap * (key.width - 10)) / 10;
        if (draw_key(ui, {x, box.y, wide, box.h}, key, is_capital && key.id == kShift))
            chosen = &key;
        x += wide + gap;
    }
    return chosen;
}

std::optional<Event> typed(const Ui& ui) {
    if (ui.moment().is_erased) return LetterErased{};
    if (!ui.moment().typed.empty()) return LettersTyped{ui.moment().typed};
    return std::nullopt;
}

}  // namespace

int keyboard_height(const Ui& ui) { return 7 * ui.dp(96) + 6 * ui.dp(12); }

std::optional<Event> keyboard(Ui& ui, const Rect& box, Keys keys) {
    int& is_capital = ui.memory("key.capitals");
    const std::vector<KeyRow> rows = layout(ui, keys, is_capital != 0);
    const int count = static_cast<int>(rows.size());
    const int high = (box.h - (count - 1) * ui.dp(12)) / count;
    std::optional<Event> event = typed(ui);
    int y = box.y;
    for (const KeyRow& row : rows) {
        if (const Key* key = draw_row(ui, {box.x, y, box.w, high}, row, is_capital != 0)) {
            event = key->event;
            is_capital = key->id == kShift ? 1 - is_capital : 0;
        }
        y += high + ui.dp(12);
    }
    return event;
}

std::optional<Event> number_pad(Ui& ui, const Rect& box) {
    const std::vector<KeyRow> rows{letters("123", "123", false),
                                   letters("456", "456", false),
                                   letters("789", "789", false),
                                   {letter_key("0", "0", false), erase_key(ui)}};
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

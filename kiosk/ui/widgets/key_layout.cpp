#include "kiosk/ui/widgets/key_layout.h"

#include <array>
#include <utility>
#include <variant>

#include "kiosk/ui/typeface.h"

namespace motlan {
namespace {

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

/// The three rows of the Latin letters; the last has room for signs.
struct LetterRow {
    std::string_view small;
    std::string_view capital;
};
using LetterRows = std::array<LetterRow, 3>;

const LetterRows& rows_in(KeyOrder order) {
    static constexpr LetterRows kQwerty{
        {{"qwertyuiop", "QWERTYUIOP"}, {"asdfghjkl", "ASDFGHJKL"}, {"zxcvbnm,./", "ZXCVBNM,./"}}};
    static constexpr LetterRows kAbc{
        {{"abcdefghij", "ABCDEFGHIJ"}, {"klmnopqrs", "KLMNOPQRS"}, {"tuvwxyz,./", "TUVWXYZ,./"}}};
    return order == KeyOrder::Abc ? kAbc : kQwerty;
}

KeyRow letters(const LetterRow& row, bool is_capital) {
    return letters(row.small, row.capital, is_capital);
}

/// A row with letters or signs behind its own.
KeyRow letters(const LetterRow& row, const LetterRow& more, bool is_capital) {
    KeyRow all = letters(row, is_capital);
    for (Key& key : letters(more, is_capital)) all.push_back(std::move(key));
    return all;
}

struct ToneKey {
    char sign;
    Text label;
    Text short_label;
    int width;  ///< together as wide as ten letters
};
constexpr auto kTones = std::to_array<ToneKey>({{'s', Text::KeysToneS, Text::KeysShortS, 16},
                                                {'f', Text::KeysToneF, Text::KeysShortF, 18},
                                                {'r', Text::KeysToneR, Text::KeysShortR, 16},
                                                {'x', Text::KeysToneX, Text::KeysShortX, 16},
                                                {'j', Text::KeysToneJ, Text::KeysShortJ, 17},
                                                {'z', Text::KeysNone, Text::KeysNone, 17}});

/// The tones by name and example.
KeyRow tones(const Ui& ui) {
    KeyRow row;
    for (const ToneKey& tone : kTones) {
        row.push_back({.id = std::string("key.tone_") + tone.sign,
                       .label = ui.text(tone.label),
                       .event = ToneTyped{tone.sign},
                       .width = tone.width});
    }
    return row;
}

/// The tones by example alone, each as wide as a letter; "no tone" keeps its words.
KeyRow short_tones(const Ui& ui, int none_width) {
    KeyRow row = tones(ui);
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].label = ui.text(kTones.at(i).short_label);
        row[i].width = kTones.at(i).sign == 'z' ? none_width : 10;
    }
    return row;
}

Key erase_key(const Ui& ui) {
    return {.id = "key.erase",
            .label = ui.text(Text::KeysErase),
            .event = LetterErased{},
            .width = 30,
            .icon = Icon::Backspace,
            .is_repeating = true};
}

Key shift_key(const Ui& ui) {
    return {.id = std::string(kShift),
            .label = ui.text(Text::KeysShift),
            .event = Touched{},
            .width = 30,
            .icon = Icon::Shift};
}

Key space_key(const Ui& ui, int width) {
    return {.id = "key.space",
            .label = ui.text(Text::KeysSpace),
            .event = LettersTyped{" "},
            .width = width};
}

/// Shows how marks are typed now and goes on to the next way.
Key way_key(const Ui& ui) {
    struct Way {
        Text label;
        TypingWay next;
    };
    constexpr std::array<Way, 3> kWays{{{Text::KeysWayDirect, TypingWay::Telex},
                                        {Text::KeysWayTelex, TypingWay::Vni},
                                        {Text::KeysWayVni, TypingWay::Direct}}};
    const Way& way = kWays.at(std::to_underlying(ui.comfort().typing));
    return {.id = "key.way",
            .label = ui.text(way.label),
            .event = TypingWayWished{way.next},
            .width = 40};
}

void append(KeyRow& row, const KeyRow& more) { row.insert(row.end(), more.begin(), more.end()); }

/// On while letters stand as in the alphabet.
Key order_key(const Ui& ui) {
    const bool is_abc = ui.comfort().keys == KeyOrder::Abc;
    return {.id = "key.order",
            .label = ui.text(Text::KeysAlphabet),
            .event = KeyOrderWished{is_abc ? KeyOrder::Qwerty : KeyOrder::Abc},
            .is_on = is_abc};
}

/// Seven rows of ten letters, for a high panel.
std::vector<KeyRow> high_layout(const Ui& ui, bool is_capital) {
    const bool is_normal = ui.theme().size() == TextSize::Normal;
    const LetterRows& latin = rows_in(ui.comfort().keys);
    std::vector<KeyRow> rows{letters("1234567890", "1234567890", is_capital),
                             letters(latin[0], is_capital),
                             letters(latin[1], is_capital),
                             letters(latin[2], is_capital),
                             letters("ăâđêôơư", "ĂÂĐÊÔƠƯ", is_capital),
                             is_normal ? tones(ui) : short_tones(ui, 50)};
    rows[2].push_back(order_key(ui));
    rows[4].push_back(erase_key(ui));
    rows.push_back({shift_key(ui), way_key(ui), space_key(ui, 30)});
    return rows;
}

/// Five rows of fifteen letters, for a low panel: the Vietnamese letters stand beside the others.
std::vector<KeyRow> low_layout(const Ui& ui, bool is_capital) {
    const LetterRows& latin = rows_in(ui.comfort().keys);
    std::vector<KeyRow> rows{letters("1234567890", "1234567890", is_capital),
                             letters(latin[0], {"ăâđêô", "ĂÂĐÊÔ"}, is_capital),
                             letters(latin[1], {"-ơư", "-ƠƯ"}, is_capital),
                             letters(latin[2], is_capital),
                             {shift_key(ui), way_key(ui), space_key(ui, 70), order_key(ui)}};
    KeyRow marks = short_tones(ui, 30);
    rows[0].push_back(erase_key(ui));
    rows[0].back().width = 50;
    rows[2].push_back(marks.back());
    marks.pop_back();
    append(rows[3], marks);
    return rows;
}

/// Who hears one letter after the other knows the text. A blank tells nothing and is found by ear.
void make_private(std::vector<KeyRow>& rows) {
    for (KeyRow& row : rows) {
        for (Key& key : row) {
            const auto* typed = std::get_if<LettersTyped>(&key.event);
            const bool is_letter = typed != nullptr && typed->letters != " ";
            if (is_letter || std::holds_alternative<ToneTyped>(key.event))
                key.privacy = Privacy::Masked;
        }
    }
}

}  // namespace

KeyLayout key_layout(const Ui& ui, int width, bool is_capital) {
    // Keys stay 20 mm wide (ux 3.4).
    const bool is_wide = width >= 15 * ui.dp(80) + 14 * ui.dp(12);
    KeyLayout layout = is_wide ? KeyLayout{low_layout(ui, is_capital), 15}
                               : KeyLayout{high_layout(ui, is_capital), 10};
    make_private(layout.rows);
    return layout;
}

KeyRow word_row(const Ui& ui, std::span<const std::string> words, int columns) {
    KeyRow row;
    for (const std::string& word : words)
        row.push_back({.id = "key.word." + std::to_string(row.size()),
                       .label = ui.text(Text::KeysWord, {{"word", word}}),
                       .event = WordChosen{word},
                       .width = 10 * columns / static_cast<int>(kMostSuggestions),
                       .privacy = Privacy::Masked,
                       .is_word = true});
    return row;
}

KeyLayout plain_layout(const Ui& ui, bool has_digits) {
    const LetterRows& latin = rows_in(ui.comfort().keys);
    KeyLayout layout{{letters(latin[0], false),
                      letters(latin[1], false),
                      letters(latin[2], false),
                      {space_key(ui, 55), order_key(ui), erase_key(ui)}}};
    layout.rows.back()[1].width = 15;
    if (!has_digits) return layout;
    layout.rows.insert(layout.rows.begin(), letters("1234567890", "1234567890", false));
    return layout;
}

std::vector<KeyRow> number_rows(const Ui& ui, Privacy digits) {
    std::vector<KeyRow> rows{letters("123", "123", false), letters("456", "456", false),
                             letters("789", "789", false), letters("0", "0", false)};
    for (KeyRow& row : rows) {
        for (Key& key : row) key.privacy = digits;
    }
    rows.back().push_back(erase_key(ui));
    return rows;
}

}  // namespace motlan

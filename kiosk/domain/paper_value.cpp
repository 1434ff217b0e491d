#include "kiosk/domain/paper_value.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "kiosk/core/digits.h"
#include "kiosk/core/typing.h"
#include "kiosk/core/utf8.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/domain/citizen_number.h"
#include "kiosk/domain/civil_date.h"
#include "kiosk/domain/page_words.h"

namespace motlan {
namespace {

using LineWords = std::span<const PageWord>;
using Value = std::optional<std::string>;

constexpr std::array<std::string_view, 3> kShapes{"person_number", "date", "name"};
constexpr std::size_t kShortestLabel = 3;
constexpr std::size_t kLongestLabel = 60;
constexpr std::size_t kMostNameWords = 8;
constexpr int kFirstYear = 1800;
// With these begins what stands behind a name on the same line: "Giới tính", "Quốc tịch" …
constexpr std::array<std::string_view, 9> kNextLabels{"gioi", "quoc", "dan", "sinh", "ngay",
                                                      "nam",  "noi",  "so",  "chuc"};

/// The digits of a word that has nothing else but marks around or between them.
Value digits_of(const PageWord& word) {
    std::string letters = bare_letters(word.text);
    return are_digits(letters) && word.confidence >= kClearWord ? Value(std::move(letters))
                                                                : std::nullopt;
}

/// Twelve digits, in one word or in groups.
Value person_number_in(LineWords words) {
    std::string digits;
    for (const PageWord& word : words) {
        if (CitizenNumber::parse(digits)) break;
        const Value more = digits_of(word);
        if (!more) digits.clear();
        digits += more.value_or(std::string());
    }
    return CitizenNumber::parse(digits) ? Value(std::move(digits)) : std::nullopt;
}

/// The numbers of a word such as "17/9/1987"; one that is too long for a date counts as 0.
void add_numbers(std::string_view word, std::vector<int>& numbers) {
    for (std::size_t i = 0; i < word.size();) {
        const std::size_t end = std::min(word.find_first_not_of("0123456789", i), word.size());
        if (end > i) {
            const auto number = end - i <= 4 ? whole_number(word.substr(i, end - i)) : 0;
            numbers.push_back(static_cast<int>(number.value_or(0)));
        }
        i = std::max(end, i + 1);
    }
}

/// Day, month and year with nothing between them but marks and the words for them.
Value date_in(LineWords words) {
    std::vector<int> numbers;
    for (const PageWord& word : words) {
        const std::string letters = bare_letters(word.text);
        const bool is_unit = letters == "ngay" || letters == "thang" || letters == "nam";
        const bool is_number = std::ranges::all_of(letters, is_digit);
        if (numbers.size() >= 3) break;
        if ((!is_unit && !is_number) || word.confidence < kClearWord)
            numbers.clear();
        else if (is_number)
            add_numbers(word.text, numbers);
    }
    if (numbers.size() < 3 || numbers[2] < kFirstYear) return std::nullopt;
    const auto date = CivilDate::make(numbers[2], numbers[1], numbers[0]);
    return date ? Value(date->to_text()) : std::nullopt;
}

bool is_capital(char32_t letter) {
    const std::string text = from_letters({&letter, 1});
    return to_lower(text) != text;
}

bool is_in_capitals(std::string_view part) {
    return count_letters(part) > 1 && to_upper(part) == part;
}

/// As a name is written, also where it was printed in capitals.
std::string written_name(std::span<const std::string> parts) {
    std::string name;
    for (const std::string& part : parts) {
        if (!name.empty()) name += ' ';
        for (const char32_t letter : to_letters(is_in_capitals(part) ? to_lower(part) : part)) {
            const char32_t written = in_name(name, letter);
            name += from_letters({&written, 1});
        }
    }
    return name;
}

bool is_letter(char32_t letter) { return letter_kind(letter) == LetterKind::Letter; }

/// K'Hoa and Y-Bih are names too.
bool is_in_name(char32_t letter) {
    return is_letter(letter) || letter == U'-' || letter == U'\'' || letter == U'\u2019';
}

/// Words with capitals up to a mark, a word without one, or the beginning of the next label. A
/// name in capitals ends where these do.
Value name_in(LineWords words) {
    std::vector<std::string> parts;
    for (const PageWord& word : words) {
        const std::u32string letters = to_letters(word.text);
        const auto first = std::ranges::find_if(letters, is_letter);
        const auto last = std::find_if_not(first, letters.end(), is_in_name);
        const bool is_mark = first == letters.end() && !digits_of(word);
        if (is_mark && parts.empty()) continue;
        const std::string part = from_letters(std::u32string(first, last));
        const bool is_other =
            !parts.empty() && is_in_capitals(parts.front()) && to_upper(part) != part;
        if (first == letters.end() || !is_capital(*first) || is_other) break;
        if (word.confidence < kClearWord || parts.size() == kMostNameWords) return std::nullopt;
        parts.push_back(part);
        if (last != letters.end()) break;
    }
    if (!parts.empty() && std::ranges::contains(kNextLabels, fold(parts.back()))) parts.pop_back();
    return parts.size() >= 2 ? Value(written_name(parts)) : std::nullopt;
}

Value value_in(LineWords words, ValueShape shape) {
    switch (shape) {
        case ValueShape::PersonNumber: return person_number_in(words);
        case ValueShape::Date: return date_in(words);
        case ValueShape::Name: return name_in(words);
    }
    return std::nullopt;
}

/// The words of each line, in reading order.
std::vector<LineWords> lines_of(const PageText& page) {
    std::vector<LineWords> lines;
    for (auto begin = page.words.begin(); begin != page.words.end();) {
        const auto is_elsewhere = [&](const PageWord& word) { return word.line != begin->line; };
        const auto end = std::find_if(begin, page.words.end(), is_elsewhere);
        lines.emplace_back(begin, end);
        begin = end;
    }
    return lines;
}

/// Words without a capital up to a colon belong to the label still: "tên | người chết: PHAN …".
LineWords past_label(LineWords rest) {
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const std::string& word = rest[i].text;
        if (word.ends_with(':')) return rest.subspan(i + 1);
        const char32_t first = to_letters(word).front();
        if (!is_letter(first) || is_capital(first)) break;
    }
    return rest;
}

/// What stands behind the label; nothing when it is not on the line.
std::optional<LineWords> behind(std::string_view label, LineWords line) {
    std::string letters;
    std::vector<std::size_t> ends;
    for (const PageWord& word : line) ends.push_back((letters += bare_letters(word.text)).size());
    const auto end = end_of_phrase(bare_letters(label), letters);
    if (!end) return std::nullopt;
    const auto last = std::ranges::lower_bound(ends, *end);
    const auto place = static_cast<std::size_t>(last - ends.begin());
    const LineWords rest = line.subspan(place + 1);
    return line[place].text.ends_with(':') ? rest : past_label(rest);
}

}  // namespace

ValueOnPaper read_value_on_paper(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), above.path_of("on_paper"));
    ValueOnPaper value{.paper = ItemId(fields.text("paper")), .after = fields.texts("after")};
    const auto shape = std::ranges::find(kShapes, fields.text("shape"));
    if (shape == kShapes.end()) fields.refuse("shape", "person_number, date or name is needed");
    value.shape = static_cast<ValueShape>(shape - kShapes.begin());
    if (value.after.empty()) fields.refuse("after", "at least one label is needed");
    for (const std::string& label : value.after) {
        const std::size_t letters = bare_letters(label).size();
        if (letters < kShortestLabel || letters > kLongestLabel)
            fields.refuse("after", "a label has 3 to 60 letters");
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return value;
}

std::vector<std::string> values_on(const ValueOnPaper& wanted, const PageText& page) {
    std::vector<std::string> values;
    const std::vector<LineWords> lines = lines_of(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const std::string& label : wanted.after) {
            const auto rest = behind(label, lines[i]);
            if (!rest) continue;
            Value value = value_in(*rest, wanted.shape);
            if (!value && i + 1 < lines.size()) value = value_in(lines[i + 1], wanted.shape);
            if (value && !std::ranges::contains(values, *value)) values.push_back(*value);
        }
    }
    return values;
}

}  // namespace motlan

#include "kiosk/care/redactor.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "kiosk/core/digits.h"

namespace motlan {
namespace {

/// Whether it may stand inside a fingerprint, an id or a name, of which digits are only a part.
bool continues_word(char letter) {
    return is_digit(letter) || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '_';
}

/// A digit, or what people put between groups of digits.
bool groups(char letter) { return letter == ' ' || letter == '.' || letter == '-'; }

/// The length of a number that begins here: its digits, with at most one sign between two of them.
/// Answers where it ends in `end`.
std::string number_at(std::string_view line, std::size_t begin, std::size_t& end) {
    std::string digits;
    std::size_t at = begin;
    while (at < line.size()) {
        if (is_digit(line[at])) {
            digits += line[at++];
        } else if (groups(line[at]) && at + 1 < line.size() && is_digit(line[at + 1])) {
            ++at;
        } else {
            break;
        }
    }
    end = at;
    return digits;
}

/// A card's number has 12 digits, an old one's 9; a telephone's 10 and begins with 0. Groups of a
/// date or a time are shorter or are followed by letters such as T and Z.
std::string_view kind_of(std::string_view digits) {
    if (digits.size() == 12) return "twelve digits, as of a card";
    if (digits.size() == 9) return "nine digits, as of an old card";
    if (digits.size() == 10 && digits.front() == '0') return "ten digits, as of a telephone";
    return {};
}

/// A bare number of JSON: with us a count or a time of a clock, as what a citizen has is text.
bool is_count(std::string_view line, std::size_t at) { return line.substr(0, at).ends_with("\":"); }

std::string_view number_in(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        if (!is_digit(line[at])) {
            ++at;
            continue;
        }
        const bool begins = at == 0 || (!continues_word(line[at - 1]) && !is_count(line, at));
        std::size_t end = at;
        const std::string digits = number_at(line, at, end);
        const bool ends = end == line.size() || !continues_word(line[end]);
        if (begins && ends && !kind_of(digits).empty()) return kind_of(digits);
        at = end;
    }
    return {};
}

/// Letters that only Vietnamese words have (Unicode, Latin Extended Additional and a few before
/// it).
bool has_vietnamese(std::string_view line) {
    constexpr std::array<std::string_view, 8> kLetters{"\xE1\xBA", "\xE1\xBB", "\xC4\x83",
                                                       "\xC4\x91", "\xC4\x90", "\xC6\xA1",
                                                       "\xC6\xB0", "\xC4\x82"};
    return std::ranges::any_of(kLetters, [&](auto letter) { return line.contains(letter); });
}

bool has_mail_address(std::string_view line) {
    const std::size_t at = line.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < line.size() &&
           continues_word(line[at - 1]) && continues_word(line[at + 1]);
}

std::string_view look_at(std::string_view line) {
    if (line.contains("PRIVATE KEY")) return "a private key";
    if (std::ranges::count(line, '|') >= 5) return "fields between bars, as of a card's code";
    if (has_vietnamese(line)) return "Vietnamese words, as of a name or an address";
    if (has_mail_address(line)) return "an address for mail";
    return number_in(line);
}

}  // namespace

std::optional<Suspicion> find_personal(std::string_view text) {
    const bool is_binary = text.contains('\0');
    std::size_t number = 0;
    for (const auto each : text | std::views::split('\n')) {
        ++number;
        const std::string_view line(each);
        const std::string_view what = is_binary ? number_in(line) : look_at(line);
        if (!what.empty()) return Suspicion{what, number};
    }
    return std::nullopt;
}

}  // namespace motlan

#include "kiosk/speech/number_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/core/digits.h"

namespace motlan {
namespace {

using Names = std::array<std::string_view, 10>;
constexpr Names kDigits{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
constexpr Names kEnglishDigits{"zero", "one", "two",   "three", "four",
                               "five", "six", "seven", "eight", "nine"};
constexpr Names kTeens{"ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                       "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr Names kTens{"",      "ten",   "twenty",  "thirty", "forty",
                      "fifty", "sixty", "seventy", "eighty", "ninety"};

constexpr std::uint64_t kThousand = 1000;

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") {
    std::string text;
    for (const std::string& word : words) {
        if (word.empty()) continue;
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

/// Tens and ones: "mười lăm", "hai mươi mốt", "hai mươi tư".
std::string tens(std::uint64_t number) {
    const std::uint64_t ten = number / 10;
    const std::uint64_t one = number % 10;
    std::string text = ten == 1 ? "mười" : std::string(kDigits.at(ten)) + " mươi";
    if (one == 0) return text;
    if (one == 5) return text + " lăm";
    if (ten > 1 && one == 1) return text + " mốt";
    if (ten > 1 && one == 4) return text + " tư";
    return text + " " + std::string(kDigits.at(one));
}

/// Up to 999; after a larger group hundreds are said even when there are none: "không trăm linh
/// năm".
std::string hundreds(std::uint64_t number, bool is_after_more) {
    const std::uint64_t hundred = number / 100;
    const std::uint64_t rest = number % 100;
    std::vector<std::string> words;
    if (hundred > 0 || is_after_more) words.push_back(std::string(kDigits.at(hundred)) + " trăm");
    if (rest >= 10) words.push_back(tens(rest));
    if (rest > 0 && rest < 10) {
        if (!words.empty()) words.emplace_back("linh");
        words.emplace_back(kDigits.at(rest));
    }
    return joined(words);
}

std::string vietnamese(std::uint64_t number, bool is_after_more = false) {
    constexpr std::uint64_t kBillion = 1'000'000'000;
    if (number >= kBillion) {
        const std::uint64_t rest = number % kBillion;
        return joined(
            {vietnamese(number / kBillion) + " tỷ", rest > 0 ? vietnamese(rest, true) : ""});
    }
    std::vector<std::string> words;
    std::uint64_t unit = kThousand * kThousand;
    for (const std::string_view name : {" triệu", " nghìn", ""}) {
        const std::uint64_t group = number / unit % kThousand;
        const bool has_more = is_after_more || !words.empty();
        if (group > 0) words.push_back(hundreds(group, has_more) + std::string(name));
        unit /= kThousand;
    }
    return words.empty() ? std::string(kDigits[0]) : joined(words);
}

std::string english_below_thousand(std::uint64_t number) {
    const std::uint64_t rest = number % 100;
    std::string small;
    if (rest >= 20) {
        small = kTens.at(rest / 10);
        if (rest % 10 > 0) small += "-" + std::string(kEnglishDigits.at(rest % 10));
    } else if (rest >= 10) {
        small = kTeens.at(rest - 10);
    } else if (rest > 0) {
        small = kEnglishDigits.at(rest);
    }
    if (number < 100) return small;
    const std::string hundred = std::string(kEnglishDigits.at(number / 100)) + " hundred";
    return small.empty() ? hundred : hundred + " and " + small;
}

std::string english(std::uint64_t number) {
    if (number == 0) return std::string(kEnglishDigits[0]);
    constexpr std::array<std::string_view, 7> kGroups{
        "", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"};
    std::vector<std::string> words;
    for (std::size_t group = 0; number > 0; ++group, number /= kThousand) {
        const std::uint64_t part = number % kThousand;
        if (part == 0) continue;
        const bool is_short = group == 0 && part < 100 && number >= kThousand;
        words.push_back((is_short ? "and " : "") + english_below_thousand(part) +
                        std::string(kGroups.at(group)));
    }
    std::ranges::reverse(words);
    return joined(words);
}

}  // namespace

std::string number_words(std::int64_t number, Language language) {
    const bool is_negative = number < 0;
    const auto size =
        is_negative ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    if (language == Language::English) return (is_negative ? "minus " : "") + english(size);
    return (is_negative ? "âm " : "") + vietnamese(size);
}

std::string digit_words(std::string_view digits, Language language) {
    const Names& names = language == Language::English ? kEnglishDigits : kDigits;
    std::vector<std::string> words;
    for (const char digit : digits) {
        if (is_digit(digit)) {
            words.emplace_back(names.at(static_cast<std::size_t>(digit - '0')));
        }
    }
    const std::size_t size = words.size() % 3 != 0 && words.size() % 4 == 0 ? 4 : 3;
    std::vector<std::string> groups;
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t left = words.size() - i;
        const std::size_t next = left <= size + 1 ? left : size;
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
        groups.push_back(joined({begin, begin + static_cast<std::ptrdiff_t>(next)}));
        i += next;
    }
    return joined(groups, ", ");
}

}  // namespace motlan

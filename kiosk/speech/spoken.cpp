#include "kiosk/speech/spoken.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ranges>
#include <vector>

#include "kiosk/core/digits.h"
#include "kiosk/core/utf8.h"
#include "kiosk/speech/lexicon.h"
#include "kiosk/speech/number_words.h"
#include "kiosk/speech/spelled.h"

namespace motlan {
namespace {

constexpr std::size_t kLongest = 4'000;
constexpr std::size_t kLongestNumber = 8;  // digits; more are a number of something, not a quantity

using Said = std::optional<std::string>;

std::optional<std::int64_t> number_of(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    if (!are_digits(digits) || error != std::errc() || end != digits.end()) return std::nullopt;
    return number;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> pieces;
    for (const auto piece : text | std::views::split(at)) {
        pieces.emplace_back(piece.begin(), piece.end());
    }
    return pieces;
}

/// Says one word at a time, with the ones before and after in view.
class Reader {
public:
    Reader(std::string_view text, Language language)
        : language_(language), words_(split(text, ' ')) {}

    std::string read() {
        std::string text;
        for (place_ = 0; place_ < words_.size(); ++place_) {
            if (place_ > 0) text += ' ';
            text += word();
        }
        return text;
    }

private:
    [[nodiscard]] bool is_english() const { return language_ == Language::English; }
    [[nodiscard]] std::string say(std::int64_t number) const {
        return number_words(number, language_);
    }
    [[nodiscard]] std::string_view before() const {
        return place_ > 0 ? words_[place_ - 1] : std::string_view();
    }
    [[nodiscard]] std::string choose(std::string_view vi, std::string_view en) const {
        return std::string(is_english() ? en : vi);
    }

    /// The word without the marks around it; they stay, they are pauses.
    std::string word() {
        const std::string_view whole = words_[place_];
        if (const auto full = expansion(whole, language_)) return std::string(*full);
        const auto first = whole.find_first_not_of("(\"'[“‘");
        if (first == std::string_view::npos) return std::string(whole);
        const auto last = whole.find_last_not_of(".,;:!?)\"']…");
        if (last == std::string_view::npos || last < first) return std::string(whole);
        const std::string_view core = whole.substr(first, last - first + 1);
        return std::string(whole.substr(0, first)) + core_of(core) +
               std::string(whole.substr(last + 1));
    }

    [[nodiscard]] std::string core_of(std::string_view core) const {
        using Rule = Said (Reader::*)(std::string_view) const;
        for (const Rule rule :
             {&Reader::abbreviation, &Reader::roman, &Reader::day, &Reader::time, &Reader::percent,
              &Reader::money, &Reader::quantity, &Reader::share, &Reader::act, &Reader::code}) {
            if (auto said = (this->*rule)(core)) return *std::move(said);
        }
        return std::string(core);
    }

    [[nodiscard]] Said abbreviation(std::string_view core) const {
        return expansion(core, language_).transform([](auto full) { return std::string(full); });
    }

    [[nodiscard]] Said roman(std::string_view core) const {
        const auto number = roman_numeral(core);
        if (!number || !takes_roman(to_lower(before()))) return std::nullopt;
        return say(*number);
    }

    [[nodiscard]] Said day(std::string_view core) const {
        const auto pieces = split(core, '/');
        if (pieces.size() != 3 || pieces[2].size() != 4) return month(core);
        const auto [day, month, year] =
            std::array{number_of(pieces[0]), number_of(pieces[1]), number_of(pieces[2])};
        if (!day || !month || !year || *day > 31 || *month < 1 || *month > 12) return std::nullopt;
        if (is_english()) {
            return say(*day) + " " + std::string(english_month(static_cast<int>(*month))) + " " +
                   say(*year);
        }
        const std::string lead = to_lower(before()).ends_with("ngày") ? "" : "ngày ";
        return lead + say(*day) + " tháng " + say(*month) + " năm " + say(*year);
    }

    /// "11/2026", and "2/9" after the word for day.
    [[nodiscard]] Said month(std::string_view core) const {
        const auto pieces = split(core, '/');
        if (pieces.size() != 2 || is_english()) return std::nullopt;
        const auto first = number_of(pieces[0]);
        const auto second = number_of(pieces[1]);
        if (!first || !second || *first < 1) return std::nullopt;
        const std::string lead = to_lower(before());
        if (pieces[1].size() == 4 && *first <= 12) {
            return (lead == "tháng" ? "" : "tháng ") + say(*first) + " năm " + say(*second);
        }
        if (lead != "ngày" || *first > 31 || *second > 12) return std::nullopt;
        return say(*first) + " tháng " + say(*second);
    }

    /// "08:51", "15h30", "17h".
    [[nodiscard]] Said time(std::string_view core) const {
        const auto at = core.find_first_of(":h");
        if (at == std::string_view::npos || at > 2) return std::nullopt;
        const auto hour = number_of(core.substr(0, at));
        const std::string_view rest = core.substr(at + 1);
        const auto minute = rest.empty() && core[at] == 'h' ? 0 : number_of(rest);
        if (!hour || !minute || *hour > 24 || *minute > 59 || rest.size() > 2) return std::nullopt;
        if (is_english()) {
            return say(*hour) + (*minute > 0
                                     ? " " + std::string(*minute < 10 ? "oh " : "") + say(*minute)
                                     : " o'clock");
        }
        return say(*hour) + " giờ" + (*minute > 0 ? " " + say(*minute) : "");
    }

    [[nodiscard]] Said percent(std::string_view core) const {
        if (!core.ends_with('%')) return std::nullopt;
        return quantity(core.substr(0, core.size() - 1)).transform([this](const std::string& said) {
            return said + choose(" phần trăm", " percent");
        });
    }

    /// "8.000đ"; with a blank between, the two words are said one by one.
    [[nodiscard]] Said money(std::string_view core) const {
        for (const std::string_view sign : {"đ", "₫"}) {
            if (!core.ends_with(sign)) continue;
            return quantity(core.substr(0, core.size() - sign.size()))
                .transform(
                    [this](const std::string& said) { return said + choose(" đồng", " dong"); });
        }
        return std::nullopt;
    }

    /// A number with its thousands set apart, a decimal one, or plain digits.
    [[nodiscard]] Said quantity(std::string_view core) const {
        if (are_digits(core)) return plain(core);
        const char thousands = is_english() ? ',' : '.';
        const char decimals = is_english() ? '.' : ',';
        const auto pieces = split(core, thousands);
        const auto is_group = [](std::string_view piece) {
            return piece.size() == 3 && are_digits(piece);
        };
        if (pieces.size() > 1 && pieces[0].size() <= 3 && are_digits(pieces[0]) &&
            pieces[0][0] != '0' && std::ranges::all_of(pieces | std::views::drop(1), is_group)) {
            std::string digits;
            for (const auto piece : pieces) digits += piece;
            return number_of(digits).transform([this](std::int64_t number) { return say(number); });
        }
        const auto halves = split(core, decimals);
        if (halves.size() != 2 || !are_digits(halves[0]) || !are_digits(halves[1])) {
            return std::nullopt;
        }
        return plain(halves[0]) + choose(" phẩy ", " point ") + plain(halves[1]);
    }

    [[nodiscard]] std::string plain(std::string_view digits) const {
        const bool is_name =
            digits.size() > kLongestNumber || (digits.size() > 2 && digits[0] == '0');
        const auto number = number_of(digits);
        return is_name || !number ? digit_words(digits, language_) : say(*number);
    }

    /// "3/6": three of six.
    [[nodiscard]] Said share(std::string_view core) const {
        const auto pieces = split(core, '/');
        if (pieces.size() != 2 || pieces[0].size() > 4 || pieces[1].size() > 4) return std::nullopt;
        const auto part = number_of(pieces[0]);
        const auto whole = number_of(pieces[1]);
        if (!part || !whole) return std::nullopt;
        return say(*part) + choose(" trên ", " of ") + say(*whole);
    }

    /// "66.7/2025/NQ-CP": the number, the year, what it is.
    [[nodiscard]] Said act(std::string_view core) const {
        const auto pieces = split(core, '/');
        if (pieces.size() < 2 || pieces.size() > 3) return std::nullopt;
        const auto kind = expansion(pieces.back(), language_);
        if (!kind) return std::nullopt;
        std::string said = dotted(pieces[0]);
        if (said.empty()) return std::nullopt;
        if (pieces.size() == 3) {
            const auto year = number_of(pieces[1]);
            if (!year) return std::nullopt;
            said += choose(" năm ", " of ") + say(*year);
        }
        return said + ", " + std::string(*kind);
    }

    /// "66.7" as two numbers; empty when it is none.
    [[nodiscard]] std::string dotted(std::string_view text) const {
        std::string said;
        for (const std::string_view piece : split(text, '.')) {
            if (!are_digits(piece)) return {};
            if (!said.empty()) said += choose(" chấm ", " point ");
            said += plain(piece);
        }
        return said;
    }

    [[nodiscard]] Said code(std::string_view core) const { return spelled(core, language_); }

    Language language_;
    std::vector<std::string_view> words_;
    std::size_t place_ = 0;
};

}  // namespace

std::string spoken(std::string_view text, Language language) {
    if (text.size() > kLongest) {
        const auto blank = text.rfind(' ', kLongest);
        text = text.substr(0, blank == std::string_view::npos ? 0 : blank);
    }
    return Reader(text, language).read();
}

}  // namespace motlan

#include "kiosk/domain/id_card_qr.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <ranges>
#include <string_view>
#include <utility>

#include "kiosk/core/digits.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/person_number.h"

namespace motlan {
namespace {

constexpr std::size_t kLongest = 1024;
constexpr std::size_t kFieldCount = 7;
using CardFields = std::vector<std::string>;  // kFieldCount or more
enum Position : std::size_t { Number, OldNumber, Name, Birth, SexWord, Address, Issued };

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t bar = text.find('|');
        pieces.push_back(text.substr(0, bar));
        if (bar == std::string_view::npos) return pieces;
        text.remove_prefix(bar + 1);
    }
}

/// Old health-insurance card: the second field is the name's UTF-8 in hexadecimal.
bool is_health_card(const std::vector<std::string_view>& pieces) {
    const auto is_hex = [](char letter) {
        return std::isxdigit(static_cast<unsigned char>(letter));
    };
    return pieces.size() > kFieldCount && pieces[1].size() >= 4 && pieces[1].size() % 2 == 0 &&
           !are_digits(pieces[1]) && std::ranges::all_of(pieces[1], is_hex);
}

Fault what_it_is_instead(std::string_view text, const std::vector<std::string_view>& pieces) {
    if (text.starts_with("000201")) return Fault::QrIsPaymentCode;
    return is_health_card(pieces) ? Fault::QrIsHealthCard : Fault::QrNotIdCard;
}

/// AIM code identifiers ("]Q1") are put in front by some readers.
std::string_view without_reader_prefix(std::string_view text) {
    if (text.starts_with("]Q") && text.size() > 3) text.remove_prefix(3);
    return text;
}

bool is_plain_name(std::string_view name) {
    const auto is_allowed = [](char32_t letter) {
        constexpr std::u32string_view kBetween = U" '-.";
        return letter_kind(letter) == LetterKind::Letter || kBetween.contains(letter);
    };
    const std::u32string letters = to_letters(name);
    return letters.size() >= 2 && letters.size() <= 100 && std::ranges::all_of(letters, is_allowed);
}

/// Century, sex and year digits of the number are hints only (domain notes 1.5).
void compare_with_number(const Profile& profile, std::vector<CardOddity>& oddities) {
    const std::string& digits = profile.number.reveal().digits();
    const int year = profile.birth_date.reveal().year();
    const int century_and_sex = digits[3] - '0';
    if (century_and_sex / 2 != (year - 1900) / 100) {
        oddities.push_back(CardOddity::CenturyDigitDiffers);
    }
    if (std::stoi(digits.substr(4, 2)) != year % 100) {
        oddities.push_back(CardOddity::BirthYearDiffers);
    }
    if (profile.sex && (century_and_sex % 2 == 1) != (*profile.sex == Sex::Female)) {
        oddities.push_back(CardOddity::SexDigitDiffers);
    }
}

/// Control characters come from readers, which put them around a code; one inside means that the
/// code was not read as it is.
bool has_control_inside(std::string_view text) {
    const auto is_control = [](char32_t letter) {
        return letter_kind(letter) == LetterKind::Control;
    };
    const std::u32string letters = to_letters(text);
    const auto first = std::ranges::find_if_not(letters, is_control);
    const auto last = std::ranges::find_if_not(letters.rbegin(), letters.rend(), is_control).base();
    return first < last && std::any_of(first, last, is_control);
}

Result<CardFields> fields_of(ByteView payload) {
    if (payload.size() > kLongest) return fail(Fault::QrTooLong);
    const auto composed = to_nfc(as_text(payload));
    if (!composed) return fail(composed.error());
    const std::string clean = trimmed(*composed);
    const std::string_view text = without_reader_prefix(clean);
    const auto pieces = split(text);
    if (pieces.size() < kFieldCount || is_health_card(pieces) || text.starts_with("000201")) {
        return fail(what_it_is_instead(text, pieces));
    }
    if (has_control_inside(*composed)) return fail(Fault::IdQrUnreadable);
    CardFields fields;
    std::ranges::transform(pieces, std::back_inserter(fields), trimmed);
    return fields;
}

std::optional<Personal<std::string>> old_number_of(const std::string& text,
                                                   std::vector<CardOddity>& oddities) {
    if (text.empty()) return std::nullopt;
    if (is_person_number(text)) return Personal(text);
    oddities.push_back(CardOddity::OldNumberDropped);
    return std::nullopt;
}

std::optional<Personal<CivilDate>> issued_of(const std::string& text, const CivilDate& birth,
                                             const CivilDate& today,
                                             std::vector<CardOddity>& oddities) {
    const auto date = CivilDate::parse_card(text);
    const bool is_whole = date && !date->is_year_only();
    if (is_whole && date->day() >= birth.day() && date->day() <= today.day()) {
        return Personal(*date);
    }
    oddities.push_back(CardOddity::IssueDateOdd);
    return std::nullopt;
}

std::vector<Personal<std::string>> further_of(const CardFields& fields) {
    std::vector<Personal<std::string>> further;
    for (const std::string& field : fields | std::views::drop(kFieldCount)) {
        further.emplace_back(field);
    }
    return further;
}

}  // namespace

std::string_view name(CardOddity oddity) {
    constexpr auto kNames = std::to_array<std::string_view>(
        {"old_number_dropped", "sex_unknown", "issue_date_odd", "name_odd", "century_digit_differs",
         "birth_year_differs", "sex_digit_differs", "more_fields"});
    return kNames.at(std::to_underlying(oddity));
}

Result<IdCard> parse_id_card_qr(ByteView payload, const CivilDate& today) {
    const auto fields = fields_of(payload);
    if (!fields) return fail(fields.error());
    const auto number = CitizenNumber::parse((*fields)[Number]);
    if (!number) return fail(number.error());
    const auto birth = CivilDate::parse_card((*fields)[Birth]);
    if (!birth) return fail(birth.error());
    if (birth->day() > today.day()) return fail(Fault::CivilDateMalformed);

    std::vector<CardOddity> oddities;
    Profile profile{.number = Personal(*number),
                    .old_number = old_number_of((*fields)[OldNumber], oddities),
                    .full_name = Personal((*fields)[Name]),
                    .birth_date = Personal(*birth),
                    .sex = sex_of((*fields)[SexWord]),
                    .address = Personal((*fields)[Address]),
                    .issued = issued_of((*fields)[Issued], *birth, today, oddities)};
    if (!profile.sex) oddities.push_back(CardOddity::SexUnknown);
    if (!is_plain_name((*fields)[Name])) oddities.push_back(CardOddity::NameOdd);
    if (fields->size() > kFieldCount) oddities.push_back(CardOddity::MoreFields);
    compare_with_number(profile, oddities);
    return IdCard{std::move(profile), std::move(oddities), further_of(*fields)};
}

}  // namespace motlan

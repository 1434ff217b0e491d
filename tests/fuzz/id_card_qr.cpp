// Any bytes as the code of an ID card: refused with a reason, or a card whose every value is sound
// and which, written out again, is the same card.
#include "kiosk/domain/id_card_qr.h"

#include <algorithm>
#include <format>

#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"

using namespace motlan;

namespace {

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// In the one form of text, with nothing around it and no end of a field in it.
bool is_field(const std::string& text) {
    return is_nfc(text) && trimmed(text) == text && !text.contains('|');
}

bool has(const IdCard& card, CardOddity oddity) {
    return std::ranges::contains(card.oddities, oddity);
}

void check_text(const IdCard& card) {
    const Profile& profile = card.profile;
    const std::string& number = profile.number.reveal().digits();
    expects(number.size() == 12 && all_digits(number));
    expects(is_field(profile.full_name.reveal()) && is_field(profile.address.reveal()));
    for (const auto& field : card.further) expects(is_field(field.reveal()));
    expects(has(card, CardOddity::MoreFields) == !card.further.empty());
    const std::size_t letters = count_letters(profile.full_name.reveal());
    expects(has(card, CardOddity::NameOdd) || (letters >= 2 && letters <= 100));
    if (!profile.old_number) return;
    const std::string& old = profile.old_number->reveal();
    expects(all_digits(old) && (old.size() == 9 || old.size() == 12));
}

void check_dates(const IdCard& card, const CivilDate& today) {
    const CivilDate& birth = card.profile.birth_date.reveal();
    expects(birth.day() <= today.day() && birth.year() >= 1850);
    expects(CivilDate::parse_iso(birth.to_iso()) == birth);
    expects(card.profile.issued.has_value() != has(card, CardOddity::IssueDateOdd));
    if (!card.profile.issued) return;
    const CivilDate& issued = card.profile.issued->reveal();
    expects(!issued.is_year_only() && issued.day() >= birth.day() && issued.day() <= today.day());
}

std::string written(const CivilDate& date) {
    if (date.is_year_only()) return std::format("0000{:04}", date.year());
    return std::format("{:%d%m%Y}", date.day());
}

std::string written(const IdCard& card) {
    const Profile& profile = card.profile;
    std::string text = std::format(
        "{}|{}|{}|{}|{}|{}|{}", profile.number.reveal().digits(),
        profile.old_number ? profile.old_number->reveal() : "", profile.full_name.reveal(),
        written(profile.birth_date.reveal()), profile.sex ? word_of(*profile.sex) : "",
        profile.address.reveal(), profile.issued ? written(profile.issued->reveal()) : "");
    for (const auto& field : card.further) text += "|" + field.reveal();
    return text;
}

/// An old number that was dropped leaves an empty field, which is not odd.
std::vector<CardOddity> lasting(std::vector<CardOddity> oddities) {
    std::erase(oddities, CardOddity::OldNumberDropped);
    return oddities;
}

void check_again(const IdCard& card, const CivilDate& today) {
    const std::string text = written(card);
    // The one form of a text may be longer than it came, and such a number begins another code.
    if (text.size() > 1024 || text.starts_with("000201")) return;
    const auto again = parse_id_card_qr(as_bytes(text), today);
    expects(again.has_value());
    expects(written(*again) == text && again->further == card.further);
    expects(again->profile.sex == card.profile.sex);
    expects(lasting(again->oddities) == lasting(card.oddities));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const CivilDate kToday = CivilDate::make(2026, 11, 23).value();
    const auto card = parse_id_card_qr({bytes, size}, kToday);
    if (!card) {
        expects(card.error() <= Fault::CivilDateMalformed);
        return 0;
    }
    expects(size <= 1024 && is_utf8(as_text({bytes, size})));
    check_text(*card);
    check_dates(*card, kToday);
    check_again(*card, kToday);
    return 0;
}

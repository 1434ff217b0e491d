#include "kiosk/chip/card_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "kiosk/chip/tlv.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/person_number.h"

namespace motlan {
namespace {

constexpr std::size_t kTextLimit = 1024;

/// The entries that we read, by their numbers (domain notes 3.2).
enum Entry : std::uint8_t {
    Number = 1,
    FullName = 2,
    BirthDate = 3,
    Residence = 9,
    IssueDate = 11,
    ExpiryDate = 12,
    OldNumber = 15,
};
constexpr std::array<std::uint8_t, 7> kWanted = {Number,    FullName,   BirthDate, Residence,
                                                 IssueDate, ExpiryDate, OldNumber};

using Texts = std::map<std::uint8_t, std::string>;

Result<std::string> text_of(const Element& value) {
    constexpr Tag kUtf8 = 0x0C;
    constexpr Tag kPrintable = 0x13;
    const bool is_text = value.tag == kUtf8 || value.tag == kPrintable;
    if (!is_text || value.content.size() > kTextLimit) return fail(Fault::ChipMalformed);
    const auto text = to_nfc(as_text(value.content));
    if (!text) return fail(Fault::ChipMalformed);
    return trimmed(*text);
}

/// SEQUENCE { INTEGER, value }: kept when its number is wanted, never twice.
Result<void> read_entry(ByteView entry, Texts& texts) {
    const auto number = take(entry, 0x02);
    const auto value = take(entry);
    if (!number || !value) return fail(Fault::ChipMalformed);
    if (number->size() != 1 || !std::ranges::contains(kWanted, number->front())) return {};
    auto text = text_of(*value);
    if (!text) return fail(text.error());
    const bool is_new = texts.emplace(number->front(), *std::move(text)).second;
    if (!is_new) return fail(Fault::ChipMalformed);
    return {};
}

/// [APPLICATION 13] { SEQUENCE { INTEGER, OBJECT IDENTIFIER, SET OF entry } }.
Result<Texts> texts_of(ByteView file) {
    const auto inside = only(file, 0x6D);
    if (!inside) return fail(inside.error());
    const auto sequence = only(*inside, 0x30);
    if (!sequence) return fail(sequence.error());
    const auto entries = find(*sequence, 0x31);
    if (!entries) return fail(entries.error());
    Texts texts;
    for (ByteView rest = *entries; !rest.empty();) {
        const auto entry = take(rest, 0x30);
        if (!entry) return fail(entry.error());
        if (const auto read = read_entry(*entry, texts); !read) return fail(read.error());
    }
    return texts;
}

/// "dd/mm/yyyy", or the same without strokes; other words are no date.
std::optional<CivilDate> date_of(std::string text) {
    if (text.size() == 10 && text[2] == '/' && text[5] == '/') {
        text.erase(5, 1);
        text.erase(2, 1);
    }
    const auto date = CivilDate::parse_card(text);
    return date ? std::optional(*date) : std::nullopt;
}

/// As above, or "yyyy": of some people only the year is known.
std::optional<CivilDate> birth_of(const std::string& text) {
    if (text.size() != 4) return date_of(text);
    const auto date = CivilDate::parse_iso(text);
    return date ? std::optional(*date) : std::nullopt;
}

std::optional<std::string> old_number_of(const std::string& text) {
    return is_person_number(text) ? std::optional(text) : std::nullopt;
}

}  // namespace

Result<CardText> parse_card_text(ByteView file) {
    auto texts = texts_of(file);
    if (!texts) return fail(texts.error());
    const auto number = CitizenNumber::parse((*texts)[Number]);
    const auto birth = birth_of((*texts)[BirthDate]);
    if (!number || !birth || (*texts)[FullName].empty()) return fail(Fault::ChipMalformed);
    return CardText{.number = *number,
                    .full_name = (*texts)[FullName],
                    .birth_date = *birth,
                    .residence = (*texts)[Residence],
                    .issued = date_of((*texts)[IssueDate]),
                    .expires = date_of((*texts)[ExpiryDate]),
                    .old_number = old_number_of((*texts)[OldNumber])};
}

}  // namespace motlan

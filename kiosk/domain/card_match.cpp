#include "kiosk/domain/card_match.h"

#include <algorithm>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::string_view kName = "person.full_name";
constexpr std::string_view kBirth = "person.birth_date";
constexpr std::string_view kNumber = "person.number";

/// Small letters, one blank between two words.
std::string plainly(std::string_view text) {
    std::string plain;
    for (const char letter : to_lower(trimmed(text))) {
        if (letter != ' ' || !plain.ends_with(' ')) plain += letter;
    }
    return plain;
}

/// Who does not know the day cannot contradict it.
CardMatch compare_dates(std::string_view on_card, std::string_view held) {
    const auto one = CivilDate::parse_iso(on_card);
    const auto other = CivilDate::parse_iso(held);
    if (!one || !other) return CardMatch::Wording;
    const bool is_vague = one->is_year_only() || other->is_year_only();
    const bool is_same = is_vague ? one->year() == other->year() : *one == *other;
    return is_same ? CardMatch::Same : CardMatch::Identity;
}

}  // namespace

CardMatch card_against_source(const ConceptId& concept_id, std::string_view on_card,
                              std::string_view held) {
    const std::string one = plainly(on_card);
    const std::string other = plainly(held);
    if (one == other) return CardMatch::Same;
    if (concept_id.value() == kBirth) return compare_dates(on_card, held);
    if (concept_id.value() == kNumber) return CardMatch::Identity;
    return fold(one) == fold(other) ? CardMatch::MarksOnly : CardMatch::Wording;
}

bool says_who(const ConceptId& concept_id) {
    const std::string& name = concept_id.value();
    return name == kName || name == kBirth || name == kNumber;
}

bool is_another_person(const Profile& profile, const SourceWords& words) {
    return std::ranges::any_of(words, [&](const auto& entry) {
        const auto& [concept_id, word] = entry;
        const auto printed = from_card(concept_id, profile);
        return printed && word.verdict == SourceVerdict::Held &&
               card_against_source(concept_id, printed->reveal(), word.value.reveal()) ==
                   CardMatch::Identity;
    });
}

}  // namespace motlan

#include "kiosk/core/card_hint.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr auto kNames =
    std::to_array<std::string_view>({"no_card", "wrong_side", "too_dark", "glare", "blur",
                                     "too_far", "too_near", "hold_still", "code_seen"});
static_assert(kNames.size() == std::to_underlying(CardHint::CodeSeen) + 1);

}  // namespace

std::string_view name(CardHint hint) { return kNames.at(std::to_underlying(hint)); }

CardHint card_hint(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return CardHint::NoCard;
    return static_cast<CardHint>(found - kNames.begin());
}

}  // namespace motlan

#include "kiosk/outbox/record.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"held", "released", "uploaded", "acknowledged", "rejected", "purged"});
static_assert(kNames.size() == std::to_underlying(DossierState::Purged) + 1);

}  // namespace

std::string_view to_text(DossierState state) { return kNames.at(std::to_underlying(state)); }

std::optional<DossierState> dossier_state_of(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<DossierState>(found - kNames.begin());
}

}  // namespace motlan

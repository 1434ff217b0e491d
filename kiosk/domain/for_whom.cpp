#include "kiosk/domain/for_whom.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr std::array kEverybody{ForWhom::Self, ForWhom::Child, ForWhom::Parent, ForWhom::Principal,
                                ForWhom::Company};
constexpr auto kNames =
    std::to_array<std::string_view>({"self", "child", "parent", "principal", "company"});
static_assert(kNames.size() == std::to_underlying(ForWhom::Company) + 1);

}  // namespace

std::string_view name(ForWhom whom) { return kNames.at(std::to_underlying(whom)); }

std::optional<ForWhom> for_whom(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return kEverybody.at(static_cast<std::size_t>(found - kNames.begin()));
}

std::span<const ForWhom> everybody() { return kEverybody; }

}  // namespace motlan

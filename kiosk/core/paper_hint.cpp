#include "kiosk/core/paper_hint.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motlan {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"no_paper", "cut_off", "moving", "settling", "ready", "taken"});
static_assert(kNames.size() == std::to_underlying(PaperHint::Taken) + 1);

}  // namespace

std::string_view name(PaperHint hint) { return kNames.at(std::to_underlying(hint)); }

PaperHint paper_hint(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name);
    return found == kNames.end() ? PaperHint::NoPaper
                                 : static_cast<PaperHint>(found - kNames.begin());
}

}  // namespace motlan

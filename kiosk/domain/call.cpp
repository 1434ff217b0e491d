#include "kiosk/domain/call.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace motlan {
namespace {

constexpr auto kSteps = std::to_array<std::string_view>(
    {"start", "choose", "identify", "check", "answer", "scan", "send", "after"});
static_assert(kSteps.size() == std::to_underlying(CallStep::After) + 1);

}  // namespace

std::string_view name(CallStep step) { return kSteps.at(std::to_underlying(step)); }

std::optional<CallStep> call_step_of(std::string_view name) {
    const auto found = std::ranges::find(kSteps, name);
    if (found == kSteps.end()) return std::nullopt;
    return static_cast<CallStep>(found - kSteps.begin());
}

const WaitingKiosk* CallList::find(std::string_view kiosk) const {
    const auto found = std::ranges::find(waiting, kiosk, &WaitingKiosk::kiosk);
    return found == waiting.end() ? nullptr : &*found;
}

std::int64_t minutes_waiting(const HelpCall& call, WallTime now) {
    const auto waited = std::chrono::floor<std::chrono::minutes>(now - call.since);
    return std::max<std::int64_t>(waited.count(), 0);
}

}  // namespace motlan

#include "kiosk/ui/screens/left_alone.h"

#include <variant>

namespace motlan {
namespace {

constexpr std::chrono::minutes kLong{10};

/// Places beside each other, and rows of them.
constexpr int kPlaces = 3;

}  // namespace

bool is_left_alone(const State& state) {
    const bool serves_nobody = std::holds_alternative<Welcome>(state.screen) ||
                               std::holds_alternative<OutOfService>(state.screen);
    const bool is_known = state.last_touch != SteadyTime{};
    return serves_nobody && std::holds_alternative<std::monostate>(state.overlay) && is_known &&
           state.steady - state.last_touch >= kLong;
}

Rect wandered(const Rect& screen, int step, WallTime now) {
    const auto moves = now.time_since_epoch() / kLong;
    const int across = static_cast<int>(moves % kPlaces) - 1;
    const int down = static_cast<int>(moves / kPlaces % kPlaces) - 1;
    return screen.inset(step).moved(across * step, down * step);
}

}  // namespace motlan

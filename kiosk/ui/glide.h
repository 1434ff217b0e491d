// How a new screen comes in: its content glides to its place from the side where "next" is, and
// slows down (ux 3.4). Knows time, no window. What can be touched is at its place from the start.
#pragma once

#include <optional>

#include "kiosk/flow/comfort.h"
#include "kiosk/ui/touch.h"

namespace motlan {

inline constexpr TouchTime kGlide{200};

class Glide {
public:
    /// A new screen is shown now; where nothing shall move, it is simply there.
    void begin(TouchTime now, const Comfort& comfort);
    /// How far from its place the content is at that time, of a way of `far` pixels; 0 at the end.
    int offset(TouchTime now, int far);
    /// Whether there is more to come.
    [[nodiscard]] bool is_moving() const { return begun_.has_value(); }

private:
    std::optional<TouchTime> begun_;
    int side_ = 1;
};

}  // namespace motlan

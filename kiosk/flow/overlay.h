// What is laid over a screen: questions, help, and how the kiosk is made easier to use.
#pragma once

#include <variant>

#include "kiosk/core/clock.h"
#include "kiosk/domain/item.h"

namespace motlan {

/// X03: why is this asked, or why not.
struct WhyAsked {
    ItemId item;
};
/// X01: the idle time is over; `ends` is when the visit ends by itself.
struct StillThere {
    SteadyTime ends{};
    int seconds_left = 0;
};
/// X02: an officer was called at that time.
struct StaffCalled {
    WallTime at{};
};
/// X05: really leave and lose everything?
struct ReallyLeave {};
/// Leaving a fee that may have been paid already.
struct LeaveFee {};
/// C02, the page about how it is read aloud: speed, loudness, once more, with a dark screen.
struct VoicePanel {};
/// C02: size, colours, reach, hand and motion, changed at once.
struct EasySettings {};

using Overlay = std::variant<std::monostate, WhyAsked, StillThere, StaffCalled, ReallyLeave,
                             LeaveFee, VoicePanel, EasySettings>;

}  // namespace motlan

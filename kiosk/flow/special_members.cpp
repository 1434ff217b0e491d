// How events, effects, screens and overlays are copied and destroyed. A variant of so many kinds
// costs the compiler three quarters of the time of a file that does it, so it is done once, here.
#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/overlay.h"
#include "kiosk/flow/state.h"

namespace motlan {

Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event&) = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;

Effect::Effect(const Effect&) = default;
Effect::Effect(Effect&&) noexcept = default;
Effect& Effect::operator=(const Effect&) = default;
Effect& Effect::operator=(Effect&&) noexcept = default;
Effect::~Effect() = default;

Overlay::Overlay() noexcept = default;
Overlay::Overlay(const Overlay&) = default;
Overlay::Overlay(Overlay&&) noexcept = default;
Overlay& Overlay::operator=(const Overlay&) = default;
Overlay& Overlay::operator=(Overlay&&) noexcept = default;
Overlay::~Overlay() = default;

Screen::Screen() noexcept = default;
Screen::Screen(const Screen&) = default;
Screen::Screen(Screen&&) noexcept = default;
Screen& Screen::operator=(const Screen&) = default;
Screen& Screen::operator=(Screen&&) noexcept = default;
Screen::~Screen() = default;

}  // namespace motlan

// How events, effects, screens and overlays are made, copied and destroyed. A variant of so many
// kinds costs the compiler three quarters of the time of a file that does it, so it is done once,
// here.
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
Event::Event(std::size_t index, void* kind)
    : EventKinds(moved_kind(std::type_identity<EventKinds>(), index, kind)) {}

Effect::Effect(const Effect&) = default;
Effect::Effect(Effect&&) noexcept = default;
Effect& Effect::operator=(const Effect&) = default;
Effect& Effect::operator=(Effect&&) noexcept = default;
Effect::~Effect() = default;
Effect::Effect(std::size_t index, void* kind)
    : EffectKinds(moved_kind(std::type_identity<EffectKinds>(), index, kind)) {}

Overlay::Overlay() noexcept = default;
Overlay::Overlay(const Overlay&) = default;
Overlay::Overlay(Overlay&&) noexcept = default;
Overlay& Overlay::operator=(const Overlay&) = default;
Overlay& Overlay::operator=(Overlay&&) noexcept = default;
Overlay::~Overlay() = default;
Overlay::Overlay(std::size_t index, void* kind)
    : OverlayKinds(moved_kind(std::type_identity<OverlayKinds>(), index, kind)) {}

Screen::Screen() noexcept = default;
Screen::Screen(const Screen&) = default;
Screen::Screen(Screen&&) noexcept = default;
Screen& Screen::operator=(const Screen&) = default;
Screen& Screen::operator=(Screen&&) noexcept = default;
Screen::~Screen() = default;
Screen::Screen(std::size_t index, void* kind)
    : ScreenKinds(moved_kind(std::type_identity<ScreenKinds>(), index, kind)) {}

}  // namespace motlan

#include "kiosk/app/resting.h"

#include <utility>

#include "kiosk/core/log.h"
#include "kiosk/flow/step.h"
#include "kiosk/ui/screens/screens.h"

namespace motlan {
namespace {

// Whoever comes later finds the kiosk as it was.
constexpr std::chrono::minutes kForgotten{2};

}  // namespace

Resting::Resting(Office office, WallTime since, Bell bell)
    : office_(std::move(office)), bell_(std::move(bell)) {
    office_.has_bell = bell_ != nullptr;
    office_.has_voice = false;
    state_.screen = OutOfService{Fault::BrokenAssumption, since};
    state_.ability = {.reads_codes = false, .takes_papers = false, .has_camera = false};
    state_.now = since;
}

std::optional<Event> Resting::draw(Ui& ui) const { return draw_state(ui, state_, office_); }

void Resting::apply(const Event& event) {
    Next next = step(std::move(state_), event, office_);
    state_ = std::move(next.state);
    const bool is_left = state_.steady - state_.last_touch >= kForgotten;
    if (is_left && std::holds_alternative<std::monostate>(state_.overlay)) state_.comfort = {};
    for (const Effect& effect : next.effects) {
        if (std::holds_alternative<CallStaff>(effect)) log(LogEvent::StaffCalled);
        const auto* call = std::get_if<TellCall>(&effect);
        if (call != nullptr && bell_) bell_(*call);
    }
}

}  // namespace motlan

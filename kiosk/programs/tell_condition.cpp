#include "kiosk/programs/tell_condition.h"

#include <utility>
#include <variant>

#include "kiosk/app/diary.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/settings_told.h"
#include "kiosk/core/log.h"
#include "kiosk/flow/ability.h"
#include "kiosk/flow/calling.h"

namespace motlan {

std::function<void(const State&)> tell_condition(const std::filesystem::path& config,
                                                 const Places& where) {
    return [write = condition_writer(where.runtime, config)](const State& state) mutable {
        KioskCondition condition{.serving = Serving::Visit,
                                 .devices = state.out_of_order,
                                 .withheld = withheld(state),
                                 .staff_called = open_call(state).has_value()};
        const auto* closed = std::get_if<OutOfService>(&state.screen);
        if (std::holds_alternative<Welcome>(state.screen)) condition.serving = Serving::Welcome;
        if (closed != nullptr) condition.serving = Serving::OutOfService;
        if (closed != nullptr) condition.closed = closed->fault;
        write(std::move(condition));
    };
}

void tell_settings(const std::filesystem::path& config, const Places& where, const Clock& clock) {
    const ProvincePlaces places{where.state, where.link()};
    const Diary diary(places, clock);
    const auto told = tell_settings({config, where.state},
                                    [&](const AuditEntry& entry) { return diary.note(entry); });
    if (!told) log(LogEvent::FaultSeen, {{"fault", told.error()}});
}

}  // namespace motlan

#include <algorithm>
#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/leaving.h"

namespace motlan {
namespace {

/// Offline, a visit may start when every item that a source should hold can wait for the office
/// (architecture, section 8).
bool may_start(const Procedure& procedure, const AcquisitionPlan& expected, bool is_offline) {
    return !is_offline || std::ranges::all_of(procedure.items, [&](const Item& item) {
        const Acquisition* acquisition = expected.find(item.id);
        return acquisition == nullptr || !acquisition->source || item.may_be_pending;
    });
}

}  // namespace

Turn on(Welcome, const Started&, const Scene&) { return {ChooseProcedure{}, {}}; }

Turn on(Welcome, const ServiceStopped& stopped, const Scene&) {
    return {OutOfService{stopped.fault}, {}};
}

Turn on(Welcome, const DevicesChecked&, const Scene& scene) { return {welcome(scene.state), {}}; }

Turn on(Welcome, const LinkChanged&, const Scene& scene) { return {welcome(scene.state), {}}; }

Turn on(OutOfService, const ServiceResumed&, const Scene& scene) {
    return {welcome(scene.state), {}};
}

Turn on(ChooseProcedure, const ProcedureChosen& chosen, const Scene& scene) {
    if (chosen.index >= scene.office.procedures.size()) return {ChooseProcedure{}, {}};
    const Procedure& procedure = scene.office.procedures[chosen.index];
    AcquisitionPlan expected = expected_plan(procedure, scene.office.sources, scene.office.today);
    const bool may = may_start(procedure, expected, scene.state.is_offline);
    return {WhatYouNeed{procedure, std::move(expected), may}, {}};
}

Turn on(ChooseProcedure, const WentBack&, const Scene& scene) { return {welcome(scene.state), {}}; }

Turn on(WhatYouNeed screen, const Proceeded&, const Scene&) {
    if (!screen.may_start) return {std::move(screen), {}};
    return {ShowCard{.procedure = std::move(screen.procedure),
                     .expected = std::move(screen.expected),
                     .preview = {},
                     .refused = {}},
            {WatchForCard{}}};
}

Turn on(WhatYouNeed, const WentBack&, const Scene&) { return {ChooseProcedure{}, {}}; }

Turn on(WhatYouNeed screen, const LinkChanged& link, const Scene&) {
    screen.may_start = may_start(screen.procedure, screen.expected, link.is_offline);
    return {std::move(screen), {}};
}

}  // namespace motlan

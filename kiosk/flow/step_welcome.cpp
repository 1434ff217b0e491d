#include "kiosk/flow/handlers.h"
#include "kiosk/flow/leaving.h"

namespace motlan {

Turn on(Welcome, const Started&, const Scene&) { return {ChooseProcedure{}, {}}; }

Turn on(Welcome, const ServiceStopped& stopped, const Scene& scene) {
    return {OutOfService{stopped.fault, scene.state.now}, {}};
}

Turn on(Welcome, const DevicesChecked&, const Scene& scene) { return {welcome(scene.state), {}}; }

Turn on(Welcome, const LinkChanged&, const Scene& scene) { return {welcome(scene.state), {}}; }

Turn on(OutOfService, const ServiceResumed&, const Scene& scene) {
    return {welcome(scene.state), {}};
}

}  // namespace motlan

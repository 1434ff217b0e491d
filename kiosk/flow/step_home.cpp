#include "kiosk/flow/handlers.h"
#include "kiosk/flow/leaving.h"

namespace motlan {

Turn on(Welcome, const HomeWished&, const Scene&) { return {Home{}, {}}; }

Turn on(Home, const Started&, const Scene&) { return {ChooseProcedure{}, {}}; }

// Without the province nobody can say where a dossier is, without a code nobody whose.
Turn on(Home screen, const FollowWished&, const Scene& scene) {
    if (scene.state.is_offline || !scene.state.ability.reads_codes) return {screen, {}};
    return {FindDossier{}, {WatchForCard{scene.state.comfort.lamp}}};
}

Turn on(Home, const RatingWished&, const Scene&) { return {RateService{}, {}}; }

Turn on(Home, const ReportWished&, const Scene&) {
    return {ReportRequest{.request = {}, .back = Home{}}, {}};
}

Turn on(Home, const WentBack&, const Scene& scene) { return {welcome(scene.state), {}}; }

}  // namespace motlan

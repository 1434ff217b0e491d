#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {

// A paper is scanned anew as a whole; an answer is changed where it stands.
Turn on(ReviewAll screen, const AnswerReopened& reopened, const Scene&) {
    const Acquisition* acquisition = screen.visit.plan.find(reopened.item);
    const Item* found = screen.visit.procedure.find(reopened.item);
    if (found == nullptr || acquisition == nullptr || !acquisition->is_asked()) {
        return {std::move(screen), {}};
    }
    const Item item = *found;
    screen.visit.papers.erase(item.id);
    return {task(std::move(screen.visit), item, true), {}};
}

Turn on(ReviewAll screen, const Proceeded&, const Scene&) {
    Turn open = next_task(screen.visit);
    if (!std::holds_alternative<ReviewAll>(open.screen)) return open;
    return {Declare{std::move(screen.visit)}, {}};
}

Turn on(ReviewAll screen, const WentBack&, const Scene&) {
    const auto asked = asked_items(screen.visit);
    if (asked.empty()) return {CheckData{std::move(screen.visit)}, {}};
    const Item item = *asked.back();
    return {task(std::move(screen.visit), item, false), {}};
}

// From here on the visit's data lives in the effect alone, and soon only sealed.
Turn on(Declare screen, const Proceeded&, const Scene& scene) {
    Visit& visit = screen.visit;
    Submitting submitting{.dossier = {},
                          .since = scene.state.steady,
                          .burden = count_burden(visit.procedure, visit.plan),
                          .delay = {}};
    Dossier dossier{.procedure = std::move(visit.procedure),
                    .profile = std::move(visit.profile),
                    .consent = std::move(visit.consent),
                    .plan = std::move(visit.plan),
                    .words = std::move(visit.words),
                    .answers = std::move(visit.answers),
                    .papers = std::move(visit.papers),
                    .disputes = std::move(visit.disputes),
                    .declared = scene.state.now,
                    .language = scene.state.comfort.language};
    return {std::move(submitting), {StoreDossier{std::move(dossier)}}};
}

Turn on(Declare screen, const WentBack&, const Scene&) {
    return {ReviewAll{std::move(screen.visit)}, {}};
}

}  // namespace motlan

#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/outlook.h"
#include "kiosk/flow/page_reading.h"
#include "kiosk/flow/suggestion.h"
#include "kiosk/flow/tasks.h"

namespace motlan {

namespace {

/// Answers and papers of items that are not asked any more do not travel.
void forget_unasked(Visit& visit) {
    const auto is_unasked = [&visit](const auto& entry) {
        const Acquisition* acquisition = visit.plan.find(entry.first);
        return acquisition == nullptr || !acquisition->is_asked();
    };
    std::erase_if(visit.answers, is_unasked);
    std::erase_if(visit.papers, is_unasked);
    std::erase_if(visit.exceptions, is_unasked);
}

}  // namespace

// A paper is scanned anew as a whole, an answer is changed where it stands; until then the earlier
// ones stay.
Turn on(ReviewAll screen, const AnswerReopened& reopened, const Scene&) {
    const Acquisition* acquisition = screen.visit.plan.find(reopened.item);
    const Item* found = screen.visit.procedure.find(reopened.item);
    if (found == nullptr || acquisition == nullptr || !acquisition->is_asked()) {
        return {std::move(screen), {}};
    }
    const Item item = *found;
    return {task(std::move(screen.visit), item, true), {}};
}

Turn on(ReviewAll screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit);
    return {std::move(screen), {}};
}

Turn on(ReviewAll screen, const Proceeded&, const Scene&) {
    Turn open = next_task(screen.visit);
    if (!std::holds_alternative<ReviewAll>(open.screen)) return open;
    return {Declare{std::move(screen.visit)}, {}};
}

Turn on(ReviewAll screen, const WentBack&, const Scene&) {
    return before_review(std::move(screen.visit));
}

// Nobody is told any more, but the officer is.
Turn on(Declare screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit);
    return {std::move(screen), {}};
}

// From here on the visit's data lives in the effect alone, and soon only sealed.
Turn on(Declare screen, const Proceeded&, const Scene& scene) {
    Visit& visit = screen.visit;
    forget_unasked(visit);
    auto on_papers = answers_on_papers(visit);
    const bool is_supplement = visit.supplements.has_value();
    const auto fee = is_supplement ? std::nullopt : fee_outlook(visit, scene.office).dong;
    Submitting submitting{.dossier = {},
                          .since = scene.state.steady,
                          .burden = count_burden(visit.procedure, visit.plan, visit.behalf),
                          .delay = {},
                          .filed = visit.procedure.code.value(),
                          .has_fee = fee.value_or(0) > 0};
    Dossier dossier{.procedure = std::move(visit.procedure),
                    .profile = std::move(visit.profile),
                    .oddities = std::move(visit.oddities),
                    .consent = std::move(visit.consent),
                    .plan = std::move(visit.plan),
                    .words = std::move(visit.words),
                    .answers = std::move(visit.answers),
                    .on_papers = std::move(on_papers),
                    .papers = std::move(visit.papers),
                    .disputes = std::move(visit.disputes),
                    .declared = scene.state.now,
                    .language = scene.state.comfort.language,
                    .fee = fee,
                    .helped = scene.state.helped,
                    .supplements = is_supplement ? visit.supplements->dossier().id : "",
                    .behalf = std::move(visit.behalf),
                    .exceptions = std::move(visit.exceptions),
                    .witnessed = scene.state.witnessed};
    return {std::move(submitting), {StoreDossier{std::move(dossier)}}};
}

Turn on(Declare screen, const WentBack&, const Scene&) {
    return {ReviewAll{std::move(screen.visit)}, {}};
}

}  // namespace motlan

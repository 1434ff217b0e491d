#include <algorithm>
#include <utility>

#include "kiosk/flow/handlers.h"

namespace motlan {

Turn on(Submitted screen, const RatingWished&, const Scene&) {
    return {RateService{{.procedure = std::move(screen.filed)}}, {}};
}

Turn on(KeptForLater screen, const RatingWished&, const Scene&) {
    return {RateService{{.procedure = std::move(screen.filed)}}, {}};
}

// Praise does not stay beside a bad grade.
Turn on(RateService screen, const GradeChosen& chosen, const Scene&) {
    if (chosen.grade < kLeastGrade || chosen.grade > kMostGrade) return {std::move(screen), {}};
    screen.rating.grade = chosen.grade;
    std::erase_if(screen.rating.reasons,
                  [&](RatingReason reason) { return !fits(reason, chosen.grade); });
    return {std::move(screen), {}};
}

Turn on(RateService screen, const ReasonChosen& chosen, const Scene&) {
    auto& reasons = screen.rating.reasons;
    if (!fits(chosen.reason, screen.rating.grade)) return {std::move(screen), {}};
    if (reasons.erase(chosen.reason) == 0) reasons.insert(chosen.reason);
    return {std::move(screen), {}};
}

Turn on(RateService screen, const Proceeded&, const Scene& scene) {
    if (screen.rating.grade == 0) return {std::move(screen), {}};
    StoreOpinion store{std::move(screen.rating), {scene.state.now, scene.state.comfort.language}};
    return {OpinionKept{.is_waiting_for_network = scene.state.is_offline}, {std::move(store)}};
}

// A rating is a gift: whoever does not want to give it is done.
Turn on(RateService, const WentBack&, const Scene& scene) {
    return {Goodbye{scene.state.steady}, {}};
}

Turn on(OpinionKept screen, const OpinionStored& stored, const Scene&) {
    screen.id = stored.id;
    return {std::move(screen), {}};
}

Turn on(OpinionKept screen, const OpinionNotStored& failed, const Scene&) {
    screen.fault = failed.fault;
    return {std::move(screen), {}};
}

// The receipt of a dossier that was filed in the same visit is not this one's.
Turn on(OpinionKept screen, const ReceiptArrived& arrived, const Scene&) {
    if (screen.id.empty() || arrived.dossier != screen.id) return {std::move(screen), {}};
    screen.code = arrived.receipt.code;
    screen.due = arrived.receipt.due;
    screen.is_waiting_for_network = false;
    return {std::move(screen), {}};
}

Turn on(OpinionKept screen, const ReceiptDelayed&, const Scene&) {
    screen.is_waiting_for_network = screen.code.empty();
    return {std::move(screen), {}};
}

Turn on(OpinionKept, const Proceeded&, const Scene& scene) {
    return {Goodbye{scene.state.steady}, {}};
}

}  // namespace motlan

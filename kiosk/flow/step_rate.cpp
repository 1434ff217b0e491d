#include <algorithm>
#include <utility>

#include "kiosk/flow/coming_slip.h"
#include "kiosk/flow/handlers.h"

namespace motlan {

Turn on(Submitted screen, const RatingWished&, const Scene& scene) {
    std::vector<Effect> effects;
    print_coming(screen, scene.state.comfort.language, effects);
    return {RateService{{.procedure = std::move(screen.filed)}}, std::move(effects)};
}

Turn on(KeptForLater screen, const RatingWished&, const Scene&) {
    return {RateService{{.procedure = std::move(screen.filed)}, true}, {}};
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

// A report awaits a receipt of its own: it is not begun while that of a dossier may still be
// refused.
Turn on(RateService screen, const Proceeded&, const Scene& scene) {
    if (screen.rating.grade == 0) return {std::move(screen), {}};
    OpinionKept kept{.is_waiting_for_network = scene.state.is_offline,
                     .rated = screen.rating.procedure,
                     .may_report = !screen.is_receipt_awaited};
    StoreOpinion store{std::move(screen.rating), {scene.state.now, scene.state.comfort.language}};
    return {std::move(kept), {std::move(store)}};
}

// A rating is a gift: whoever does not want to give it is done.
Turn on(RateService, const WentBack&, const Scene& scene) {
    return {Goodbye{scene.state.steady}, {}};
}

// Whoever rates has filed just before, and that may be refused meanwhile.
Turn on(RateService screen, const ReceiptDelayed& delayed, const Scene&) {
    if (delayed.fault == Fault::DossierRejected) return {NotFiled{delayed.fault}, {}};
    return {std::move(screen), {}};
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
    // A slip with the code for now may be followed by one with the province's.
    screen.slip.reset();
    return {std::move(screen), {}};
}

// Nobody needs a slip of a rating, and one without a code says nothing.
Turn on(OpinionKept screen, const SlipWished&, const Scene& scene) {
    const bool may_print = screen.is_report && !screen.id.empty() && scene.state.ability.prints &&
                           screen.slip != SlipStage::Printing;
    if (!may_print) return {std::move(screen), {}};
    screen.slip = SlipStage::Printing;
    screen.slip_fault.reset();
    PrintReportSlip print{.slip = {.code = code_to_keep(screen),
                                   .is_at_province = !screen.code.empty(),
                                   .due = screen.due},
                          .language = scene.state.comfort.language};
    return {std::move(screen), {std::move(print)}};
}

// Only a report awaits a receipt: beside a rating it is the dossier of the same visit that was
// refused.
Turn on(OpinionKept screen, const ReceiptDelayed& delayed, const Scene&) {
    const bool is_rejected = delayed.fault == Fault::DossierRejected;
    if (is_rejected && !screen.is_report) return {NotFiled{delayed.fault}, {}};
    if (is_rejected) screen.fault = delayed.fault;
    screen.is_waiting_for_network = !is_rejected && screen.code.empty();
    return {std::move(screen), {}};
}

Turn on(OpinionKept, const Proceeded&, const Scene& scene) {
    return {Goodbye{scene.state.steady}, {}};
}

}  // namespace motlan

// Saving for later, and taking it up again by slip and card (ux X08).
#include <algorithm>
#include <utility>

#include "kiosk/domain/card_match.h"
#include "kiosk/flow/page_reading.h"
#include "kiosk/flow/saved_handlers.h"
#include "kiosk/flow/saving.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// A code on a card is easily made.
constexpr int kMostCards = 10;

Turn refuse(FindDossier screen, Fault fault) {
    screen.refused = fault;
    ++screen.refusals;
    return {std::move(screen), {}};
}

/// Nobody goes past whose data this is; there what the source has said of it is asked about.
bool is_to_be_checked(const Visit& visit) {
    return !visit.behalf && is_another_person(visit.profile, visit.words);
}

Turn print(SavedForLater screen, const Scene& scene) {
    screen.slip = SlipStage::Printing;
    screen.slip_fault.reset();
    PrintSavedSlip wish{screen.saved, scene.state.comfort.language};
    return {std::move(screen), {std::move(wish)}};
}

}  // namespace

Turn on(SavingWork, const WorkSaved& done, const Scene& scene) {
    return print({.saved = done.saved, .slip_fault = {}}, scene);
}

Turn on(SavingWork screen, const WorkNotSaved& failed, const Scene&) {
    screen.fault = failed.fault;
    return {std::move(screen), {}};
}

// Once more: a full disk may have been emptied meanwhile.
Turn on(SavingWork screen, const Proceeded&, const Scene& scene) {
    if (!std::exchange(screen.fault, {})) return {std::move(screen), {}};
    SaveWork wish{work_of(screen.visit, scene.state.helped), screen.visit.profile.number.reveal()};
    return {std::move(screen), {std::move(wish)}};
}

// Nothing was lost: the visit goes on with what is still open.
Turn on(SavingWork screen, const WentBack&, const Scene&) {
    if (!screen.fault) return {std::move(screen), {}};
    if (screen.is_before_sources) return {Consent{std::move(screen.visit)}, {}};
    if (is_to_be_checked(screen.visit)) return {CheckDetails{std::move(screen.visit)}, {}};
    return next_task(std::move(screen.visit));
}

Turn on(SavingWork screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit);
    return {std::move(screen), {}};
}

Turn on(SavedForLater screen, const SlipWished&, const Scene& scene) {
    if (screen.slip == SlipStage::Printing) return {std::move(screen), {}};
    return print(std::move(screen), scene);
}

Turn on(SavedForLater, const Proceeded&, const Scene& scene) {
    return {Goodbye{scene.state.steady}, {}};
}

Turn look_for_saved(FindDossier screen, const Bytes& code) {
    if (screen.asked || std::exchange(screen.is_checking, true)) return {std::move(screen), {}};
    screen.refused.reset();
    return {std::move(screen), {LookForSaved{Personal(code)}}};
}

Turn open_saved_with(FindDossier screen, SavedHolder holder, const Scene& scene) {
    if (++screen.questions > kMostCards) return {Goodbye{scene.state.steady}, {StopWatching{}}};
    screen.refused.reset();
    OpenSaved wish{screen.saved->code, holder.profile.number.reveal()};
    screen.holder = std::move(holder);
    return {std::move(screen), {std::move(wish)}};
}

Turn on(FindDossier screen, const SavedFound& found, const Scene&) {
    if (!std::exchange(screen.is_checking, false)) return {std::move(screen), {}};
    screen.saved = found.saved;
    screen.receipt.reset();
    // No answer about dossiers may come between the card and what it opens.
    screen.asked.reset();
    screen.waiting.reset();
    screen.typed.clear();
    return {std::move(screen), {}};
}

Turn on(FindDossier screen, const SavedNotFound& failed, const Scene&) {
    if (!std::exchange(screen.is_checking, false)) return {std::move(screen), {}};
    screen.saved.reset();
    return refuse(std::move(screen), failed.fault);
}

// From here on it is a visit like any other: consent and sources are asked anew.
Turn on(FindDossier screen, const WorkOpened& opened, const Scene& scene) {
    auto holder = std::exchange(screen.holder, {});
    if (!holder) return {std::move(screen), {}};
    screen.saved.reset();
    const auto& procedures = scene.office.procedures;
    const auto found = std::ranges::find(procedures, opened.work.procedure, &Procedure::code);
    if (found == procedures.end()) return refuse(std::move(screen), Fault::SavedNotOffered);
    Visit visit{.procedure = *found,
                .profile = std::move(holder->profile),
                .plan = expected_plan(*found, scene.office.sources, scene.office.today)};
    visit.oddities = std::move(holder->oddities);
    visit.saved = opened.work;
    return after_card(std::move(visit), scene);
}

// Another card may be the right one; what is gone or damaged no card brings back.
Turn on(FindDossier screen, const WorkNotOpened& failed, const Scene&) {
    if (!std::exchange(screen.holder, {})) return {std::move(screen), {}};
    if (failed.fault != Fault::SavedOtherCard) screen.saved.reset();
    return refuse(std::move(screen), failed.fault);
}

}  // namespace motlan

#include <algorithm>
#include <utility>

#include "kiosk/flow/coming_slip.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/receipt_fault.h"

namespace motlan {
namespace {

/// Waiting longer than this is a choice (ux principle P9).
constexpr std::chrono::seconds kWaitBeforeChoice{10};

/// Then staff are called to what was left (ux C29).
constexpr int kReminders = 3;

Turn end(Goodbye screen) {
    if (screen.is_paper_left) return {screen, {CallStaff{}, EndVisit{}}};
    return {screen, {EndVisit{}}};
}

/// The slip of a receipt at once.
Turn printed(Submitted screen, const Scene& scene) {
    std::vector<Effect> effects;
    screen.slip = SlipStage::Coming;
    screen.slip_fault.reset();
    print_coming(screen, scene.state.comfort.language, effects);
    return {std::move(screen), std::move(effects)};
}

Turn kept(KeptForLater screen, const Scene& scene) {
    screen.slip = SlipStage::Printing;
    PrintKeptSlip print{screen.dossier, scene.state.comfort.language, screen.is_receipt_wrong};
    return {std::move(screen), {std::move(print)}};
}

/// From the screen that waited for the receipt. What cannot be printed is not said to be coming.
Turn arrived_for(const auto& screen, const ReceiptArrived& arrived, const Scene& scene) {
    Submitted next{.receipt = arrived.receipt,
                   .burden = screen.burden,
                   .slip = SlipStage::Coming,
                   .slip_fault = {},
                   .dossier = screen.dossier,
                   .filed = screen.filed,
                   .has_fee = screen.has_fee,
                   .since = scene.state.steady};
    if (!scene.state.ability.prints) return printed(std::move(next), scene);
    return {std::move(next), {}};
}

}  // namespace

Turn on(Submitting screen, const DossierStored& stored, const Scene&) {
    screen.stage = SendStage::Sending;
    screen.dossier = stored.dossier;
    return {std::move(screen), {AwaitReceipt{stored.dossier}}};
}

Turn on(Submitting, const DossierNotStored& failed, const Scene&) {
    return {NotFiled{failed.fault}, {}};
}

Turn on(Submitting screen, const ReceiptArrived& arrived, const Scene& scene) {
    return arrived_for(screen, arrived, scene);
}

Turn on(Submitting screen, const ReceiptDelayed& delayed, const Scene&) {
    if (delayed.fault == Fault::DossierRejected) return {NotFiled{delayed.fault}, {}};
    if (is_wrong_receipt(delayed.fault)) screen.stage = SendStage::WaitingForReceipt;
    screen.delay = delayed.fault;
    return {std::move(screen), {}};
}

Turn on(Submitting screen, const Ticked& tick, const Scene&) {
    screen.may_leave = !screen.dossier.empty() && tick.steady - screen.since >= kWaitBeforeChoice;
    return {std::move(screen), {}};
}

Turn on(Submitting screen, const Proceeded&, const Scene& scene) {
    if (!screen.may_leave) return {std::move(screen), {}};
    return kept({.dossier = std::move(screen.dossier),
                 .burden = screen.burden,
                 .slip_fault = {},
                 .filed = std::move(screen.filed),
                 .has_fee = screen.has_fee,
                 .is_receipt_wrong = screen.delay && is_wrong_receipt(*screen.delay)},
                scene);
}

Turn on(Submitted screen, const SlipWished&, const Scene& scene) {
    if (screen.slip == SlipStage::Printing) return {std::move(screen), {}};
    return printed(std::move(screen), scene);
}

// Paper is not everybody's wish, and a slip that lies about tells others what was filed.
Turn on(Submitted screen, const Refused&, const Scene&) {
    if (screen.slip == SlipStage::Coming) screen.slip = SlipStage::Declined;
    return {std::move(screen), {}};
}

// Whoever hears that it can be declined hears it to the end.
Turn on(Submitted screen, const Ticked& tick, const Scene& scene) {
    if (screen.slip != SlipStage::Coming) return {std::move(screen), {}};
    if (tick.is_heard) screen.since = tick.steady;
    const Comfort& comfort = scene.state.comfort;
    const auto moment = scene.office.patience.slip * (comfort.is_unhurried() ? 2 : 1);
    if (tick.steady - screen.since < moment) return {std::move(screen), {}};
    return printed(std::move(screen), scene);
}

Turn on(Submitted screen, const Proceeded&, const Scene& scene) {
    std::vector<Effect> effects;
    print_coming(screen, scene.state.comfort.language, effects);
    return {Goodbye{scene.state.steady}, std::move(effects)};
}

Turn on(KeptForLater screen, const ReceiptArrived& arrived, const Scene& scene) {
    return arrived_for(screen, arrived, scene);
}

// A slip may say already that it waits: what the province has refused does so no longer.
Turn on(KeptForLater screen, const ReceiptDelayed& delayed, const Scene&) {
    if (delayed.fault == Fault::DossierRejected) return {NotFiled{delayed.fault}, {}};
    if (is_wrong_receipt(delayed.fault)) screen.is_receipt_wrong = true;
    return {std::move(screen), {}};
}

Turn on(KeptForLater screen, const SlipWished&, const Scene& scene) {
    if (screen.slip == SlipStage::Printing) return {std::move(screen), {}};
    return kept(std::move(screen), scene);
}

Turn on(KeptForLater, const Proceeded&, const Scene& scene) {
    return {Goodbye{scene.state.steady}, {}};
}

Turn on(NotFiled, const Proceeded&, const Scene& scene) {
    return {Goodbye{scene.state.steady}, {}};
}

Turn on(Goodbye screen, const Proceeded&, const Scene&) { return end(screen); }

Turn on(Goodbye screen, const PaperSeen& seen, const Scene& scene) {
    if (seen.hint == PaperHint::Moving) return {screen, {}};  // a hand takes it
    const bool was_left = std::exchange(screen.is_paper_left, seen.hint != PaperHint::NoPaper);
    if (was_left == screen.is_paper_left) return {screen, {}};
    screen.since = scene.state.steady;
    if (screen.is_paper_left) screen.reminders = std::max(screen.reminders, 1);
    return {screen, {}};
}

// Whoever hears what to take along is not cut off in the middle of it.
Turn on(Goodbye screen, const Ticked& tick, const Scene& scene) {
    if (tick.is_heard) {
        screen.since = tick.steady;
        return {screen, {}};
    }
    if (tick.steady - screen.since < scene.office.patience.goodbye) return {screen, {}};
    if (!screen.is_paper_left || screen.reminders >= kReminders) return end(screen);
    ++screen.reminders;
    screen.since = tick.steady;
    return {screen, {}};
}

}  // namespace motlan

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/flow/coming_slip.h"
#include "kiosk/flow/handlers.h"

namespace motlan {
namespace {

FeeStage stage_of(PaymentState state) {
    switch (state) {
        case PaymentState::Refunded:  // never of a dossier
        case PaymentState::Nothing: return FeeStage::Nothing;
        case PaymentState::Waiting: return FeeStage::Waiting;
        case PaymentState::Paid: return FeeStage::Paid;
        case PaymentState::Short: return FeeStage::Short;
        case PaymentState::Expired: return FeeStage::Expired;
    }
    return FeeStage::Unknown;
}

/// Nothing more can change it: nobody need look any more.
bool is_settled(FeeStage stage) {
    return stage == FeeStage::Paid || stage == FeeStage::Short || stage == FeeStage::Nothing;
}

int seconds_until(WallTime end, WallTime now) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(end - now).count();
    return static_cast<int>(std::max<decltype(left)>(left, 0));
}

Turn pay(PayFee screen) {
    const std::string dossier = screen.dossier;
    return {std::move(screen), {WatchFee{dossier}}};
}

/// Where the citizen came from, which knows that it was paid.
Turn go_back(PayFee screen) {
    std::vector<Effect> effects{StopWatchingFee{}};
    if (auto* submitted = std::get_if<Submitted>(&screen.back)) {
        submitted->is_paid = screen.stage == FeeStage::Paid;
        if (screen.stage == FeeStage::Nothing) submitted->has_fee = false;
        return {std::move(*submitted), std::move(effects)};
    }
    return {std::move(std::get<FollowDossier>(screen.back)), std::move(effects)};
}

}  // namespace

Turn on(Submitted screen, const PayWished&, const Scene& scene) {
    if (!screen.has_fee || screen.is_paid || screen.dossier.empty()) return {std::move(screen), {}};
    std::vector<Effect> effects;
    print_coming(screen, scene.state.comfort.language, effects);
    const std::string dossier = screen.dossier;
    Turn turn = pay({.dossier = dossier, .back = std::move(screen), .payment = {}, .fault = {}});
    std::ranges::move(effects, std::back_inserter(turn.effects));
    return turn;
}

Turn on(FollowDossier screen, const PayWished&, const Scene&) {
    const FollowedDossier& followed = screen.followed.dossier();
    if (followed.latest().status != DossierStatus::PaymentAsked) return {std::move(screen), {}};
    const std::string dossier = followed.id;
    return pay({.dossier = dossier, .back = std::move(screen), .payment = {}, .fault = {}});
}

// A code that is shown stays until the province says something else about it.
Turn on(PayFee screen, const PaymentSeen& seen, const Scene& scene) {
    if (seen.payment.dossier != screen.dossier) return {std::move(screen), {}};
    screen.payment = seen.payment;
    screen.stage = stage_of(seen.payment.state);
    screen.fault.reset();
    screen.seconds_left = seconds_until(seen.payment.expires, scene.state.now);
    if (is_settled(screen.stage)) return {std::move(screen), {StopWatchingFee{}}};
    return {std::move(screen), {}};
}

// Whether money has come is not known: a code is not to be paid in doubt (fault PAY-01, PAY-02).
Turn on(PayFee screen, const PaymentNotSeen& failed, const Scene&) {
    if (is_settled(screen.stage)) return {std::move(screen), {}};
    screen.stage = FeeStage::Unknown;
    screen.fault = failed.fault;
    return {std::move(screen), {}};
}

Turn on(PayFee screen, const PayCodeWished&, const Scene&) {
    if (screen.stage != FeeStage::Expired) return {std::move(screen), {}};
    screen.stage = FeeStage::Asking;
    const std::string dossier = screen.dossier;
    return {std::move(screen), {WatchFee{.dossier = dossier, .wants_new_code = true}}};
}

Turn on(PayFee screen, const Ticked& tick, const Scene&) {
    if (screen.stage != FeeStage::Waiting || !screen.payment) return {std::move(screen), {}};
    screen.seconds_left = seconds_until(screen.payment->expires, tick.wall);
    if (screen.seconds_left == 0) screen.stage = FeeStage::Expired;
    return {std::move(screen), {}};
}

// The slip comes out meanwhile, or it does not.
Turn on(PayFee screen, const SlipPrinted& printed, const Scene&) {
    std::visit([&](auto& back) { note_slip(back, printed); }, screen.back);
    return {std::move(screen), {}};
}

Turn on(PayFee screen, const SlipFailed& failed, const Scene&) {
    std::visit([&](auto& back) { note_slip(back, failed); }, screen.back);
    return {std::move(screen), {}};
}

Turn on(PayFee screen, const Proceeded&, const Scene&) {
    if (!is_settled(screen.stage)) return {std::move(screen), {}};
    return go_back(std::move(screen));
}

// What may have been paid is left with a word (see Everywhere); all else at once.
Turn on(PayFee screen, const WentBack&, const Scene&) { return go_back(std::move(screen)); }

Turn on(PayFee screen, const FeeLeft&, const Scene&) { return go_back(std::move(screen)); }

}  // namespace motlan

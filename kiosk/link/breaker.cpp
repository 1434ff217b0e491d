#include "kiosk/link/breaker.h"

#include <algorithm>

namespace motlan {
namespace {

// One dossier may be odd by itself; three in a row are not.
int patience_with(Trouble trouble) {
    switch (trouble) {
        case Trouble::Road:
        case Trouble::Storage: return 1;
        case Trouble::Refusal:
        case Trouble::Answer:
        case Trouble::Receipt: return 3;
    }
    return 1;
}

}  // namespace

std::optional<Trouble> trouble_of(Fault fault) {
    if (fault == Fault::RecordDamaged) return std::nullopt;
    if (fault == Fault::BackendUnreachable || fault == Fault::BackendUntrusted)
        return Trouble::Road;
    if (fault == Fault::BackendRefused) return Trouble::Refusal;
    if (fault == Fault::ReceiptForged || fault == Fault::ReceiptForOtherDossier)
        return Trouble::Receipt;
    if (fault == Fault::DiskFull || fault == Fault::StorageFailed) return Trouble::Storage;
    return Trouble::Answer;
}

void Breaker::note_failure(Trouble trouble, SteadyTime now, double share) {
    Switch& one = at(trouble);
    ++one.failures;
    one.until = now + one.backoff.next(share);
}

void Breaker::note_success(Trouble trouble) { at(trouble) = {}; }

void Breaker::note_success() { switches_ = {}; }

bool Breaker::is_open(Trouble trouble, SteadyTime now) const {
    const Switch& one = switches_.at(static_cast<std::size_t>(trouble));
    return one.failures >= patience_with(trouble) && now < one.until;
}

std::optional<std::chrono::milliseconds> Breaker::next_try(SteadyTime now) const {
    std::optional<std::chrono::milliseconds> soonest;
    for (const Switch& one : switches_) {
        if (one.until <= now) continue;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(one.until - now);
        // Without the road nothing else can be tried.
        if (&one == &switches_.front()) return left;
        soonest = soonest ? std::min(*soonest, left) : left;
    }
    return soonest;
}

}  // namespace motlan

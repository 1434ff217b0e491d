// What became of a slip, on every screen that tells of one. To be included through handlers.h only.
#pragma once

#include <optional>
#include <utility>

#include "kiosk/flow/event.h"
#include "kiosk/flow/turn.h"

namespace motlan {

/// A screen with the stage of its slip, which may be empty: then none was wished.
template <typename S>
concept HasSlip = requires(S& screen, Fault fault) {
    screen.slip = SlipStage::Printed;
    screen.slip_fault = fault;
};

/// Tells of it, unless none was wished.
void note_slip(HasSlip auto& screen, const SlipPrinted&) {
    if (std::optional<SlipStage>(screen.slip)) screen.slip = SlipStage::Printed;
}
void note_slip(HasSlip auto& screen, const SlipFailed& failed) {
    if (!std::optional<SlipStage>(screen.slip)) return;
    screen.slip = SlipStage::NotPrinted;
    screen.slip_fault = failed.fault;
}

Turn on(HasSlip auto screen, const SlipPrinted& printed, const Scene&) {
    note_slip(screen, printed);
    return {std::move(screen), {}};
}
Turn on(HasSlip auto screen, const SlipFailed& failed, const Scene&) {
    note_slip(screen, failed);
    return {std::move(screen), {}};
}

}  // namespace motlan

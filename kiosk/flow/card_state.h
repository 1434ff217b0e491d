// The card: shown to the camera, then laid on a reader where there is one.
#pragma once

#include <optional>

#include "kiosk/core/card_distance.h"
#include "kiosk/core/card_hint.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/core/lamp.h"
#include "kiosk/flow/visit.h"

namespace motlan {

/// C07: the card is held before the camera.
struct ShowCard {
    Procedure procedure;
    AcquisitionPlan expected;
    Picture preview;  ///< what the camera sees; empty until the first frame
    CardHint hint = CardHint::NoCard;
    std::optional<Fault> refused;  ///< why the last code was not taken
    int refusals = 0;              ///< after three, staff is suggested
    bool is_resolving = false;     ///< the province is asked whose VNeID code was shown
    SteadyTime since{};            ///< when the first second of it passed
    bool is_slow = false;          ///< 20 s without success: other ways are offered (ux C07)
    std::optional<CardDistance> distance{};  ///< where a code was found
    std::optional<Lamp> lamp{};              ///< where the camera has one
};

/// C07b: where this kiosk has a chip reader, the card is laid on it; nothing depends on that.
struct ReadCardChip {
    Visit visit;
    std::optional<int> percent;  ///< while the chip is being read
    std::optional<Fault> fault;  ///< what went wrong with the last try
    int removals = 0;            ///< how often the card was lifted; after some a person asks anew

    static constexpr int kMostRemovals = 3;
    /// Whether the card is waited for without anybody's asking.
    [[nodiscard]] bool is_waiting() const {
        return !fault || (*fault == Fault::ChipRemoved && removals < kMostRemovals);
    }
};

}  // namespace motlan

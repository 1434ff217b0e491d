// What a visit cost and what it spared, counted as it goes; nothing personal.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/domain/counts.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/state.h"

namespace motlan {

struct Tally {
    int taps = 0;
    int typed_fields = 0;  ///< questions for which at least one key was needed
    int pages = 0;
    std::int64_t bytes_sealed = 0;
    BurdenReceipt burden;
    std::string dossier_code;
    bool is_receipt_verified = false;
    Counts counts;  ///< for the indicators; a dossier that was not kept is not in it

    /// Counts one event, given the state that it meets.
    void meet(const Event& event, const State& state);
    /// Counts what is on its way into the outbox.
    void meet(const Dossier& dossier);
    /// Reads off what a state says.
    void see(const State& state);

private:
    ItemId last_typed_;
    bool has_begun_ = false;
    Counts unkept_;  ///< of a dossier that is not safely kept yet
};

}  // namespace motlan

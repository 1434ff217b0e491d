// Runs of kiosk and link over one outbox, told to a tape: what each promises and when. Some are
// told wrongly on purpose, as a careless program would run, to show that the harness sees it.
#pragma once

#include <filesystem>
#include <string_view>

#include "tests/faults/tape.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

namespace motlan::testing {

/// How the run departs from the order of writes.
enum class Carelessness : std::uint8_t {
    None,
    PromisesEarly,      ///< says that it keeps the dossier, then keeps it
    ForgetsBeforeAsks,  ///< removes the parts, then asks for the receipt
    BelievesEarly,      ///< says that the receipt is stored, then stores it
    SkipsTheHalf,       ///< writes straight into the queue
    EntersFirst,        ///< a row first, then what it is about
};

struct Stage {
    const Keys& keys;
    const HandClock& clock;
    std::filesystem::path state;
    Carelessness carelessness = Carelessness::None;
    StoreLimits limits = {};
};

/// A run of the program over the stage's folder.
using Story = void (*)(const Stage& stage, Tape& tape);

/// Kiosk and link take turns; each closes what it opened.
void in_turns(const Stage& stage, Tape& tape);
/// Both have the outbox open all the time.
void side_by_side(const Stage& stage, Tape& tape);
/// The visit ends before the citizen has seen that the dossier is kept.
void abandoned(const Stage& stage, Tape& tape);
/// Only recovery, over whatever stands there.
void recovering(const Stage& stage, Tape& tape);

}  // namespace motlan::testing

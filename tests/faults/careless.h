// Ways to submit a dossier wrongly, planted to show that a harness sees what they do. The product
// knows none of them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "tests/faults/submission.h"

namespace motlan::testing {

enum class Careless : std::uint8_t {
    PromisesEarly,    ///< says that it keeps the dossier, then keeps it
    EntersFirst,      ///< a row first, then what it is about
    IgnoresFaults,    ///< promises although keeping failed
    AbortsOnFault,    ///< a fault is the end of the program
    LetsThrow,        ///< nobody catches what is thrown
    ClearsAtStart,    ///< begins with an empty queue
    SealsAgain,       ///< hands the visit in anew when it is not over yet
    NeverRecovers,    ///< sends without putting right what a crash left
    BelievesTheRoad,  ///< what was tried once counts as received
    GivesUp,          ///< what failed once is never tried again
    TakesAnyReceipt,  ///< a good signature is enough
    TrustsItsOffset,  ///< appends where it believes to be, not where the province is
};

/// By its name in small letters, e.g. "seals_again".
[[nodiscard]] std::optional<Careless> careless_of(std::string_view name);

/// keep() and send() of submission.h, done in that way.
Result<void> keep_carelessly(Kiosk& kiosk, Careless careless);
Result<bool> send_carelessly(Kiosk& kiosk, int rounds, Careless careless);
/// What is done wrongly before sending when the machine starts again.
void restart_carelessly(Kiosk& kiosk, Careless careless);

}  // namespace motlan::testing

// What the office says about a dossier after its receipt (formats, section 7.2), and the commands
// by which a person, the demo or a script makes it say so.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/clock.h"
#include "kiosk/core/tree.h"
#include "tests/province/office.h"

namespace motlan::province {

/// One thing that is said: the fields of an event that are about its matter alone.
struct Saying {
    std::int64_t status = 2;
    Tree::Table more;  ///< words, due, apology, wishes, dong
};

/// Reads what stands after the dossier in a command:
///   in_work|refused|withdrawn|stopped|decided|delivered [WORDS]
///   supplement CONCEPT [WORDS [§ LAW]] [; CONCEPT …]
///   late DAYS [WORDS]
///   payment DONG [WORDS]
[[nodiscard]] std::optional<Saying> read_saying(std::string_view command, WallTime now);

/// That it was accepted, as its receipt says.
[[nodiscard]] Saying accepted(const LedgerEntry& entry);

/// The signed event. Fails with Fault::SealingFailed.
[[nodiscard]] Result<LedgerEvent> make_event(const OfficeKeys& keys, const LedgerEntry& entry,
                                             std::int64_t sequence, const Saying& saying,
                                             const std::string& time);

/// Obeys "DOSSIER …" as above; DOSSIER is an id, a code or "last". Answers "ok SEQUENCE" or
/// "error …".
[[nodiscard]] std::string say(const OfficeKeys& keys, Ledger& ledger, WallTime now,
                              std::string_view command);

}  // namespace motlan::province

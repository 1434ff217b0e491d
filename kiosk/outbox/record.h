// What the kiosk remembers about each dossier: one row of the outbox. Nothing personal.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/core/clock.h"
#include "kiosk/outbox/seal.h"

namespace motlan {

/// Where a dossier stands. It only moves forward (formats.md 8).
enum class DossierState : std::uint8_t {
    Held,          ///< safely on the disk, the citizen may not know it yet
    Released,      ///< may be sent
    Uploaded,      ///< every part is at the province
    Acknowledged,  ///< a verified receipt is stored
    Rejected,      ///< a verified refusal is stored; the parts stay for the staff
    Purged,        ///< the parts are gone, receipt and digests stay
};

struct DossierRecord {
    DossierMark mark;  ///< with the label that is to be sent
    DossierState state = DossierState::Held;
    Confirmation confirmation = Confirmation::Confirmed;
    std::optional<Fault> parked;  ///< why it is not being sent
    WallTime entered{};           ///< to the minute, so that it names nobody
    WallTime changed{};           ///< to the minute
};

/// The state's name, e.g. "held"; the same in listings, messages and the store.
[[nodiscard]] std::string_view to_text(DossierState state);
[[nodiscard]] std::optional<DossierState> dossier_state_of(std::string_view name);

}  // namespace motlan

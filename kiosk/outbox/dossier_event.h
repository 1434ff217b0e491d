// What the province says about a dossier after its receipt (formats.md 7.2): signed events, one
// for each change, that belong together only as one unbroken history. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/follow.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

inline constexpr std::size_t kEventLimit = 64;  ///< of one dossier
inline constexpr std::size_t kWishLimit = 32;   ///< of one event

/// One event and what it is about.
struct ProvinceEvent {
    DossierId dossier;
    std::string code;
    std::string procedure;
    std::string kiosk;  ///< that filed the dossier; any kiosk may show the event
    DossierEvent event;
};

/// Reads the content of an event; every text is composed (NFC), bounded and plain.
/// Fails with Fault::EventForged.
[[nodiscard]] Result<ProvinceEvent> parse_event(std::string_view content);

/// Opens an event: signature, role and signer as `trust` says, at the moment that it was signed.
/// Fails with Fault::EventForged.
[[nodiscard]] Result<ProvinceEvent> open_event(ByteView cms, const Trust& trust);

/// The history of this dossier, as the province told it at `seen`: all about it, numbered from 1
/// without a gap, never back in time nor from a time to come, nothing after an end.
/// Fails with Fault::EventForged.
[[nodiscard]] Result<FollowedDossier> join_events(const DossierId& dossier,
                                                  std::span<const ProvinceEvent> events,
                                                  WallTime seen);

}  // namespace motlan

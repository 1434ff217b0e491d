// A dossier after it was filed: what the province has said about it since, in signed events. The
// citizen who identified himself sees it; nobody else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/domain/item.h"

namespace motlan {

/// The national status codes (domain notes 4.2).
enum class DossierStatus : std::uint8_t {
    Sent = 1,
    Accepted = 2,
    Refused = 3,
    InWork = 4,
    SupplementAsked = 5,
    PaymentAsked = 6,
    Withdrawn = 7,
    Stopped = 8,
    Decided = 9,
    Delivered = 10,
};

/// One datum or paper that an officer asks for afterwards (form 02 of Circular 03/2025/TT-VPCP).
struct SupplementWish {
    ConceptId about;
    std::string words;        ///< the officer's, for people
    std::string legal_basis;  ///< empty: none was named, and the screen says so
};

/// What the province said at one moment; its signature was verified.
struct DossierEvent {
    std::int64_t sequence = 0;  ///< of this dossier, from 1 without a gap
    DossierStatus status = DossierStatus::Sent;
    WallTime time{};
    std::string unit;                    ///< who has it, e.g. "Sở Tư pháp"
    std::string words;                   ///< for people: a reason, what happens next
    std::optional<WallTime> due;         ///< the day promised from now on
    bool is_apology = false;             ///< form 04: late, with a new day and a written apology
    std::vector<SupplementWish> wishes;  ///< with SupplementAsked
    std::int64_t dong = 0;               ///< with PaymentAsked
};

struct FollowedDossier {
    std::string id = {};    ///< 32 hexadecimal digits, as it was filed under
    std::string code;       ///< the province's, e.g. "H41-261123-0087"
    std::string procedure;  ///< national code
    WallTime received{};
    std::vector<DossierEvent> events;  ///< oldest first, at least one
    WallTime seen{};                   ///< when the province said all this

    [[nodiscard]] const DossierEvent& latest() const { return events.back(); }
};

/// What a receipt's own code says, verified without a network.
struct ReceiptCode {
    std::string code;
    WallTime received{};
    WallTime due{};
};

/// The day promised last; nothing before the dossier was accepted.
[[nodiscard]] std::optional<WallTime> due(const FollowedDossier& dossier);

/// Whether the promised moment has passed while the clock runs: accepted or in work (domain notes
/// 4.2; that 5 and 6 stop the clock is recalled there, not verified).
[[nodiscard]] bool is_late(const FollowedDossier& dossier, WallTime now);

}  // namespace motlan

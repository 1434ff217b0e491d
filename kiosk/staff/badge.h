// The code on a staff badge (formats.md 13): whose it is, for what and until when, signed by the
// province in few enough letters for a QR. A code can be copied, so it opens nothing without
// its owner's PIN. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/domain/staff.h"
#include "kiosk/outbox/raw_signature.h"

namespace motlan {

/// No code is longer; a QR of it is still read from a card.
inline constexpr std::size_t kBadgeCodeLimit = 240;

struct Badge {
    StaffMember who;
    BadgeId id;
    WallTime issued{};
    WallTime expires{};
};

/// A code as it was read; nothing of it is believed yet.
struct UnprovenBadge {
    Badge badge;
    SignerName signer{};
    Bytes words;  ///< what was signed
    RawSignature signature{};
};

/// Whose badges count, and which were taken back.
struct BadgeTrust {
    Certificate ca;
    std::vector<Certificate> signers;
    std::vector<BadgeId> revoked;
};

/// Whether the text claims to be a badge.
[[nodiscard]] bool is_badge_code(std::string_view text);

/// Reads a code of exactly this spelling. Fails with Fault::BadgeForged.
[[nodiscard]] Result<UnprovenBadge> parse_badge(std::string_view text);

/// Reads a badge that a signer whose certificate holds now has signed, that is valid now, no longer
/// than its role allows, and was not taken back. Fails with Fault::BadgeForged, BadgeExpired,
/// BadgeRevoked.
[[nodiscard]] Result<Badge> verify_badge(std::string_view text, const BadgeTrust& trust,
                                         WallTime now);

}  // namespace motlan

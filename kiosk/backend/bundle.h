// What the province publishes to every kiosk (formats.md 3): to whom parts are sealed, whose
// receipts and answers count, which sources answer, and the files of the catalogue. Verified here,
// carried elsewhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/backend/bundle_file.h"
#include "kiosk/backend/bundle_root.h"
#include "kiosk/backend/enrolment.h"
#include "kiosk/backend/revocation.h"
#include "kiosk/core/bytes.h"
#include "kiosk/domain/staff.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

/// A bundle stays in service that long after it expired (security design 4.9).
inline constexpr std::chrono::days kBundleGrace{14};

struct Bundle {
    std::int64_t version = 0;
    WallTime issued{};
    WallTime expires{};
    std::vector<Certificate> recipients;  ///< one or two
    std::vector<Certificate> receipt_signers;
    std::vector<Certificate> source_signers;
    std::vector<Certificate> badge_signers;  ///< who issues badges of staff; none: nobody does
    std::vector<BadgeId> revoked_badges;
    std::vector<std::string> sources;
    std::vector<BundleFile> files;
    std::optional<std::vector<std::string>> kiosks;  ///< for these only
    std::string software;                            ///< the least version; empty for any
    BundleRoot root;                                 ///< under which it was signed
    std::vector<Certificate> signers;                ///< who signed it

    /// Whose receipts count; `enrolment` and the bundle must outlive the answer.
    [[nodiscard]] Trust receipt_trust(const Enrolment& enrolment) const;
    /// Whose answers of sources count.
    [[nodiscard]] Trust source_trust(const Enrolment& enrolment) const;
    /// The file of that name; nullptr when it carries none.
    [[nodiscard]] const BundleFile* file(std::string_view name) const;
};

/// What a bundle must not fall below. A new root starts the versions anew: keys that were stolen
/// and used to publish a version beyond all others do not close the road for ever.
struct BundleFloor {
    std::int64_t root = 0;
    std::int64_t version = 0;
    auto operator<=>(const BundleFloor&) const = default;
};
/// What comes after this bundle must not fall below it.
[[nodiscard]] BundleFloor floor_of(const Bundle& bundle);

/// Reads the content of a bundle. Fails with Fault::BundleForged.
[[nodiscard]] Result<Bundle> parse_bundle(std::string_view content);

/// Opens what the province publishes, later roots first: signed by as many as the last root wants,
/// each of whom may sign at that moment. Fails with Fault::BundleForged.
[[nodiscard]] Result<Bundle> open_bundle(ByteView published, const Enrolment& enrolment,
                                         WallTime at);

/// The same for one that was accepted earlier: its signers could sign when they did.
[[nodiscard]] Result<Bundle> open_kept_bundle(ByteView published, const Enrolment& enrolment);

/// Leaves out every certificate that was taken back. Fails with Fault::BundleForged when too few
/// signers remain.
[[nodiscard]] Result<Bundle> without_revoked(Bundle bundle, const RevocationList& revoked);

/// Whether it may take the place of `floor`. Fails with Fault::BundleOlder, Fault::BundleExpired.
[[nodiscard]] Result<void> check_newer(const Bundle& bundle, const BundleFloor& floor,
                                       WallTime now);

/// Whether it is meant for this kiosk and this software. Fails with Fault::BundleForged.
[[nodiscard]] Result<void> check_meant(const Bundle& bundle, std::string_view kiosk);

/// The moment at which it says it was issued, if as many as its root wants could sign then; else
/// nothing, the beginning of time.
[[nodiscard]] WallTime proven_time(const Bundle& bundle, const Enrolment& enrolment);

/// Whether a visit may start with it: not expired for more than the grace, and every recipient's
/// certificate holds now. Fails with Fault::BundleExpired.
[[nodiscard]] Result<void> check_usable(const Bundle& bundle, const Enrolment& enrolment,
                                        WallTime now);

}  // namespace motlan

// What the province publishes to every kiosk (formats.md 3): to whom parts are sealed, whose
// receipts and answers count, which sources answer. Verified here, carried elsewhere.
#pragma once

#include <string>
#include <vector>

#include "kiosk/backend/enrolment.h"
#include "kiosk/core/bytes.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

struct Bundle {
    std::int64_t version = 0;
    WallTime issued{};
    WallTime expires{};
    std::vector<Certificate> recipients;  ///< one or two
    std::vector<Certificate> receipt_signers;
    std::vector<Certificate> source_signers;
    std::vector<std::string> sources;

    /// Whose receipts count; `enrolment` and the bundle must outlive the answer.
    [[nodiscard]] Trust receipt_trust(const Enrolment& enrolment) const;
    /// Whose answers of sources count.
    [[nodiscard]] Trust source_trust(const Enrolment& enrolment) const;
};

/// Reads the content of a bundle. Fails with Fault::BundleForged.
[[nodiscard]] Result<Bundle> parse_bundle(std::string_view content);

/// Opens a bundle: signed by the enrolled signer. Fails with Fault::BundleForged.
[[nodiscard]] Result<Bundle> open_bundle(ByteView cms, const Enrolment& enrolment, WallTime at);

/// Whether it may take the place of version `floor`. Fails with Fault::BundleOlder,
/// Fault::BundleExpired.
[[nodiscard]] Result<void> check_newer(const Bundle& bundle, std::int64_t floor, WallTime now);

/// Whether a visit may start with it: not expired, and every recipient's certificate holds now.
/// Fails with Fault::BundleExpired.
[[nodiscard]] Result<void> check_usable(const Bundle& bundle, const Enrolment& enrolment,
                                        WallTime now);

}  // namespace motlan

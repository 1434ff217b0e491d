// The province's newest bundle on this machine: "$STATE_DIRECTORY/bundle.cms". Verified before
// it is kept; its version never goes down. Used by the sender's thread; others read the file.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/backend/bundle.h"
#include "kiosk/backend/province_client.h"
#include "kiosk/core/clock.h"

namespace motlan {

class BundleStore {
public:
    /// Enrolment and clock must outlive it. Reads what is kept; a file that does not hold is as
    /// good as none.
    BundleStore(std::filesystem::path file, const Enrolment& enrolment, const Clock& clock);

    /// Verifies a bundle and keeps it in the place of the present one. Fails with
    /// Fault::BundleForged, BundleOlder, BundleExpired, DiskFull, StorageFailed.
    Result<void> accept(ByteView cms);

    /// Asks the province for a newer one. Fails with the faults of both.
    Result<void> refresh(ProvinceClient& province);

    [[nodiscard]] const std::optional<Bundle>& bundle() const { return bundle_; }
    [[nodiscard]] std::int64_t version() const { return bundle_ ? bundle_->version : 0; }

private:
    std::filesystem::path file_;
    const Enrolment& enrolment_;
    const Clock& clock_;
    std::optional<Bundle> bundle_;
};

}  // namespace motlan

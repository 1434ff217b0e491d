// The province's newest bundle on this machine (kiosk/backend/bundle_folder.h): verified before it
// is kept, installed by one rename, never going back. Used by one thread of kiosk-link; kioskctl
// may install one from a memory stick beside it.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/backend/province_client.h"
#include "kiosk/core/clock.h"
#include "kiosk/outbox/disk.h"

namespace motlan {

/// What a store works with; everything outlives it.
struct BundleTools {
    const Enrolment& enrolment;
    const Clock& clock;
    Disk& disk;
};

/// Where the bytes of a bundle's file come from. They need not be believed.
using FetchFile = std::function<Result<Bytes>(const BundleFile&)>;

class BundleStore {
public:
    /// Reads what is kept; a bundle that does not hold is as good as none.
    explicit BundleStore(BundleTools tools);

    /// Verifies what was published, brings its files together, verifies them and puts them in the
    /// place of the present bundle. What an attempt before had brought is not fetched again.
    /// Fails with Fault::BundleForged, BundleOlder, BundleExpired, DiskFull, StorageFailed and the
    /// faults of `fetch`; then the present bundle stays.
    Result<void> accept(ByteView published, const FetchFile& fetch);

    /// Asks the province for a newer one. Fails with the faults of both.
    Result<void> refresh(ProvinceClient& province);
    /// Whether it answered then, whatever became of the bundle's files.
    [[nodiscard]] bool has_answered() const { return has_answered_; }

    [[nodiscard]] const std::optional<Bundle>& bundle() const { return bundle_; }
    [[nodiscard]] std::int64_t version() const { return bundle_ ? bundle_->version : 0; }

private:
    void look();
    [[nodiscard]] bool is_present(ByteView published) const;
    [[nodiscard]] Result<Bundle> verify(ByteView published) const;

    BundleTools tools_;
    std::filesystem::path folder_;
    std::optional<Bundle> bundle_;
    BundleFloor floor_;
    bool has_answered_ = false;
};

}  // namespace motlan

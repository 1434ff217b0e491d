#include "kiosk/link/bundle_store.h"

#include <algorithm>
#include <array>

#include "kiosk/core/file.h"
#include "kiosk/core/log.h"
#include "kiosk/link/bundle_install.h"
#include "kiosk/outbox/folder_lock.h"

namespace motlan {
namespace {

// A province that sends a byte now and then is left alone; the files that came are kept.
constexpr std::chrono::minutes kPatience{2};
// How long the link and a technician's stick wait for each other.
constexpr std::chrono::seconds kLockPatience{10};

}  // namespace

BundleStore::BundleStore(BundleTools tools) : tools_(tools), folder_(tools.enrolment.bundles()) {
    look();
}

// Reads the newest bundle unless it is the one that is known.
void BundleStore::look() {
    const auto folders = bundle_folders(folder_);
    const BundleFloor newest = folders.empty() ? BundleFloor() : folders.front().floor;
    if (bundle_ && newest == floor_of(*bundle_)) return;
    floor_ = std::max(floor_, newest);
    auto kept = read_kept_bundle(folder_, tools_.enrolment);
    if (kept) bundle_ = std::move(kept->bundle);
    if (!kept && !folders.empty()) log(LogEvent::BundleRefused, {{"fault", kept.error()}});
}

// Whether it is the bundle in service, byte by byte.
bool BundleStore::is_present(ByteView published) const {
    if (!bundle_) return false;
    const auto kept =
        read_file(folder_ / folder_name(floor_of(*bundle_)) / kPublished, kStatementsLimit);
    return kept && std::ranges::equal(*kept, published);
}

Result<Bundle> BundleStore::verify(ByteView published) const {
    const WallTime now = tools_.clock.wall();
    auto bundle = open_bundle(published, tools_.enrolment, now);
    if (!bundle) return bundle;
    if (const auto newer = check_newer(*bundle, floor_, now); !newer) return fail(newer.error());
    // Two bundles of one version: somebody signs what they should not.
    if (bundle_ && floor_of(*bundle) == floor_of(*bundle_)) return fail(Fault::BundleOlder);
    const auto meant = check_meant(*bundle, tools_.enrolment.province.kiosk);
    if (!meant) return fail(meant.error());
    return bundle;
}

Result<void> BundleStore::accept(ByteView published, const FetchFile& fetch) {
    const auto lock = FolderLock::take(folder_.parent_path() / "bundles.lock", kLockPatience);
    if (!lock) return fail(lock.error());
    look();
    if (is_present(published)) return {};
    auto bundle = verify(published);
    if (!bundle) return fail(bundle.error());
    const auto folders = bundle_folders(folder_);
    const auto bring = [&](const BundleFile& file) -> Result<Bytes> {
        for (const BundleFolder& folder : folders) {
            if (auto same = read_bundle_file(folder.path, file)) return same;
        }
        return fetch(file);
    };
    const auto unpacked = unpack_bundle(tools_.disk, folder_, bundle->files, bring);
    if (!unpacked) return unpacked;
    const std::array own{unpacking_folder(folder_) / kRevocations};
    const auto revoked = newest_revocations(own, tools_.enrolment.ca);
    if (!revoked) return fail(Fault::BundleForged);
    if (!revoked->is_fresh(tools_.clock.wall())) return fail(Fault::BundleExpired);
    auto whole = without_revoked(*std::move(bundle), *revoked);
    if (!whole) return fail(whole.error());
    const auto installed = install_bundle(tools_.disk, folder_, floor_of(*whole), published);
    if (!installed) return installed;
    bundle_ = *std::move(whole);
    floor_ = floor_of(*bundle_);
    log(LogEvent::BundleAccepted, {{"version", bundle_->version}});
    return {};
}

Result<void> BundleStore::refresh(ProvinceClient& province) {
    look();
    if (bundle_ && bundle_->expires <= tools_.clock.wall()) {
        log(LogEvent::FaultSeen, {{"fault", Fault::BundleExpired}});
    }
    const auto fetched = province.bundle(version());
    has_answered_ = fetched.has_value();
    if (!fetched) return fail(fetched.error());
    if (!*fetched) return {};
    const SteadyTime deadline = tools_.clock.steady() + kPatience;
    const auto accepted = accept(**fetched, [&](const BundleFile& file) -> Result<Bytes> {
        if (tools_.clock.steady() >= deadline) return fail(Fault::BackendUnreachable);
        return province.bundle_file(file.sha256, file.size);
    });
    if (!accepted) log(LogEvent::BundleRefused, {{"fault", accepted.error()}});
    return accepted;
}

}  // namespace motlan

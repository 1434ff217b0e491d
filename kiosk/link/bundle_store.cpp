#include "kiosk/link/bundle_store.h"

#include "kiosk/core/file.h"
#include "kiosk/core/log.h"

namespace motlan {

BundleStore::BundleStore(std::filesystem::path file, const Enrolment& enrolment, const Clock& clock)
    : file_(std::move(file)), enrolment_(enrolment), clock_(clock) {
    const auto kept = read_file(file_, kDocumentLimit);
    if (!kept) return;
    auto bundle = open_bundle(*kept, enrolment_, clock_.wall());
    if (bundle) bundle_ = *std::move(bundle);
    if (!bundle_) log(LogEvent::BundleRefused, {{"fault", Fault::BundleForged}});
}

Result<void> BundleStore::accept(ByteView cms) {
    const WallTime now = clock_.wall();
    auto bundle = open_bundle(cms, enrolment_, now);
    if (!bundle) return fail(bundle.error());
    if (const auto newer = check_newer(*bundle, version(), now); !newer) return newer;
    if (const auto kept = write_file(file_, cms); !kept) return kept;
    bundle_ = *std::move(bundle);
    log(LogEvent::BundleAccepted, {{"version", bundle_->version}});
    return {};
}

Result<void> BundleStore::refresh(ProvinceClient& province) {
    const auto fetched = province.bundle(version());
    if (!fetched) return fail(fetched.error());
    if (!*fetched) return {};
    const auto accepted = accept(**fetched);
    if (!accepted) log(LogEvent::BundleRefused, {{"fault", accepted.error()}});
    return accepted;
}

}  // namespace motlan

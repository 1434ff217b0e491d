#include "kiosk/backend/bundle_folder.h"

#include <algorithm>
#include <array>
#include <format>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/outbox/disk.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

std::optional<BundleFloor> floor_of_name(const std::string& name) {
    const std::size_t hyphen = name.find('-');
    if (hyphen == std::string::npos) return std::nullopt;
    const auto root = whole_number(name.substr(0, hyphen));
    const auto version = whole_number(name.substr(hyphen + 1));
    const BundleFloor floor{root.value_or(0), version.value_or(0)};
    // Only the one spelling is ours.
    if (floor.root < 1 || floor.version < 1 || folder_name(floor) != name) return std::nullopt;
    return floor;
}

Result<Bundle> read_bundle(const BundleFolder& folder, const Enrolment& enrolment) {
    const auto published = read_file(folder.path / kPublished, kStatementsLimit);
    const auto revocations =
        newest_revocations(std::array{folder.path / kRevocations}, enrolment.ca);
    if (!published || !revocations) return fail(Fault::BundleForged);
    auto bundle = open_kept_bundle(*published, enrolment);
    if (bundle && floor_of(*bundle) != folder.floor) return fail(Fault::BundleForged);
    return bundle.and_then(
        [&](Bundle whole) { return without_revoked(std::move(whole), *revocations); });
}

// Every bundle's folder, the newest first. Fails with Fault::StorageFailed.
Result<std::vector<BundleFolder>> found_in(const fs::path& bundles) {
    const auto paths = entries_of(bundles);
    if (!paths) return fail(paths.error());
    std::vector<BundleFolder> folders;
    for (const fs::path& path : *paths) {
        const auto floor = floor_of_name(path.filename().string());
        if (floor) folders.push_back({*floor, path});
    }
    std::ranges::sort(folders, std::ranges::greater(), &BundleFolder::floor);
    return folders;
}

}  // namespace

std::string folder_name(const BundleFloor& floor) {
    return std::format("{}-{}", floor.root, floor.version);
}

std::vector<BundleFolder> bundle_folders(const fs::path& bundles) {
    return found_in(bundles).value_or(std::vector<BundleFolder>());
}

Result<KeptBundle> read_kept_bundle(const fs::path& bundles, const Enrolment& enrolment) {
    Result<KeptBundle> kept = fail(Fault::BackendUnreachable);
    for (const BundleFolder& folder : bundle_folders(bundles)) {
        kept = read_bundle(folder, enrolment).transform([&](Bundle bundle) {
            return KeptBundle{folder.path, std::move(bundle)};
        });
        if (kept) break;
    }
    return kept;
}

Result<RevocationList> known_revocations(const Enrolment& enrolment) {
    std::vector<fs::path> files{enrolment.folder / kRevocations};
    const auto folders = found_in(enrolment.bundles());
    if (!folders) return fail(Fault::BundleForged);
    if (!folders->empty()) files.push_back(folders->front().path / kRevocations);
    return newest_revocations(files, enrolment.ca);
}

}  // namespace motlan

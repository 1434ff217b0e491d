#include "kiosk/backend/bundle_folder.h"

#include <algorithm>
#include <array>
#include <format>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/whole_number.h"

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

}  // namespace

std::string folder_name(const BundleFloor& floor) {
    return std::format("{}-{}", floor.root, floor.version);
}

std::vector<BundleFolder> bundle_folders(const fs::path& bundles) {
    std::vector<BundleFolder> folders;
    std::error_code trouble;
    for (fs::directory_iterator entry(bundles, trouble), end; !trouble && entry != end;
         entry.increment(trouble)) {
        const auto floor = floor_of_name(entry->path().filename().string());
        if (floor) folders.push_back({*floor, entry->path()});
    }
    std::ranges::sort(folders, std::ranges::greater(), &BundleFolder::floor);
    return folders;
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
    const auto folders = bundle_folders(enrolment.bundles());
    if (!folders.empty()) files.push_back(folders.front().path / kRevocations);
    return newest_revocations(files, enrolment.ca);
}

}  // namespace motlan

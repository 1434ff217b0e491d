#include "kiosk/link/bundle_install.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "kiosk/core/folder.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKept = 2;

Result<void> remove_tree(Disk& disk, const fs::path& folder) {
    const auto paths = tree_of(folder);
    if (!paths) return fail(paths.error());
    for (const fs::path& path : *paths | std::views::reverse) {
        if (const auto removed = disk.remove(path); !removed) return removed;
    }
    return {};
}

// What another bundle, or half of one, left there.
Result<void> remove_strangers(Disk& disk, const fs::path& folder,
                              const std::vector<BundleFile>& files) {
    const auto paths = tree_of(folder);
    if (!paths) return fail(paths.error());
    for (const fs::path& path : *paths) {
        const std::string name = path.lexically_relative(folder).generic_string();
        if (is_own_folder(path) || std::ranges::contains(files, name, &BundleFile::name)) continue;
        if (const auto removed = disk.remove(path); !removed) return removed;
    }
    return {};
}

Result<void> put(Disk& disk, const fs::path& folder, const BundleFile& file,
                 const BringFile& bring) {
    if (read_bundle_file(folder, file)) return {};
    const auto bytes = bring(file);
    if (!bytes) return fail(bytes.error());
    if (!is_file(file, *bytes)) return fail(Fault::BundleForged);
    return disk.write(std::array{NewFile{folder / file.name, *bytes}});
}

Result<void> remove_older(Disk& disk, const fs::path& bundles) {
    const auto folders = bundle_folders(bundles);
    for (std::size_t n = kKept; n < folders.size(); ++n) {
        if (const auto removed = remove_tree(disk, folders[n].path); !removed) return removed;
    }
    return {};
}

}  // namespace

fs::path unpacking_folder(const fs::path& bundles) { return bundles / "new"; }

Result<void> unpack_bundle(Disk& disk, const fs::path& bundles,
                           const std::vector<BundleFile>& files, const BringFile& bring) {
    const fs::path fresh = unpacking_folder(bundles);
    for (const fs::path& folder : {bundles, fresh, fresh / "procedures", fresh / "strings"}) {
        if (const auto made = disk.make_folder(folder); !made) return made;
    }
    // The folder's own name must last as well.
    if (const auto synced = disk.sync_folder(bundles.parent_path()); !synced) return synced;
    if (const auto cleaned = remove_strangers(disk, fresh, files); !cleaned) return cleaned;
    for (const BundleFile& file : files) {
        if (const auto done = put(disk, fresh, file, bring); !done) return done;
    }
    for (const fs::path& folder : {fresh / "procedures", fresh / "strings", fresh}) {
        if (const auto synced = disk.sync_folder(folder); !synced) return synced;
    }
    return {};
}

Result<void> install_bundle(Disk& disk, const fs::path& bundles, const BundleFloor& floor,
                            ByteView published) {
    const fs::path fresh = unpacking_folder(bundles);
    const fs::path place = bundles / folder_name(floor);
    // Only a damaged copy of this very bundle can stand there.
    auto step = fs::exists(place) ? remove_tree(disk, place) : Result<void>();
    step = step.and_then(
                   [&] { return disk.write(std::array{NewFile{fresh / kPublished, published}}); })
               .and_then([&] { return disk.sync_folder(fresh); })
               .and_then([&] { return disk.rename(fresh, place); })
               .and_then([&] { return disk.sync_folder(bundles); });
    return step.and_then([&] { return remove_older(disk, bundles); });
}

}  // namespace motlan

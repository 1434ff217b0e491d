#include "tests/support/cut_disk.h"

#include <ranges>

#include "kiosk/core/file.h"

namespace motlan::testing {

namespace fs = std::filesystem;

bool CutDisk::next() {
    const bool had_power = !is_cut();
    ++steps_;
    return had_power && !is_cut();
}

void CutDisk::remember(const std::set<std::string>& folders, std::function<void()> undo) {
    changes_.push_back({folders, std::move(undo)});
}

Result<void> CutDisk::make_folder(const fs::path& path) {
    if (!next()) return fail(fault_);
    if (!fs::exists(path)) {
        remember({path.parent_path()}, [path] { fs::remove_all(path); });
    }
    return disk_.make_folder(path);
}

Result<void> CutDisk::write(std::span<const NewFile> files) {
    std::vector<NewFile> begun;
    bool whole = true;
    for (const NewFile& file : files) {
        const bool was_on = !is_cut();
        whole = next();
        if (!was_on) break;
        remember({file.path.parent_path()}, [path = file.path] { fs::remove(path); });
        begun.push_back(file);
    }
    if (!whole) {
        for (NewFile& file : begun) file.bytes = file.bytes.first(file.bytes.size() / 2);
    }
    const auto written = disk_.write(begun);
    return whole ? written : fail(fault_);
}

Result<void> CutDisk::sync_folder(const fs::path& path) {
    if (!next()) return fail(fault_);
    for (Change& change : changes_) change.unsynced.erase(path);
    std::erase_if(changes_, [](const Change& change) { return change.unsynced.empty(); });
    return disk_.sync_folder(path);
}

Result<void> CutDisk::rename(const fs::path& from, const fs::path& to) {
    if (!next()) return fail(fault_);
    remember({from.parent_path(), to.parent_path()}, [from, to] { fs::rename(to, from); });
    return disk_.rename(from, to);
}

Result<void> CutDisk::remove(const fs::path& path) {
    if (!next()) return fail(fault_);
    if (fs::is_directory(path)) {
        remember({path.parent_path()}, [path] { fs::create_directory(path); });
    } else if (fs::exists(path)) {
        const Bytes bytes = read_file(path, std::size_t{1} << 30U).value();
        remember({path.parent_path()},
                 [path, bytes] { static_cast<void>(write_synced(path, bytes)); });
    }
    return disk_.remove(path);
}

Result<std::uint64_t> CutDisk::free_bytes(const fs::path& path) { return disk_.free_bytes(path); }

void CutDisk::restore_power() {
    if (unsynced_ == Unsynced::Forgotten) {
        for (const Change& change : changes_ | std::views::reverse) change.undo();
    }
    changes_.clear();
    cut_at_ = 0;
}

}  // namespace motlan::testing

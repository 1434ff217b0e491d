#include "tests/faults/disk_state.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

constexpr std::size_t kSector = 512;

// What must be synced before the step lasts: the bytes' file, or every folder that names it. A
// rename counts as one step that both folders must have synced: stricter than any file system.
std::set<int> bars_of(const Step& step) {
    switch (step.kind) {
        case Step::Kind::Data:
        case Step::Kind::Size: return {step.node};
        case Step::Kind::Make:
        case Step::Kind::Drop: return {step.folder};
        case Step::Kind::Move: return {step.folder, step.to_folder};
        case Step::Kind::Sync:
        case Step::Kind::Say: break;
    }
    return {};
}

}  // namespace

std::vector<std::size_t> unsynced(const std::vector<Step>& steps, std::size_t count) {
    std::vector<std::size_t> open;
    std::set<int> synced_later;
    std::map<int, std::size_t> last_sync;
    for (std::size_t n = 0; n < count; ++n) {
        if (steps[n].kind == Step::Kind::Sync) last_sync[steps[n].node] = n;
    }
    for (std::size_t n = 0; n < count; ++n) {
        const auto bars = bars_of(steps[n]);
        const bool lasts = std::ranges::all_of(bars, [&](int node) {
            const auto sync = last_sync.find(node);
            return sync != last_sync.end() && sync->second > n;
        });
        if (!lasts) open.push_back(n);
    }
    return open;
}

Fates draw_fates(const std::vector<Step>& steps, const std::vector<std::size_t>& unsynced,
                 std::mt19937_64& chance) {
    const auto shape = chance() % 8;
    Fates fates;
    for (const std::size_t n : unsynced) {
        const bool can_tear = steps[n].kind == Step::Kind::Data && steps[n].bytes.size() > kSector;
        const auto draw = chance() % (can_tear ? 3 : 2);
        Fate fate{.kind = static_cast<Fate::Kind>(draw), .sectors = chance()};
        if (shape == 0) fate.kind = Fate::Kind::Lost;
        if (shape == 1) fate.kind = Fate::Kind::Kept;
        fates[n] = fate;
    }
    return fates;
}

DiskState::DiskState(const std::vector<Step>& steps, std::size_t count, const Fates& fates) {
    nodes_[0] = {};
    for (std::size_t n = 0; n < count; ++n) {
        const auto fate = fates.find(n);
        if (fate == fates.end()) apply(steps[n], {});
        if (fate != fates.end() && fate->second.kind != Fate::Kind::Lost)
            apply(steps[n], fate->second);
    }
}

void DiskState::apply(const Step& step, const Fate& fate) {
    switch (step.kind) {
        case Step::Kind::Make:
            nodes_[step.node].is_folder = step.is_folder;
            nodes_[step.folder].names[step.name] = step.node;
            return;
        case Step::Kind::Data: return put(step, fate);
        case Step::Kind::Size:
            nodes_[step.node].content.resize(static_cast<std::size_t>(step.offset));
            return;
        case Step::Kind::Drop: nodes_[step.folder].names.erase(step.name); return;
        case Step::Kind::Move:
            // The name it had may never have reached the disk; the file itself is the same.
            nodes_[step.folder].names.erase(step.name);
            nodes_[step.to_folder].names[step.to_name] = step.node;
            return;
        case Step::Kind::Sync:
        case Step::Kind::Say: return;
    }
}

void DiskState::put(const Step& step, const Fate& fate) {
    Bytes& content = nodes_[step.node].content;
    const auto offset = static_cast<std::size_t>(step.offset);
    content.resize(std::max(content.size(), offset + step.bytes.size()));
    for (std::size_t at = 0; at < step.bytes.size(); at += kSector) {
        const bool is_kept =
            fate.kind == Fate::Kind::Kept || ((fate.sectors >> (at / kSector % 64U)) & 1U) != 0;
        if (!is_kept) continue;
        const auto piece =
            ByteView(step.bytes).subspan(at).first(std::min(kSector, step.bytes.size() - at));
        std::ranges::copy(piece, content.begin() + static_cast<std::ptrdiff_t>(offset + at));
    }
}

void DiskState::write_to(const std::filesystem::path& folder) const { write_node(0, folder); }

void DiskState::write_node(int node, const std::filesystem::path& path) const {
    const Node& found = nodes_.at(node);
    if (!found.is_folder) {
        const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        const auto size = static_cast<ssize_t>(found.content.size());
        expects(::write(file.number(), found.content.data(), found.content.size()) == size);
        return;
    }
    std::filesystem::create_directory(path);
    for (const auto& [name, inside] : found.names) write_node(inside, path / name);
}

std::size_t DiskState::fingerprint() const { return fingerprint(0); }

std::size_t DiskState::fingerprint(int node) const {
    constexpr std::size_t kPrime = 0x9E3779B97F4A7C15;
    const Node& found = nodes_.at(node);
    std::size_t sum = std::hash<std::string_view>()(as_text(found.content));
    for (const auto& [name, inside] : found.names) {
        sum = (sum * kPrime) ^ std::hash<std::string>()(name);
        sum = (sum * kPrime) ^ fingerprint(inside);
    }
    return sum + (found.is_folder ? 1 : 0);
}

}  // namespace motlan::testing

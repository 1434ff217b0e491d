#include "tests/faults/tape.h"

#include "kiosk/core/file.h"

namespace motlan::testing {

namespace fs = std::filesystem;

Tape::Tape(fs::path top, Omission omits) : top_(std::move(top)), omits_(std::move(omits)) {
    nodes_[top_] = 0;
}

// The index of the write-ahead log is shared memory in a file; the first to open makes it anew.
bool Tape::is_ours(const std::string& path) const {
    return (path == top_ || path.starts_with(top_ + "/")) && !path.ends_with("-shm");
}

bool Tape::allows(const Call& call) { return !omits_ || !is_ours(call.path) || !omits_(call); }

int Tape::node_of(const fs::path& path) const {
    const auto found = nodes_.find(path.string());
    return found == nodes_.end() ? -1 : found->second;
}

void Tape::saw(const Call& call) {
    if (!is_ours(call.path)) return;
    using Kind = Step::Kind;
    switch (call.kind) {
        case CallKind::Create: return make(call, false);
        case CallKind::MakeFolder: return make(call, true);
        case CallKind::Rename: return move(call);
        case CallKind::Remove: return drop(call);
        case CallKind::Write:
            steps_.push_back({.kind = Kind::Data,
                              .node = node_of(call.path),
                              .offset = call.offset,
                              .bytes = Bytes(call.bytes.begin(), call.bytes.end())});
            return;
        case CallKind::Resize:
            steps_.push_back(
                {.kind = Kind::Size, .node = node_of(call.path), .offset = call.offset});
            return;
        case CallKind::Sync:
            steps_.push_back({.kind = Kind::Sync, .node = node_of(call.path)});
            return;
    }
}

void Tape::make(const Call& call, bool is_folder) {
    const fs::path path = call.path;
    nodes_[call.path] = next_node_;
    steps_.push_back({.kind = Step::Kind::Make,
                      .node = next_node_++,
                      .folder = node_of(path.parent_path()),
                      .name = path.filename(),
                      .is_folder = is_folder});
}

void Tape::move(const Call& call) {
    const fs::path from = call.path;
    const fs::path to = call.to;
    steps_.push_back({.kind = Step::Kind::Move,
                      .node = node_of(from),
                      .folder = node_of(from.parent_path()),
                      .name = from.filename(),
                      .to_folder = node_of(to.parent_path()),
                      .to_name = to.filename()});
    std::map<std::string, int> moved;
    for (const auto& [path, node] : nodes_) {
        const bool is_inside = path == call.path || path.starts_with(call.path + "/");
        moved[is_inside ? call.to + path.substr(call.path.size()) : path] = node;
    }
    nodes_ = std::move(moved);
}

void Tape::drop(const Call& call) {
    const fs::path path = call.path;
    steps_.push_back({.kind = Step::Kind::Drop,
                      .node = node_of(path),
                      .folder = node_of(path.parent_path()),
                      .name = path.filename()});
    nodes_.erase(call.path);
}

void Tape::take_in(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string path = entry.path();
        make({.path = path}, entry.is_directory());
        if (entry.is_directory()) take_in(path);
        if (!entry.is_directory()) {
            const Bytes content = read_file(path, std::size_t{1} << 30U).value();
            saw({.kind = CallKind::Write, .path = path, .bytes = content});
            saw({.kind = CallKind::Sync, .path = path});
        }
    }
    saw({.kind = CallKind::Sync, .path = folder});
}

void Tape::say(Said said, const std::string& dossier) {
    steps_.push_back({.kind = Step::Kind::Say, .name = dossier, .said = said});
}

}  // namespace motlan::testing

// What a power cut may leave: some first steps of a tape, and of those that no sync made last
// each one whole, torn by sectors or not at all, independently of the others.
#pragma once

#include <random>

#include "tests/faults/tape.h"

namespace motlan::testing {

/// What became of one step that was not synced; a torn write keeps the sectors of this pattern.
struct Fate {
    enum class Kind : std::uint8_t { Kept, Lost, Torn };
    Kind kind = Kind::Kept;
    std::uint64_t sectors = 0;
};
using Fates = std::map<std::size_t, Fate>;

/// The steps among the first `count` that a power cut may still take back.
[[nodiscard]] std::vector<std::size_t> unsynced(const std::vector<Step>& steps, std::size_t count);

/// Fates drawn for them: mostly at random, now and then all kept or all lost.
[[nodiscard]] Fates draw_fates(const std::vector<Step>& steps,
                               const std::vector<std::size_t>& unsynced, std::mt19937_64& chance);

/// The disk after the cut.
class DiskState {
public:
    DiskState(const std::vector<Step>& steps, std::size_t count, const Fates& fates);

    /// Writes it under a folder that is empty.
    void write_to(const std::filesystem::path& folder) const;
    /// Equal for equal disks.
    [[nodiscard]] std::size_t fingerprint() const;

private:
    struct Node {
        bool is_folder = true;
        std::map<std::string, int> names;
        Bytes content;
    };
    void apply(const Step& step, const Fate& fate);
    void put(const Step& step, const Fate& fate);
    void write_node(int node, const std::filesystem::path& path) const;
    [[nodiscard]] std::size_t fingerprint(int node) const;

    std::map<int, Node> nodes_;
};

}  // namespace motlan::testing

// How far the road carries before it breaks, and so how large a piece is worth risking: what a
// break takes along is half a piece on average. Pure; used by one thread.
#pragma once

#include <algorithm>
#include <cstdint>

namespace motlan {

class Stretch {
public:
    static constexpr std::int64_t kLeastPiece = std::int64_t{64} << 10U;
    static constexpr std::int64_t kMostPiece = std::int64_t{1} << 20U;

    /// So many bytes went through since the last call.
    void carried(std::int64_t bytes) { run_ += bytes; }

    /// The road broke.
    void broke() {
        usual_ = usual_ < 0 ? run_ : (3 * usual_ + run_) / 4;
        run_ = 0;
    }

    /// A sixteenth of what it carries: breaks then cost about a thirtieth of the dossier. As much
    /// as the contract allows while it has never broken.
    [[nodiscard]] std::int64_t piece() const {
        if (usual_ < 0) return kMostPiece;
        return std::clamp(std::max(usual_, run_) / 16, kLeastPiece, kMostPiece);
    }

private:
    std::int64_t run_ = 0;     ///< since the last break
    std::int64_t usual_ = -1;  ///< between breaks, the later ones count more; below 0 for unknown
};

}  // namespace motlan

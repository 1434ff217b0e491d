#include "kiosk/imaging/settled_edges.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "kiosk/imaging/ink_costs.h"

namespace motlan {
namespace {

constexpr int kSweeps = 6;
constexpr int kLearningSweeps = 2;
// Where guessing a pixel and those guessed from it takes less, the edge is smooth.
constexpr int kSmooth = 2 * InkCosts::kPartsOfBit;
// A pixel that costs so much more when it changes alone is not tried together with others.
constexpr int kHopeless = 12 * InkCosts::kPartsOfBit;
// A change is felt as far as this: what is in doubt there is looked at again.
constexpr int kNear = 3;

// By the ring of eight around a pixel.
struct Beside {
    bool is_loose;
    int inked;
};

// Whether a pixel may change without joining or parting anything: ink that hangs together at
// corners, paper that does at sides (the number of Yokoi is one).
constexpr bool is_loose(unsigned ring) {
    // The places of the ring against the clock from its right; the first once more at the end.
    constexpr std::array<unsigned, 9> kAround{3, 5, 6, 7, 4, 2, 1, 0, 3};
    const auto has_ink = [&](std::size_t i) { return (ring >> kAround[i] & 1U) != 0; };
    int crossings = 0;
    for (std::size_t i = 0; i < 8; i += 2) {
        if (!has_ink(i) && (has_ink(i + 1) || has_ink(i + 2))) ++crossings;
    }
    return crossings == 1;
}

constexpr std::array<Beside, 256> kBeside = [] {
    std::array<Beside, 256> all{};
    for (unsigned ring = 0; ring < all.size(); ++ring)
        all[ring] = {is_loose(ring), std::popcount(ring)};
    return all;
}();

class Settling {
public:
    Settling(const BitMask& ink, const BitMask& doubtful)
        : doubtful_(doubtful), doubts_(doubtful), open_(doubtful), sheet_(ink) {}

    void learn() { costs_ = InkCosts(sheet_); }
    /// Settles what is open: at first all that is doubtful, then what lies beside a change.
    void sweep() {
        const BitMask open = std::exchange(open_, BitMask(doubtful_.width, doubtful_.height));
        for (int y = 0; y < open.height; ++y) {
            for (int left = 0; left < open.width; left += BitMask::kWordBits) {
                std::uint32_t rest = open.word_of(left, y);
                while (rest != 0) {
                    const int first = std::countl_zero(rest);
                    rest ^= 0x80000000U >> static_cast<unsigned>(first);
                    settle({left + first, y});
                }
            }
        }
    }
    [[nodiscard]] BitMask settled() const {
        BitMask ink(doubtful_.width, doubtful_.height);
        sheet_.copy_to(ink);
        return ink;
    }

private:
    struct Place {
        int x, y;
    };

    // What is ink around a place, and what of it is in doubt.
    struct View {
        InkWindow ink;
        InkWindow doubt;
    };

    void settle(Place at) {
        View view{sheet_.around(at.x, at.y), doubts_.around(at.x, at.y)};
        if (!may_change(view, {})) return;
        const InkCosts::Flip alone = costs_.flip(view.ink, {});
        if (alone.before < kSmooth) return;
        if (alone.saved > 0) return change(at, {});
        if (-alone.saved > kHopeless) return;
        view.ink.flip({});
        const InkStep last = best_of(view, alone.saved, {1, 0});
        if (last.right > 0) return change(at, last);
        const InkStep lowest = best_of(view, alone.saved, {0, 1});
        if (lowest.down > 0) change(at, lowest);
    }

    // Where the run of pixels that takes least when it changes as one ends, if it takes less at
    // all. The first of them is changed already, and `saved` by it.
    [[nodiscard]] InkStep best_of(View view, int saved, InkStep way) const {
        InkStep best;
        int most_saved = 0;
        const int most = way.right > 0 ? InkCosts::kFurthestRight : InkCosts::kFurthestDown;
        for (int n = 1; n <= most; ++n) {
            const InkStep last{n * way.right, n * way.down};
            if (!view.doubt.has_ink(last) || !may_change(view, last)) break;
            saved += costs_.flip(view.ink, last).saved;
            view.ink.flip(last);
            if (saved <= most_saved) continue;
            most_saved = saved;
            best = last;
        }
        return best;
    }

    // The ends of a stroke and of the gap between two stay where nothing certain is beside them, or
    // a faint one would be eaten up from there.
    [[nodiscard]] static bool may_change(const View& view, InkStep step) {
        constexpr int kLeastAlike = 3;
        const std::uint8_t ring = view.ink.ring(step);
        if (!kBeside[ring].is_loose) return false;
        const bool is_ink = view.ink.has_ink(step);
        if ((is_ink ? kBeside[ring].inked : 8 - kBeside[ring].inked) >= kLeastAlike) return true;
        const unsigned alike = is_ink ? ring : ~unsigned{ring} & 0xffU;
        return (alike & ~unsigned{view.doubt.ring(step)}) != 0;
    }

    void change(Place at, InkStep last) {
        for (int down = 0; down <= last.down; ++down) {
            for (int right = 0; right <= last.right; ++right)
                sheet_.flip_at(at.x + right, at.y + down);
        }
        const int right = std::min(doubtful_.width - 1, at.x + last.right + kNear);
        const int bottom = std::min(doubtful_.height - 1, at.y + last.down + kNear);
        for (int y = std::max(0, at.y - kNear); y <= bottom; ++y) {
            for (int x = std::max(0, at.x - kNear); x <= right; ++x) {
                if (doubtful_.at(x, y)) open_.set(x, y);
            }
        }
    }

    const BitMask& doubtful_;
    InkSheet doubts_;
    BitMask open_;
    InkSheet sheet_;
    InkCosts costs_{};
};

}  // namespace

BitMask with_settled_edges(const BitMask& ink, const BitMask& doubtful) {
    Settling settling(ink, doubtful);
    for (int i = 0; i < kSweeps; ++i) {
        if (i < kLearningSweeps) settling.learn();
        settling.sweep();
    }
    return settling.settled();
}

}  // namespace motlan

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

// The eight neighbours of a pixel, against the clock from its right.
constexpr std::array<InkStep, 8> kAround{
    {{1, 0}, {1, -1}, {0, -1}, {-1, -1}, {-1, 0}, {-1, 1}, {0, 1}, {1, 1}}};

// Which of them are ink; the first once more at the end.
std::array<bool, 9> around(const InkWindow& window, InkStep step) {
    std::array<bool, 9> beside{};
    for (std::size_t i = 0; i < beside.size(); ++i) {
        const InkStep more = kAround[i % 8];
        beside[i] = window.has_ink({step.right + more.right, step.down + more.down});
    }
    return beside;
}

// Whether a pixel may change without joining or parting anything: ink that hangs together at
// corners, paper that does at sides (the number of Yokoi is one).
bool is_loose(const std::array<bool, 9>& beside) {
    int crossings = 0;
    for (std::size_t i = 0; i < 8; i += 2) {
        if (!beside[i] && (beside[i + 1] || beside[i + 2])) ++crossings;
    }
    return crossings == 1;
}

class Settling {
public:
    Settling(const BitMask& ink, const BitMask& doubtful)
        : doubtful_(doubtful), open_(doubtful), sheet_(ink) {}

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

    void settle(Place at) {
        const InkWindow window = sheet_.around(at.x, at.y);
        if (!may_change(window, at, {})) return;
        InkWindow changed = window;
        changed.flip({});
        const int before = costs_.of(window, {});
        if (before < kSmooth) return;
        const int worse = costs_.of(changed, {}) - before;
        if (worse < 0) return change(at, {});
        if (worse > kHopeless) return;
        const InkStep last = best_of(at, window, {1, 0});
        if (last.right > 0) return change(at, last);
        const InkStep lowest = best_of(at, window, {0, 1});
        if (lowest.down > 0) change(at, lowest);
    }

    // Where the run of pixels that takes least when it changes as one ends, if it takes less at
    // all.
    [[nodiscard]] InkStep best_of(Place at, const InkWindow& window, InkStep way) const {
        InkWindow changed = window;
        changed.flip({});
        InkStep best;
        int gain = 0;
        const int most = way.right > 0 ? InkCosts::kLongestAcross : InkCosts::kLongestDown;
        for (int n = 1; n <= most; ++n) {
            const InkStep last{n * way.right, n * way.down};
            if (!is_doubtful(at.x + last.right, at.y + last.down) || !may_change(changed, at, last))
                break;
            changed.flip(last);
            const int saved = costs_.of(window, last) - costs_.of(changed, last);
            if (saved <= gain) continue;
            gain = saved;
            best = last;
        }
        return best;
    }

    // The ends of a stroke and of the gap between two stay where nothing certain is beside them, or
    // a faint one would be eaten up from there.
    [[nodiscard]] bool may_change(const InkWindow& window, Place at, InkStep step) const {
        constexpr int kLeastAlike = 3;
        const auto beside = around(window, step);
        if (!is_loose(beside)) return false;
        const bool is_ink = window.has_ink(step);
        return std::count(beside.begin() + 1, beside.end(), is_ink) >= kLeastAlike ||
               is_anchored(beside, is_ink, {at.x + step.right, at.y + step.down});
    }

    [[nodiscard]] bool is_anchored(const std::array<bool, 9>& beside, bool is_ink, Place at) const {
        for (std::size_t i = 0; i < 8; ++i) {
            if (beside[i] == is_ink &&
                !is_doubtful(at.x + kAround[i].right, at.y + kAround[i].down))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool is_doubtful(int x, int y) const {
        return x >= 0 && y >= 0 && x < doubtful_.width && y < doubtful_.height &&
               doubtful_.at(x, y);
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

#include "kiosk/imaging/small_marks.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace motlan {
namespace {

constexpr int kHigh = 16;
constexpr int kWide = 32;

// A row's ink without a gap, and what it hangs together with.
struct Run {
    int left;
    int end;
    std::size_t parent;
    int top;
    int bottom;
    int leftmost;
    int rightmost;
};

class Runs {
public:
    explicit Runs(const BitMask& ink) {
        std::size_t above = 0;
        for (int y = 0; y < ink.height; ++y) {
            const std::size_t first = runs_.size();
            add_row(ink, y);
            join(above, first);
            above = first;
        }
    }

    [[nodiscard]] std::vector<Box> small() const {
        std::vector<Box> boxes;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            const Run& run = runs_[i];
            const Box box{run.leftmost, run.top, run.rightmost - run.leftmost,
                          run.bottom + 1 - run.top};
            if (run.parent == i && box.width < kWide && box.height < kHigh) boxes.push_back(box);
        }
        return boxes;
    }

private:
    void add_row(const BitMask& ink, int y) {
        for (int x = 0; x < ink.width; x += BitMask::kWordBits) {
            std::uint32_t rest = ink.word_of(x, y);
            int at = x;
            while (rest != 0) {
                const int gap = std::countl_zero(rest);
                const int length = std::countl_one(rest << static_cast<unsigned>(gap));
                add(at + gap, at + gap + length, y);
                if (gap + length >= BitMask::kWordBits) break;
                rest <<= static_cast<unsigned>(gap + length);
                at += gap + length;
            }
        }
    }

    void add(int left, int end, int y) {
        if (!runs_.empty() && runs_.back().end == left && runs_.back().top == y) {
            runs_.back().end = runs_.back().rightmost = end;
            return;
        }
        runs_.push_back({left, end, runs_.size(), y, y, left, end});
    }

    // The runs of a row with those above it that they touch.
    void join(std::size_t above, std::size_t first) {
        for (std::size_t i = first, up = above; i < runs_.size() && up < first;) {
            if (runs_[i].left <= runs_[up].end && runs_[up].left <= runs_[i].end) unite(up, i);
            ++(runs_[up].end < runs_[i].end ? up : i);
        }
    }

    std::size_t root_of(std::size_t run) {
        while (runs_[run].parent != run) {
            runs_[run].parent = runs_[runs_[run].parent].parent;
            run = runs_[run].parent;
        }
        return run;
    }

    void unite(std::size_t one, std::size_t other) {
        one = root_of(one);
        other = root_of(other);
        if (one == other) return;
        Run& to = runs_[one];
        Run& from = runs_[other];
        from.parent = one;
        to.top = std::min(to.top, from.top);
        to.bottom = std::max(to.bottom, from.bottom);
        to.leftmost = std::min(to.leftmost, from.leftmost);
        to.rightmost = std::max(to.rightmost, from.rightmost);
    }

    std::vector<Run> runs_;
};

}  // namespace

std::vector<Box> small_marks(const BitMask& ink) { return Runs(ink).small(); }

}  // namespace motlan

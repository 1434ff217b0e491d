#include "kiosk/imaging/settled_edges.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/imaging/jbig2.h"
#include "kiosk/imaging/small_marks.h"

using namespace motlan;

namespace {

constexpr int kWide = 301;
constexpr int kHigh = 240;

// The same numbers on every machine.
class Dice {
public:
    int below(int limit) {
        walk_ = walk_ * 1664525U + 1013904223U;
        return static_cast<int>((walk_ >> 8U) % static_cast<std::uint32_t>(limit));
    }

private:
    std::uint32_t walk_ = 7;
};

BitMask all() {
    BitMask mask(kWide, kHigh);
    for (int y = 0; y < kHigh; ++y) {
        for (int x = 0; x < kWide; ++x) mask.set(x, y);
    }
    return mask;
}

// Strokes whose sides are ragged by a pixel.
struct Ragged {
    BitMask ink{kWide, kHigh};
    BitMask doubtful{kWide, kHigh};

    Ragged() {
        Dice dice;
        for (int left = 10; left + 12 < kWide; left += 20) {
            for (int y = 10; y < kHigh - 10; ++y) {
                const int wide = 6 + dice.below(2);
                for (int x = left; x < left + wide; ++x) ink.set(x, y);
                doubtful.set(left + 6, y);
            }
        }
    }
};

BitMask noise() {
    Dice dice;
    BitMask ink(kWide, kHigh);
    for (int y = 0; y < kHigh; ++y) {
        for (int x = 0; x < kWide; ++x) {
            if (dice.below(3) == 0) ink.set(x, y);
        }
    }
    return ink;
}

// How many groups of ink hang together at sides or corners, or of paper at sides alone. White
// around the page is paper.
int groups(const BitMask& mask, bool of_ink) {
    const auto is_part = [&](int x, int y) {
        const bool is_inside = x >= 0 && y >= 0 && x < mask.width && y < mask.height;
        return (is_inside && mask.at(x, y)) == of_ink;
    };
    const int stride = mask.width + 2;
    std::vector<bool> seen(static_cast<std::size_t>(stride) * std::size_t(mask.height + 2));
    int count = 0;
    std::vector<std::pair<int, int>> open;
    const auto visit = [&](int x, int y) {
        if (x < -1 || y < -1 || x > mask.width || y > mask.height || !is_part(x, y)) return false;
        const auto at = static_cast<std::size_t>((y + 1) * stride + x + 1);
        if (seen[at]) return false;
        seen[at] = true;
        open.emplace_back(x, y);
        return true;
    };
    for (int y = -1; y <= mask.height; ++y) {
        for (int x = -1; x <= mask.width; ++x) {
            if (!visit(x, y)) continue;
            ++count;
            while (!open.empty()) {
                const auto [u, v] = open.back();
                open.pop_back();
                for (int down = -1; down <= 1; ++down) {
                    for (int right = -1; right <= 1; ++right) {
                        if (of_ink || down == 0 || right == 0) visit(u + right, v + down);
                    }
                }
            }
        }
    }
    return count;
}

// Whether a stroke of up to three rows from `top` on is there.
bool has_ink(const BitMask& mask, int x, int top) {
    return mask.at(x, top) || mask.at(x, top + 1) || mask.at(x, top + 2);
}

}  // namespace

TEST_CASE("a ragged side becomes smooth where it is in doubt", "[imaging]") {
    const Ragged ragged;

    const BitMask settled = with_settled_edges(ragged.ink, ragged.doubtful);

    CHECK(encode_jbig2(settled).size() * 2 < encode_jbig2(ragged.ink).size());
}

TEST_CASE("what is not in doubt stays as it is", "[imaging]") {
    const Ragged ragged;

    const BitMask settled = with_settled_edges(ragged.ink, ragged.doubtful);

    std::uint32_t changed = 0;
    for (std::size_t i = 0; i < settled.words.size(); ++i) {
        changed |= (settled.words[i] ^ ragged.ink.words[i]) & ~ragged.doubtful.words[i];
    }
    CHECK(changed == 0);
    CHECK(with_settled_edges(ragged.ink, BitMask(kWide, kHigh)) == ragged.ink);
}

TEST_CASE("nothing joins, parts, appears or vanishes even if all is in doubt", "[imaging]") {
    const BitMask ink = noise();

    const BitMask settled = with_settled_edges(ink, all());

    CHECK(settled != ink);
    CHECK(groups(settled, true) == groups(ink, true));
    CHECK(groups(settled, false) == groups(ink, false));
}

TEST_CASE("a faint stroke keeps its length though all of it is in doubt", "[imaging]") {
    for (const int thick : {1, 2, 3}) {
        CAPTURE(thick);
        BitMask ink(kWide, kHigh);
        for (int top = 20; top < kHigh - 40; top += 20) {
            for (int y = top; y < top + thick; ++y) {
                for (int x = 40; x < 60; ++x) ink.set(x, y);
            }
        }

        const BitMask settled = with_settled_edges(ink, all());

        for (int top = 20; top < kHigh - 40; top += 20) {
            CHECK(has_ink(settled, 41, top));
            CHECK(has_ink(settled, 58, top));
        }
    }
}

TEST_CASE("equal ink settles equally", "[imaging]") {
    const BitMask ink = noise();

    CHECK(with_settled_edges(ink, all()) == with_settled_edges(ink, all()));
}

TEST_CASE("the dot of a letter is a small mark, its stem is none", "[imaging]") {
    BitMask ink(kWide, kHigh);
    for (int y = 0; y < 4; ++y) ink.set(30 + y, 20 + y);
    for (int x = 30; x < 34; ++x) ink.set(x, 23);
    for (int y = 30; y < 50; ++y) ink.set(32, y);

    const auto marks = small_marks(ink);

    REQUIRE(marks.size() == 1);
    CHECK(marks.at(0).left == 30);
    CHECK(marks.at(0).top == 20);
    CHECK(marks.at(0).width == 4);
    CHECK(marks.at(0).height == 4);
}

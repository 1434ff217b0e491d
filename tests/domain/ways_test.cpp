// The cheapest ways against every combination there is.
#include <algorithm>
#include <random>
#include <set>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/ways.h"

namespace motlan {
namespace {

struct Puzzle {
    std::vector<WaysOfItems> alternatives;
    std::vector<Cost> costs;
};

Cost total(const Puzzle& puzzle, const std::vector<std::size_t>& taken) {
    std::set<std::size_t> items;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const auto& way = puzzle.alternatives[i].at(taken[i]);
        items.insert(way.begin(), way.end());
    }
    Cost sum;
    for (const std::size_t item : items) sum += puzzle.costs[item];
    return sum;
}

/// The least that any combination costs.
Cost least(const Puzzle& puzzle, std::vector<std::size_t>& taken) {
    if (taken.size() == puzzle.alternatives.size()) return total(puzzle, taken);
    std::vector<Cost> sums;
    const std::size_t ways = puzzle.alternatives[taken.size()].size();
    for (std::size_t way = 0; way < ways; ++way) {
        taken.push_back(way);
        sums.push_back(least(puzzle, taken));
        taken.pop_back();
    }
    return std::ranges::fold_left(sums, sums.at(0),
                                  [](const Cost& a, const Cost& b) { return std::min(a, b); });
}

Puzzle random_puzzle(std::mt19937& random, std::size_t alternatives, std::size_t items) {
    const auto below = [&](std::size_t limit) {
        return static_cast<std::size_t>(random() % limit);
    };
    const std::vector<Cost> prices{Cost(), Cost::paper(), Cost::typed(), Cost::choice(),
                                   Cost::office()};
    Puzzle puzzle;
    for (std::size_t i = 0; i < items; ++i) puzzle.costs.push_back(prices[below(5)]);
    for (std::size_t i = 0; i < alternatives; ++i) {
        WaysOfItems ways(1 + below(3));
        for (auto& way : ways) {
            way.resize(1 + below(3));
            std::ranges::generate(way, [&] { return below(items); });
        }
        puzzle.alternatives.push_back(std::move(ways));
    }
    return puzzle;
}

}  // namespace

TEST_CASE("no combination of ways asks less than the one that is taken", "[domain]") {
    std::mt19937 random(7);

    for (int i = 0; i < 2'000; ++i) {
        const Puzzle puzzle = random_puzzle(random, random() % 7, 2 + random() % 9);
        const auto taken = cheapest_ways(puzzle.alternatives, puzzle.costs);
        std::vector<std::size_t> none;
        REQUIRE(taken.size() == puzzle.alternatives.size());
        REQUIRE(total(puzzle, taken) == least(puzzle, none));
    }
}

TEST_CASE("not even where many alternatives share nearly everything", "[domain]") {
    std::mt19937 random(11);

    for (int i = 0; i < 40; ++i) {
        const Puzzle puzzle = random_puzzle(random, 10, 6 + random() % 20);
        std::vector<std::size_t> none;
        REQUIRE(total(puzzle, cheapest_ways(puzzle.alternatives, puzzle.costs)) ==
                least(puzzle, none));
    }
}

TEST_CASE("one paper is worse than any number of typed fields, and so on", "[domain]") {
    Cost many_typed, many_choices, many_pending;
    for (int i = 0; i < 1'000; ++i) {
        many_typed += Cost::typed();
        many_choices += Cost::choice();
        many_pending += Cost::office();
    }

    CHECK(many_typed < Cost::paper());
    CHECK(many_choices < Cost::typed());
    CHECK(many_pending < Cost::choice());
}

TEST_CASE("an item that two alternatives share is paid once", "[domain]") {
    const std::vector<WaysOfItems> alternatives{{{0}, {1}}, {{2}, {1}}};
    const std::vector<Cost> costs{Cost::choice(), Cost::choice() + Cost::office(), Cost::choice()};

    CHECK(cheapest_ways(alternatives, costs) == std::vector<std::size_t>{1, 1});
}

TEST_CASE("among equal ways the earlier one is taken, every time", "[domain]") {
    const std::vector<WaysOfItems> alternatives{{{0}, {1}}, {{2}, {3}}};
    const std::vector<Cost> costs(4, Cost::typed());

    for (int i = 0; i < 10; ++i) {
        CHECK(cheapest_ways(alternatives, costs) == std::vector<std::size_t>{0, 0});
    }
}

TEST_CASE("no alternative and ways that cost nothing are no trouble", "[domain]") {
    const std::vector<WaysOfItems> free{{{0}, {1, 0}}};
    const std::vector<Cost> costs(2);

    CHECK(cheapest_ways({}, costs).empty());
    CHECK(cheapest_ways(free, costs) == std::vector<std::size_t>{0});
}

}  // namespace motlan

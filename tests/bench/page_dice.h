// Chance with a seed, the same on every machine that has the same standard library.
#pragma once

#include <cstdint>
#include <random>

namespace motlan::testing {

class PageDice {
public:
    explicit PageDice(std::uint64_t seed) : random_(seed * 0x9E3779B97F4A7C15ULL + 1) {}

    double within(double least, double most) {
        return std::uniform_real_distribution<double>(least, most)(random_);
    }
    int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
    bool chance(double share) { return within(0, 1) < share; }
    template <typename List>
    const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }

private:
    std::mt19937_64 random_;
};

}  // namespace motlan::testing

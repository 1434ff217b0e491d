// Least squares with a handful of unknowns.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace motlan {

/// Equations in N unknowns, each with a weight; the solution makes the weighted sum of squared
/// errors least.
template <std::size_t N>
class Equations {
public:
    void add(const std::array<double, N>& factors, double value, double weight) {
        for (std::size_t row = 0; row < N; ++row) {
            const double weighted = weight * factors[row];
            for (std::size_t column = row; column < N; ++column) {
                sums_[row][column] += weighted * factors[column];
            }
            sums_[row][N] += weighted * value;
        }
    }

    /// Pulls an unknown towards 0, as if it had been measured so with this weight.
    void damp(std::size_t unknown, double weight) { sums_[unknown][unknown] += weight; }

    /// Nothing when the equations leave an unknown open.
    [[nodiscard]] std::optional<std::array<double, N>> solved() const {
        auto rows = sums_;
        for (std::size_t row = 0; row < N; ++row) {
            for (std::size_t column = 0; column < row; ++column) {
                rows[row][column] = sums_[column][row];
            }
        }
        // Elimination with pivots (Gauss and Jordan).
        for (std::size_t at = 0; at < N; ++at) {
            std::size_t pivot = at;
            for (std::size_t row = at + 1; row < N; ++row) {
                if (std::abs(rows[row][at]) > std::abs(rows[pivot][at])) pivot = row;
            }
            if (std::abs(rows[pivot][at]) < 1e-12) return std::nullopt;
            std::swap(rows[at], rows[pivot]);
            for (std::size_t row = 0; row < N; ++row) {
                if (row == at) continue;
                const double factor = rows[row][at] / rows[at][at];
                for (std::size_t i = at; i <= N; ++i) rows[row][i] -= factor * rows[at][i];
            }
        }
        std::array<double, N> unknowns{};
        for (std::size_t i = 0; i < N; ++i) unknowns[i] = rows[i][N] / rows[i][i];
        return unknowns;
    }

private:
    std::array<std::array<double, N + 1>, N> sums_{};
};

}  // namespace motlan

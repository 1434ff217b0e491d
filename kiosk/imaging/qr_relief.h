// What stands out of the shade around it in a grey picture, and how well a code's fixed patterns
// fit it at a place. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_warp.h"

namespace motlan {

/// The middles of a code's fixed modules.
struct QrPatterns {
    struct Spot {
        QrSpot middle;
        float sign = 0;  ///< 1 is light, -1 dark
    };
    std::vector<Spot> spots;
};

/// All fixed patterns of a code with `modules` a side, or the two timing patterns alone.
[[nodiscard]] QrPatterns fixed_patterns(int modules);
[[nodiscard]] QrPatterns timing_patterns(int modules);

class QrRelief {
public:
    /// `grey` must outlive this.
    explicit QrRelief(const ImageView& grey);

    /// By how much a place is lighter than the mean of the square that reaches `reach` pixels
    /// around it, in grey levels.
    [[nodiscard]] float at(const QrSpot& spot, int reach) const;

    /// Correlation of the patterns with what stands out where the warp puts them: 1 at best, near
    /// 0 where there is no code.
    [[nodiscard]] double fit(const QrWarp& warp, const QrPatterns& patterns) const;

private:
    [[nodiscard]] std::uint32_t sum_to(int x, int y) const;

    ImageView grey_;
    std::vector<std::uint32_t> sums_;  // of all pixels above and to the left
};

}  // namespace motlan

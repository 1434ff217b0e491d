// How well the fixed patterns of a code fit a grey picture at a place. Pure.
#pragma once

#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_warp.h"
#include "kiosk/imaging/resize.h"

namespace motlan {

/// Correlation of the two timing patterns with black and white in turn, neighbours taken off so
/// that shade and blur do not count; about 0 when the place or the number of modules is wrong.
[[nodiscard]] double timing_fit(const ImageView& grey, const QrWarp& warp, int modules);

/// The middles of a code's fixed modules.
struct QrPatterns {
    struct Spot {
        QrSpot middle;
        float sign = 0;  ///< 1 is light, -1 dark
    };
    std::vector<Spot> spots;
};
[[nodiscard]] QrPatterns fixed_patterns(int modules);

/// What stands out of the shade in a part of a picture: each level less the mean of the square
/// around it.
class QrRelief {
public:
    /// `reach` is half the square's side, in pixels. The part lies within the picture.
    QrRelief(const ImageView& grey, const Box& part, int reach);

    /// Correlation of the patterns with what stands out where the warp puts them: 1 at best, near
    /// 0 where there is no code. Beyond the part nothing stands out.
    [[nodiscard]] double fit(const QrWarp& warp, const QrPatterns& patterns) const;

private:
    [[nodiscard]] float at(const QrSpot& pixel) const;

    Box part_;
    std::vector<float> levels_;
};

}  // namespace motlan

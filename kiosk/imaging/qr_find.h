// Finds a QR code in a grey picture by its three finder patterns, also where blur or noise have
// made the patterns too soft for a reader that counts black and white runs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_warp.h"

namespace motlan {

/// Something like a finder pattern.
struct QrFinder {
    double x = 0;  ///< of its middle, in pixels
    double y = 0;
    double module = 0;    ///< pixels along a module's side
    double likeness = 0;  ///< correlation with the pattern's rings, up to 1
};

/// How large the modules are that are looked for: from 2.3 to 22 pixels, or from 1.2 to 2.3, which
/// takes longer.
enum class QrScale : std::uint8_t { Near, Far };

/// The patterns in a picture, the likest first, at most 24.
[[nodiscard]] std::vector<QrFinder> find_finders(const ImageView& grey, QrScale scale);

/// A code's size and place.
struct QrPlacement {
    int modules = 0;
    QrWarp warp;
};

/// Tries the likeliest places of a code, best first, at most `most`, until one is taken: three
/// finders that stand like a code's, with the number of modules that the timing patterns between
/// them show.
void try_places(const ImageView& grey, const std::vector<QrFinder>& finders, std::size_t most,
                const std::function<bool(const QrPlacement&)>& is_taken);

}  // namespace motlan

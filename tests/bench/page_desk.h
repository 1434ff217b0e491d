// Desks under a document camera with a paper on them, whose corners are known. The rows and their
// numbers are those of the capture design, 8; contents, papers and desks vary more widely.
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"
#include "tests/bench/page_sheet.h"

namespace motlan::testing {

enum class Desk : std::uint8_t { Dark, Shadow, White, Striped, Clutter, CutOff, Empty };
inline constexpr int kDesks = 7;
[[nodiscard]] std::string_view name(Desk desk);

/// How the camera sees it.
struct DeskWish {
    int width = 2000;
    int height = 1500;
    double least_scale = 3.0;  ///< pixels per mm
    double most_scale = 3.9;
    double corner_shift = 25;  ///< by which each corner may be away from a rectangle's, pixels
    double turn = 29;          ///< degrees either way, besides upside down or sideways
    double noise = 5;          ///< grey levels
};

struct DeskScene {
    Image picture;          ///< Rgb
    PageCorners corners{};  ///< upper left first, as the paper's text stands
    double hidden = 0;      ///< share of the paper outside the frame
};

/// The paper on such a desk.
[[nodiscard]] DeskScene draw_desk(Desk desk, const Sheet& sheet, std::uint64_t seed,
                                  const DeskWish& wish = {});

/// Overlap (intersection over union) of found corners with true ones in the paper's own
/// coordinates, as SmartDoc 2015 measures it; `aspect` is the paper's height over its width.
[[nodiscard]] double overlap(const PageCorners& found, const PageCorners& truth, double aspect);

/// The same where any of the found corners may come first.
[[nodiscard]] double best_overlap(PageCorners found, const PageCorners& truth, double aspect);

}  // namespace motlan::testing

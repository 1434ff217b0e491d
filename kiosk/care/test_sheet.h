// The sheet that a scanner is tested with: an A4 page of known squares, greys, colours and lines.
// As a file to print, as pixels for tests, and as what is measured on a scan of it.
#pragma once

#include <optional>
#include <string>

#include "kiosk/core/image.h"

namespace motlan {

/// A page that any program prints (PDF 1.4, vectors only). Printed without scaling.
[[nodiscard]] std::string test_sheet_pdf();

/// The same as pixels, RGB.
[[nodiscard]] Image draw_test_sheet(int dpi);

/// What a scan of it shows.
struct SheetReading {
    double skew_degrees = 0;     ///< of the upper edge, always positive
    double edge_missing_mm = 0;  ///< of the paper's edges, the largest
    double dpi = 0;              ///< the finest lines that are told apart, both ways
    double evenness = 0;         ///< darkest white by the brightest, percent
    double colour_error = 0;     ///< CIE 1976 colour difference, the largest of the patches
    double contrast = 0;         ///< white minus black, 0 to 255
};

/// Finds the sheet in a scan of any resolution, also upside down; nothing where it is not.
[[nodiscard]] std::optional<SheetReading> read_test_sheet(const ImageView& scan, int dpi);

/// What a scan of the empty glass shows.
struct GlassReading {
    int specks = 0;       ///< dark spots of 0.2 mm and more: dirt
    double evenness = 0;  ///< percent, as above
};

/// Nothing where something lies on the glass.
[[nodiscard]] std::optional<GlassReading> read_empty_glass(const ImageView& scan, int dpi);

}  // namespace motlan

// Takes an upright page apart into what a page file holds: print as a lossless mask, coloured ink
// as a lossless mask with its colours, and the paper with its pictures behind them. So letters
// stay as sharp as the scan and a page takes a thirtieth of its JPEG.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/ink_masks.h"

namespace motlan {

/// A page as a page file holds it. Each layer covers the whole page; an empty one is not there.
struct PageLayers {
    int width = 0;  ///< of the masks, in pixels
    int height = 0;
    int dpi = 0;        ///< 1 or more
    Bytes print;        ///< JBIG2 (encode_jbig2), painted black
    Bytes colour_mask;  ///< JBIG2: where `colour` is painted
    Bytes colour;       ///< JPEG, an eighth of the masks' size
    Bytes background;   ///< JPEG, a quarter or half of the masks' size; empty: white paper
    bool operator==(const PageLayers&) const = default;
};

/// Takes a Grey or Rgb page apart; a page without colour and tones is left with its print alone.
/// Equal pages give equal layers. Fails with Fault::PictureUnreadable for an empty page.
[[nodiscard]] Result<PageLayers> take_apart(const ImageView& page, int dpi);

/// The same of a page whose ink is known.
[[nodiscard]] Result<PageLayers> take_apart(const ImageView& page, int dpi, const InkMasks& ink);

}  // namespace motlan

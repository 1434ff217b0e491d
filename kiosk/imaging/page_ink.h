// Where a page has ink, at a resolution fit for measuring lines of text.
#pragma once

#include "kiosk/core/image.h"

namespace motlan {

/// Pages are measured at so many dots per inch.
inline constexpr int kInkDpi = 150;
/// Share of a page that is written on: a short signed line gives 0.05 % ink, dust on the glass
/// 0.005 %.
inline constexpr double kLeastInk = 0.0002;

struct PageInk {
    Image grey;   ///< the page at `dpi`
    Image ink;    ///< 255 where there is ink: clearly darker than the paper around it; else 0
    Image words;  ///< the ink without pictures, long lines and specks
    double dpi = kInkDpi;
};

/// The ink of a grey or colour page of this many dots per inch, kInkDpi or less.
[[nodiscard]] PageInk ink_of(const ImageView& page, double dpi);

}  // namespace motlan

// What a slip is sent as: one page of PWG raster. Pure.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"

namespace motlan {

/// The media type of pwg_raster().
inline constexpr const char* kPwgRaster = "image/pwg-raster";

/// A grey picture (dark is ink) as one page of PWG raster (PWG 5102.4) of 203 dots per inch.
/// Fails with Fault::PrinterRefused for a picture without pixels.
[[nodiscard]] Result<Bytes> pwg_raster(const ImageView& slip);

}  // namespace motlan

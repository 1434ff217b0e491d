// A font without a single stroke, for text that can be searched and copied and is not seen.
#pragma once

#include <cstdint>

#include "kiosk/core/bytes.h"

namespace motlan {

/// Units of its em square, and how far each glyph advances.
inline constexpr std::uint16_t kGlyphlessEm = 1000;
inline constexpr std::uint16_t kGlyphlessAdvance = 500;

/// A TrueType font (ISO/IEC 14496-22) of two empty glyphs: .notdef, and 1, which stands for every
/// letter. Holds the tables that ISO 32000-1, 9.9 asks of an embedded CIDFontType2. Always the
/// same bytes.
[[nodiscard]] Bytes glyphless_font();

}  // namespace motlan

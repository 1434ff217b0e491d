// A QR code on a white plate, dark in every theme, with the quiet zone that readers need.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/ui.h"

namespace motlan {

/// The modules of a code, true for dark; `side` of them a row. Empty when the text is too long.
struct QrModules {
    int side = 0;
    std::vector<bool> dark;
};

/// Encodes with error correction M (ISO/IEC 18004).
[[nodiscard]] QrModules qr_modules(std::string_view words);

/// Modules kept clear around a code (ISO/IEC 18004:2015, 6.3.8).
inline constexpr int kQuietModules = 4;

/// Draws the code as large as the box allows in whole pixels.
void draw_qr(Ui& ui, const Rect& box, std::string_view words, const std::string& id);

}  // namespace motlan

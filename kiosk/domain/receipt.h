// What the province answers when a dossier has arrived, as far as the screen needs it.
#pragma once

#include <string>

#include "kiosk/core/clock.h"

namespace motlan {

/// The content of a receipt whose signature and every field were verified.
struct Receipt {
    std::string code;  ///< e.g. "H41-261123-0087"
    WallTime received{};
    WallTime due{};
    std::string place;
};

}  // namespace motlan

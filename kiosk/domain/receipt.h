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
    std::string token = {};  ///< signed by the province; checked without a network. May be missing

    /// What the picture on screen and slip carries away.
    [[nodiscard]] const std::string& to_carry() const { return token.empty() ? code : token; }
};

}  // namespace motlan

// What a citizen takes home who goes on later: where the saved work waits, how long, and the code
// that is half of what opens it. It names nobody.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/clock.h"
#include "kiosk/core/personal.h"

namespace motlan {

/// What the code on such a slip begins with (formats, section 8.1).
inline constexpr std::string_view kSavedMark = "MLS1:";
/// Whether a text claims to be such a code.
[[nodiscard]] constexpr bool is_saved_code(std::string_view text) {
    return text.starts_with(kSavedMark);
}

struct SavedSlip {
    std::string kiosk;           ///< its name, as enrolled
    WallTime until{};            ///< from then on nobody can open it
    Personal<std::string> code;  ///< for a QR; the other half is the card of whoever saved it
    bool operator==(const SavedSlip&) const = default;
};

}  // namespace motlan

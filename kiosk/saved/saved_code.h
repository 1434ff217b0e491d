// The code on the slip of a saved work (formats.md 8.1): its secret, until when it can be opened
// and where. A text from outside: nothing of it is believed but that somebody holds the secret.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/personal.h"
#include "kiosk/core/result.h"

namespace motlan {

inline constexpr std::size_t kSavedSecretSize = 32;

/// No code is longer; a QR of it is still read from paper and from a telephone.
inline constexpr std::size_t kSavedCodeLimit = 180;
/// As long as a kiosk's name may be (formats.md 1).
inline constexpr std::size_t kLongestKioskName = 64;

struct SavedCode {
    Personal<Bytes> secret;  ///< 32 random bytes
    WallTime until{};
    std::string kiosk;  ///< 1 to 64 printable ASCII characters
};

/// The code's only spelling.
[[nodiscard]] std::string to_text(const SavedCode& code);

/// Reads a code of exactly this spelling. Fails with Fault::SavedUnknown.
[[nodiscard]] Result<SavedCode> parse_saved_code(std::string_view text);

}  // namespace motlan

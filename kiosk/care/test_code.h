// The code that a technician's slip carries: how wide it was printed and when, with every letter
// that readers lose. No card's code and no receipt's looks like it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"

namespace motlan {

/// Letters whose marks a reader in the wrong mode loses (ux 7, T06).
inline constexpr std::string_view kMarkedLetters = "ẰẮẲẴẶ ĐỖỄ";

struct TestCode {
    double width_mm = 0;     ///< of the code without its quiet zone
    std::string time;        ///< when it was printed, so that an old slip is told from a new one
    bool has_marks = false;  ///< the letters arrived as they were printed
};

/// What is printed: "MOTLAN TEST 30.0 20261129T160501 ẰẮẲẴẶ ĐỖỄ".
[[nodiscard]] std::string test_code_words(double width_mm, WallTime now);

/// Nothing for a code that is no test slip's.
[[nodiscard]] std::optional<TestCode> parse_test_code(ByteView payload);

}  // namespace motlan

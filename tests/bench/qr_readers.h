// The code readers that are compared: ours and the packaged ones, each behind one function.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/image.h"

namespace motlan::testing {

/// Looks at one grey picture: the payload's bytes, empty when there is none.
using ReadOne = std::function<std::string(const ImageView& grey)>;

/// A reader that may remember the pictures of one sequence; start() begins a new one.
struct Reader {
    std::string_view name;
    std::function<ReadOne()> start;
};

/// Ours, then the packaged ones that this system has.
[[nodiscard]] std::vector<Reader> readers();

}  // namespace motlan::testing

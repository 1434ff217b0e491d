// The code readers that are compared: ours and the packaged ones, each behind one function.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/core/image.h"

namespace motlan::testing {

/// What a reader made of a picture.
struct Said {
    std::string text;                    ///< the payload's bytes, empty when there is none
    std::optional<double> milliseconds;  ///< where the reader itself measured what it took

    Said(std::string payload, std::optional<double> took = {})
        : text(std::move(payload)), milliseconds(took) {}
};

/// Looks at one grey picture.
using ReadOne = std::function<Said(const ImageView& grey)>;

/// A reader that may remember the pictures of one sequence; start() begins a new one.
struct Reader {
    std::string_view name;
    std::function<ReadOne()> start;
};

/// Ours, then the packaged ones that this system has.
[[nodiscard]] std::vector<Reader> readers();

}  // namespace motlan::testing

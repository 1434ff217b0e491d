// Looks for anything that visits could have left on this machine: none may be found.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/care/places.h"
#include "kiosk/core/device_test.h"

namespace motlan {

struct Traces {
    int files = 0;         ///< looked at
    bool journal = false;  ///< there is one here, and it was looked at
    /// Where something looks personal, and what it is like; never the thing itself.
    std::vector<std::pair<std::filesystem::path, std::string_view>> found;
};

/// Searches the kiosk's folders and the journal of its units. Sealed parts, what the province has
/// signed, and keys are left out: they are not of visits, or not readable by anybody.
[[nodiscard]] Traces find_traces(const Places& places);

/// The same as the outcome of a test.
[[nodiscard]] TestResult test_traces(const Traces& traces);

}  // namespace motlan

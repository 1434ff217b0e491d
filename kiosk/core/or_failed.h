// The border at which libraries in C call us back.
#pragma once

#include <exception>

namespace motlan {

/// Does what a library asks for and answers it, or `failed`, which is that library's own word for
/// trouble, when an exception ends it: mostly because memory is gone. An exception that passes
/// through a library in C leaves it half done; libcurl then crashes when it closes the line.
template <typename Answer, typename Act>
[[nodiscard]] Answer or_failed(Answer failed, Act act) noexcept {
    try {
        return act();
    } catch (const std::exception&) {
        return failed;
    }
}

}  // namespace motlan

// What the office checks of a rating or a report before it takes it (kiosk/formats.md 6.1).
#pragma once

#include <string_view>

#include "kiosk/core/tree.h"

namespace motlan::province {

/// Whether a document is of that type, in the version that we know.
[[nodiscard]] bool is_of(const Tree& content, std::string_view type);

[[nodiscard]] bool is_rating(const Tree& form);

/// Whether it is a whole rating or report. An opinion names nobody: it has no profile.
[[nodiscard]] bool is_opinion(const Tree& form);

/// Whether it says that a photo of the demand goes along.
[[nodiscard]] bool has_photo(const Tree& form);

}  // namespace motlan::province

// Finding a phrase among words that a recogniser has read. Pure; forgives it its slips.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace motlan {

/// Words that a recogniser was less sure of than this tell nothing for certain (0 to 100).
inline constexpr int kClearWord = 60;

/// What is left to compare: letters without marks, small, and digits; no spaces.
[[nodiscard]] std::string bare_letters(std::string_view text);

/// One wrong letter in so many is forgiven.
inline constexpr std::size_t kForgiven = 6;

/// Where the first occurrence of a phrase ends in `text`, both bare, with at most one wrong letter
/// in `forgiven`; nothing when it is not there. Costs the product of their lengths.
[[nodiscard]] std::optional<std::size_t> end_of_phrase(std::string_view phrase,
                                                       std::string_view text,
                                                       std::size_t forgiven = kForgiven);

}  // namespace motlan

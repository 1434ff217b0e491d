// A whole number as text, read as a whole or not at all.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace motlan {

/// "12", "-3"; nothing for an empty text, anything beside digits, or a number beyond 64 bits.
[[nodiscard]] inline std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [read_to, problem] = std::from_chars(text.data(), end, number);
    return problem == std::errc{} && read_to == end ? std::optional(number) : std::nullopt;
}

}  // namespace motlan

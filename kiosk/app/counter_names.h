// The counters of a center as kiosk.toml lists them. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motlan {

/// So many counters are pages that somebody still reads.
inline constexpr std::size_t kMostCounters = 24;
/// Letters of a counter's name; the province takes no more either (formats, section 6.1).
inline constexpr std::size_t kCounterLetters = 60;

/// What a list has to be, as one sentence without a full stop.
inline constexpr std::string_view kCounterRule =
    "at most 24 different names with semicolons between them, each of at most 60 letters, are "
    "needed here";

/// "Quầy 1: Hộ tịch; Quầy 2: Đất đai" name by name, in order, NFC; empty for an empty text. Nothing
/// where the text breaks the rule.
[[nodiscard]] std::optional<std::vector<std::string>> counter_names(std::string_view text);

}  // namespace motlan

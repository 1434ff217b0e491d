#include "kiosk/app/counter_names.h"

#include <algorithm>
#include <ranges>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

bool is_name(const std::string& name) {
    return !name.empty() && count_letters(name) <= kCounterLetters;
}

}  // namespace

std::optional<std::vector<std::string>> counter_names(std::string_view text) {
    std::vector<std::string> names;
    if (trimmed(text).empty()) return names;
    for (const auto part : text | std::views::split(';')) {
        const auto name = to_nfc(trimmed(std::string_view(part.begin(), part.end())));
        const bool holds = name && is_name(*name) && !std::ranges::contains(names, *name);
        if (!holds || names.size() == kMostCounters) return std::nullopt;
        names.push_back(*name);
    }
    return names;
}

}  // namespace motlan

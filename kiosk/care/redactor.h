// Looks through what is to leave the machine for anything that could be of a person. It never
// removes anything: what it finds stops the export, because our own files may hold none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motlan {

/// Something that looks personal, and where; never the thing itself.
struct Suspicion {
    std::string_view what;  ///< "twelve digits of a card", …
    std::size_t line = 0;   ///< from 1
};

/// The first thing that looks personal: a card's number of 12 or 9 digits, a card's code with its
/// bars, a telephone number of Vietnam, an address for mail, words with Vietnamese marks, a private
/// key. Digits inside fingerprints, ids and times are told by the letters around them. In a file
/// with zero bytes only numbers are looked for: there the rest stands by chance.
[[nodiscard]] std::optional<Suspicion> find_personal(std::string_view text);

}  // namespace motlan

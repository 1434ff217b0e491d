// What a document camera sees on its desk, for the person before it.
#pragma once

#include <cstdint>
#include <string_view>

namespace motlan {

enum class PaperHint : std::uint8_t {
    NoPaper,   ///< the desk is empty
    CutOff,    ///< the sheet runs out of the frame
    Moving,    ///< a sheet or a hand moves
    Settling,  ///< it lies still; a moment more
    Ready,     ///< it is taken now
    Taken,     ///< still the sheet that was taken
};

/// "no_paper", "cut_off", …: between processes and in text keys.
[[nodiscard]] std::string_view name(PaperHint hint);

/// The hint of that name; NoPaper for a name that is none.
[[nodiscard]] PaperHint paper_hint(std::string_view name);

}  // namespace motlan

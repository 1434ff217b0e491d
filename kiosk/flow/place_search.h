// The question for a commune or ward: what it shows, and how letters and choices change it. The
// province of this office comes first, another one is a wish; the citizen chooses, nothing guesses.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

enum class PlaceStage : std::uint8_t {
    Region,   ///< the provinces are offered
    Unit,     ///< the communes and wards of a province are offered
    Written,  ///< the province's units are not listed: the name is written
    Chosen,   ///< a unit was chosen
};

/// True when the item asks for a commune or ward.
[[nodiscard]] bool is_place(const Item& item);

[[nodiscard]] PlaceStage place_stage(const AskQuestion& screen, const Units& units);

/// The province that is looked in, or that the answer names.
[[nodiscard]] const Region& place_region(const AskQuestion& screen, const Units& units);

/// The letters so far: a place is found by them, or they are its written name.
[[nodiscard]] std::string place_letters(const AskQuestion& screen, const Units& units);

/// A province or a unit was chosen; any other code changes nothing.
void choose_place(AskQuestion& screen, const std::string& code, const Units& units);

/// The letters are these from now on.
void write_place(AskQuestion& screen, const std::string& letters, const Units& units);

/// From the place chosen to the list, from the list to the provinces.
void widen_place(AskQuestion& screen, const Units& units);

/// The way back inside the question; false when there is none.
[[nodiscard]] bool narrow_place(AskQuestion& screen, const Units& units);

}  // namespace motlan

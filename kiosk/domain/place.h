// A commune or ward as an answer, and the names that lead to it. It is always the citizen who
// chooses: nothing here finds a new unit from an old address (domain notes 9.1). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/units.h"

namespace motlan {

/// One of the places that may be chosen.
struct NamedPlace {
    std::string code;  ///< of a province or of a unit
    std::string name;  ///< with its kind: "xã Kim Liên"
};

/// How far the search for a commune or ward has come.
struct PlaceSearch {
    std::optional<RegionCode> region;  ///< none: the province of this office
    bool is_for_region = false;        ///< the province itself is being chosen
    std::string typed;                 ///< letters to find a name by
};

/// The provinces that these letters lead to; all of them while there are none. Marks, blanks and
/// the kind do not matter: a name is found by its beginning, then by its words' first letters,
/// then by the beginning of a later word; each in the order of the alphabet.
[[nodiscard]] std::vector<NamedPlace> find_regions(const Units& units, std::string_view letters);

/// The same for the communes and wards of a province.
[[nodiscard]] std::vector<NamedPlace> find_units(const Region& region, std::string_view letters);

/// The answer that says this unit (formats, section 6): "17971 xã Kim Liên, tỉnh Nghệ An".
[[nodiscard]] std::string place_answer(const UnitPlace& place);

/// The answer for a province whose units are not listed: "01 phường Ba Đình, thành phố Hà Nội".
/// Empty when no name is written.
[[nodiscard]] std::string place_answer(const Region& region, std::string_view written);

/// True for a text that has the form of such an answer.
[[nodiscard]] bool is_place_answer(std::string_view answer);

/// The answer without its code, for people; a text that is no such answer stays as it is.
[[nodiscard]] std::string place_name(std::string_view answer);

/// The province that an answer names; nullptr when there is none of that code.
[[nodiscard]] const Region* region_of(std::string_view answer, const Units& units);

/// True when a unit of the list was chosen, not written.
[[nodiscard]] bool is_listed_place(std::string_view answer);

/// What was written as the name in an answer about this province; empty for a listed unit.
[[nodiscard]] std::string written_name(std::string_view answer, const Region& region);

}  // namespace motlan

// The administrative units of Vietnam since 1 July 2025: provinces and, of some, the communes and
// wards below them; there is no district. Old addresses stay as they are: a unit is chosen by the
// citizen, never found from an old name (domain notes 9.1).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/strong.h"
#include "kiosk/core/tree.h"

namespace motlan {

/// Two digits, e.g. "40".
using RegionCode = Strong<struct RegionCodeTag, std::string>;
/// Five digits, e.g. "17971".
using UnitCode = Strong<struct UnitCodeTag, std::string>;

enum class UnitKind : std::uint8_t { Ward, Commune };

/// A commune or ward of one province.
struct Unit {
    UnitCode code;
    std::string name;  ///< without its kind: "Kim Liên"
    UnitKind kind = UnitKind::Commune;

    /// "xã Kim Liên".
    [[nodiscard]] std::string full_name() const;
};

/// A province or a city run by the central government.
struct Region {
    RegionCode code;
    std::string name;  ///< without its kind: "Nghệ An"
    bool is_city = false;
    std::vector<Unit> units;  ///< empty where they are not listed

    /// "tỉnh Nghệ An".
    [[nodiscard]] std::string full_name() const;
};

/// A unit with the province it belongs to.
struct UnitPlace {
    const Region* region = nullptr;
    const Unit* unit = nullptr;

    /// "xã Kim Liên, tỉnh Nghệ An", as an address ends.
    [[nodiscard]] std::string full_name() const;
};

/// Every known unit. Read once at start.
class Units {
public:
    Units() = default;
    /// Reads config/units.toml. Codes are unique in the country, names in a province; `home` is
    /// one of the provinces.
    static Checked<Units> parse(const Tree& document, const std::string& file);

    [[nodiscard]] const std::vector<Region>& regions() const { return regions_; }
    /// The province of this office: places are looked for there first.
    [[nodiscard]] const RegionCode& home() const { return home_; }
    /// nullptr when there is none of that code.
    [[nodiscard]] const Region* find(const RegionCode& code) const;
    /// Both are nullptr when there is none of that code.
    [[nodiscard]] UnitPlace find(const UnitCode& code) const;

private:
    RegionCode home_;
    std::vector<Region> regions_;
};

/// The names of the provinces and of the communes and wards of the office's own province.
[[nodiscard]] std::vector<std::string> place_names(const Units& units);

}  // namespace motlan

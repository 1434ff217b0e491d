#include "kiosk/domain/units.h"

#include <algorithm>
#include <format>
#include <set>

#include "kiosk/core/digits.h"
#include "kiosk/core/fields.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::size_t kProvinceDigits = 2;
constexpr std::size_t kUnitDigits = 5;

bool is_code(std::string_view text, std::size_t digits) {
    return text.size() == digits && are_digits(text);
}

bool is_composed(const std::string& text) {
    return !text.empty() && trimmed(text) == text && is_nfc(text);
}

/// What was read so far, to find what is listed twice.
struct Seen {
    std::set<std::string, std::less<>> codes;
    std::set<std::string, std::less<>> names;  ///< of one province
};

/// One unit is written "17971 Kim Liên".
void read_unit(Fields& fields, const std::string& text, UnitKind kind, Seen& seen) {
    const std::string_view key = kind == UnitKind::Ward ? "wards" : "communes";
    const std::string code = text.substr(0, kUnitDigits);
    const std::string name = text.size() > kUnitDigits ? text.substr(kUnitDigits + 1) : "";
    if (!is_code(code, kUnitDigits) || !text.substr(kUnitDigits).starts_with(' ') ||
        !is_composed(name)) {
        fields.refuse(key, std::format("\"{}\" reads not like \"17971 Kim Liên\"", text));
        return;
    }
    if (!seen.codes.insert(code).second) fields.refuse(key, code + " is listed twice");
    if (!seen.names.insert(name).second) fields.refuse(key, name + " is listed twice");
}

std::vector<Unit> read_units(Fields& fields, UnitKind kind, Seen& seen) {
    std::vector<Unit> units;
    for (const std::string& text : fields.texts(kind == UnitKind::Ward ? "wards" : "communes")) {
        read_unit(fields, text, kind, seen);
        if (fields.failed()) return units;
        units.push_back(
            {UnitCode(text.substr(0, kUnitDigits)), text.substr(kUnitDigits + 1), kind});
    }
    return units;
}

Region read_region(const Tree& entry, Fields& above, const std::string& path,
                   std::set<std::string, std::less<>>& codes) {
    Fields fields(entry, above.file(), path);
    Region region{.code = RegionCode(fields.text("code")),
                  .name = fields.text("name"),
                  .is_city = fields.truth_or("city", false),
                  .units = {}};
    if (!is_code(region.code.value(), kProvinceDigits)) {
        fields.refuse("code", "two digits are needed here");
    }
    if (!is_composed(region.name)) fields.refuse("name", "a name in NFC is needed here");
    Seen seen{.codes = std::move(codes), .names = {}};
    for (const UnitKind kind : {UnitKind::Ward, UnitKind::Commune}) {
        std::ranges::move(read_units(fields, kind, seen), std::back_inserter(region.units));
    }
    codes = std::move(seen.codes);
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return region;
}

}  // namespace

std::string Unit::full_name() const { return (kind == UnitKind::Ward ? "phường " : "xã ") + name; }

std::string Region::full_name() const { return (is_city ? "thành phố " : "tỉnh ") + name; }

std::string UnitPlace::full_name() const { return unit->full_name() + ", " + region->full_name(); }

Checked<Units> Units::parse(const Tree& document, const std::string& file) {
    Units known;
    std::set<std::string, std::less<>> codes;
    Fields fields(document, file);
    const Tree::List* entries = fields.list("province");
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        const std::string path = std::format("province[{}]", i);
        Region region = read_region((*entries)[i], fields, path, codes);
        const auto is_same = [&](const Region& other) {
            return other.code == region.code || other.name == region.name;
        };
        if (std::ranges::any_of(known.regions_, is_same)) {
            fields.refuse({file, (*entries)[i].line(), path, "this province is listed twice"});
        }
        known.regions_.push_back(std::move(region));
    }
    if (known.regions_.empty()) fields.refuse("province", "there is no province");
    known.home_ = RegionCode(fields.text("home"));
    if (known.find(known.home_) == nullptr) fields.refuse("home", "there is no such province");
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return known;
}

const Region* Units::find(const RegionCode& code) const {
    const auto found = std::ranges::find(regions_, code, &Region::code);
    return found == regions_.end() ? nullptr : &*found;
}

UnitPlace Units::find(const UnitCode& code) const {
    for (const Region& region : regions_) {
        const auto found = std::ranges::find(region.units, code, &Unit::code);
        if (found != region.units.end()) return {&region, &*found};
    }
    return {};
}

std::vector<std::string> place_names(const Units& units) {
    std::vector<std::string> names;
    for (const Region& region : units.regions()) names.push_back(region.name);
    const Region* home = units.find(units.home());
    if (home == nullptr) return names;
    for (const Unit& unit : home->units) names.push_back(unit.name);
    return names;
}

}  // namespace motlan

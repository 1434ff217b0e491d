#include "kiosk/flow/place_search.h"

#include "kiosk/domain/place.h"

namespace motlan {

bool is_place(const Item& item) { return question_of<UnitQuestion>(item) != nullptr; }

PlaceStage place_stage(const AskQuestion& screen, const Units& units) {
    if (is_listed_place(screen.draft)) return PlaceStage::Chosen;
    if (screen.draft.empty() && screen.place.is_for_region) return PlaceStage::Region;
    const bool is_listed = !place_region(screen, units).units.empty();
    return is_listed ? PlaceStage::Unit : PlaceStage::Written;
}

const Region& place_region(const AskQuestion& screen, const Units& units) {
    static const Region kNowhere;
    const Region* region = screen.draft.empty()
                               ? units.find(screen.place.region.value_or(units.home()))
                               : region_of(screen.draft, units);
    return region != nullptr ? *region : kNowhere;
}

std::string place_letters(const AskQuestion& screen, const Units& units) {
    const bool is_written = place_stage(screen, units) == PlaceStage::Written;
    return is_written ? written_name(screen.draft, place_region(screen, units))
                      : screen.place.typed;
}

void choose_place(AskQuestion& screen, const std::string& code, const Units& units) {
    const UnitPlace chosen = units.find(UnitCode(code));
    if (chosen.unit != nullptr) {
        screen.draft = place_answer(chosen);
        screen.place = {.region = chosen.region->code};
    } else if (const Region* region = units.find(RegionCode(code))) {
        screen.draft.clear();
        screen.place = {.region = region->code};
    }
}

void write_place(AskQuestion& screen, const std::string& letters, const Units& units) {
    const PlaceStage stage = place_stage(screen, units);
    if (stage == PlaceStage::Chosen) return;
    const Region& region = place_region(screen, units);
    if (stage != PlaceStage::Written) {
        screen.place.typed = letters;
        return;
    }
    screen.place.region = region.code;
    screen.draft = place_answer(region, letters);
}

void widen_place(AskQuestion& screen, const Units& units) {
    const PlaceStage stage = place_stage(screen, units);
    if (stage == PlaceStage::Region) return;
    screen.place = {.region = place_region(screen, units).code,
                    .is_for_region = stage != PlaceStage::Chosen};
    screen.draft.clear();
}

bool narrow_place(AskQuestion& screen, const Units& units) {
    const PlaceStage stage = place_stage(screen, units);
    if (stage == PlaceStage::Region) {
        screen.place = {};
        return true;
    }
    const bool is_home = place_region(screen, units).code == units.home();
    if (!screen.draft.empty() || is_home) return false;
    widen_place(screen, units);
    return true;
}

}  // namespace motlan

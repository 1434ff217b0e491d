#include <algorithm>
#include <vector>

#include "kiosk/core/utf8.h"
#include "kiosk/domain/place.h"
#include "kiosk/flow/place_search.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/answer.h"
#include "kiosk/ui/screens/letter_search.h"
#include "kiosk/ui/screens/offer_list.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// "tỉnh Nghệ An"; in English the name alone.
std::string region_name(const Ui& ui, const Region& region) {
    return ui.language() == Language::English ? region.name : region.full_name();
}

/// "Xã Kim Liên", as a button begins.
Phrase button_words(const NamedPlace& place) {
    const std::u32string letters = to_letters(place.name);
    return plain(to_upper(from_letters(letters.substr(0, 1))) + from_letters(letters.substr(1)));
}

/// Where there is no room to turn pages the best hits are shown: more letters lead to others.
bool is_tight(const Ui& ui) {
    return !ui.theme().is_portrait() || ui.is_low() || ui.theme().size() != TextSize::Normal;
}

/// Names are short: two stand side by side where letters are not large.
int columns_of(const Ui& ui, const Rect& box) {
    return is_tight(ui) || box.w < ui.dp(2 * 400) ? 1 : 2;
}

std::optional<Event> draw_hits(Ui& ui, const Rect& box, const std::string& pages,
                               const std::vector<NamedPlace>& places) {
    if (places.empty()) {
        Column column(box);
        const Phrase none = ui.text(Text::PlaceNone);
        text(ui, take_shown(ui, column, text_height(ui, none, strong(), box.w)), none, strong());
        return std::nullopt;
    }
    Offers offers;
    for (const NamedPlace& place : places) {
        offers.push_back(
            {{.id = "answer." + place.code, .label = button_words(place), .leads_on = true},
             DraftSet{place.code}});
    }
    if (is_tight(ui)) keep_fitting(ui, box, offers);
    auto event = draw_offers(ui, box, {pages, columns_of(ui, box)}, offers);
    if (event) ui.memory(pages) = 0;
    return event;
}

std::optional<Event> draw_search(Ui& ui, const Rect& box, const AskQuestion& screen) {
    const Units& units = ui.office().units;
    const bool is_region = place_stage(screen, units) == PlaceStage::Region;
    const Region& region = place_region(screen, units);
    const std::string letters = place_letters(screen, units);
    const std::string pages = is_region ? "answer.regions" : "answer.places";
    const auto places = is_region ? find_regions(units, letters) : find_units(region, letters);
    const Phrase label = is_region
                             ? ui.text(Text::PlaceLabelRegion)
                             : ui.text(Text::PlaceLabelUnit, {{"region", region_name(ui, region)}});
    const bool shows_all = !is_tight(ui) || !letters.empty();
    // Large letters leave no room for a label; on a high screen the hint has room for its words.
    const bool is_high = ui.theme().is_portrait();
    const TextSize largest = is_high ? TextSize::Normal : TextSize::Large;
    const bool has_label = ui.theme().size() <= largest;
    const Phrase example = ui.text(is_region ? Text::PlaceHintRegion : Text::PlaceHintUnit);
    return draw_letter_search(ui, box,
                              {.field = {.id = "answer",
                                         .label = label,
                                         .has_label = has_label,
                                         .hint = has_label || !is_high ? example : label,
                                         .value = letters},
                               .pages = pages,
                               .needs_digits = false,
                               .draw_hits = [&](const Rect& hits) {
                                   return shows_all ? draw_hits(ui, hits, pages, places)
                                                    : std::nullopt;
                               }});
}

/// What was chosen, to be looked at once more.
std::optional<Event> draw_chosen(Ui& ui, const Rect& box, const AskQuestion& screen) {
    const auto chosen = draw_rows(ui, box, "answer.chosen",
                                  {{.id = "answer.place",
                                    .label = ui.text(Text::PlaceChosen),
                                    .value = plain(place_name(screen.draft)),
                                    .actions = {{"place.again", ui.text(Text::PlaceAgain)}},
                                    .privacy = Privacy::Masked,
                                    .provenance = "citizen"}});
    return chosen ? std::optional<Event>(WiderPlaceWished{}) : std::nullopt;
}

}  // namespace

std::optional<Event> draw_place(Ui& ui, const Rect& box, const AskQuestion& screen) {
    const Units& units = ui.office().units;
    const PlaceStage stage = place_stage(screen, units);
    if (stage == PlaceStage::Chosen) return draw_chosen(ui, box, screen);
    if (stage != PlaceStage::Written) return draw_search(ui, box, screen);
    const Phrase label =
        ui.text(Text::PlaceWritten, {{"region", region_name(ui, place_region(screen, units))}});
    return draw_writing(ui, box,
                        {.label = label,
                         .value = place_letters(screen, units),
                         .hint = label,
                         .kind = WordsOf::Text});
}

std::optional<ButtonSpec> wider_place(const Ui& ui, const AskQuestion& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    if (item == nullptr || !is_place(*item)) return std::nullopt;
    const PlaceStage stage = place_stage(screen, ui.office().units);
    if (stage == PlaceStage::Region || stage == PlaceStage::Chosen) return std::nullopt;
    return ButtonSpec{.id = screen.item.value() + ".wider",
                      .label = ui.text(Text::PlaceOtherRegion),
                      .kind = ButtonKind::Quiet,
                      .role = TextRole::Body};
}

}  // namespace motlan

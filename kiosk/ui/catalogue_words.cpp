#include "kiosk/ui/catalogue_words.h"

#include "kiosk/flow/office.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

constexpr std::chrono::days kOld{30};  // ux C05

}  // namespace

bool is_catalogue_old(const Ui& ui) {
    const auto& published = ui.office().published;
    return published && CivilDate::of(ui.surroundings().now).day() - published->day() > kOld;
}

Phrase catalogue_words(const Ui& ui) {
    const auto& published = ui.office().published;
    const bool is_old = is_catalogue_old(ui);
    if (!published || !(is_old || ui.surroundings().is_offline)) return {};
    return ui.text(is_old ? Text::CatalogueOld : Text::CatalogueDated,
                   {{"day", date_text(published->day())}});
}

}  // namespace motlan

#include "kiosk/ui/screens/offer_list.h"

#include <algorithm>

#include "kiosk/ui/screens/hindrance_words.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/pager.h"

namespace motlan {
namespace {

/// Choices a page (ux, principle P2).
constexpr int kMostChoices = 6;

/// Offers side by side; only where a line is one offer are they counted.
struct Lines {
    std::vector<int> heights;
    std::vector<RowKind> kinds;
};
Lines lines_of(const Ui& ui, const Rect& box, int columns, const Offers& offers) {
    const int wide = Row(box, columns, ui.dp(24)).at(0).w;
    const auto columns_wide = static_cast<std::size_t>(columns);
    const std::size_t count = (offers.size() + columns_wide - 1) / columns_wide;
    Lines lines{std::vector<int>(count), std::vector<RowKind>(count, RowKind::Other)};
    if (columns == 1) std::ranges::fill(lines.kinds, RowKind::Item);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        int& high = lines.heights[i / columns_wide];
        high = std::max(high, choice_height(ui, offers[i].spec, wide));
    }
    return lines;
}

}  // namespace

namespace {

/// A procedure that cannot be filed here now keeps its place and says so.
void tell_hindrance(const Ui& ui, std::size_t place, ChoiceSpec& spec) {
    const Hindrance hindrance = ui.surroundings().hindrance_at(place);
    if (hindrance == Hindrance::None) return;
    spec.hint = ui.text(short_words_of(hindrance));
    spec.icon = hindrance == Hindrance::Offline ? Icon::Offline : Icon::Attention;
}

}  // namespace

Offer whole_offer(const Ui& ui, std::size_t place) {
    const Procedure& procedure = ui.office().procedures.at(place);
    const Phrase hint =
        ui.text(Text::ChooseHint, {{"minutes", std::to_string(procedure.minutes)},
                                   {"limit", procedure.time_limit.in(ui.language())}});
    Offer offer{{.id = "choose." + procedure.code.value(),
                 .label = ui.words(procedure.name),
                 .hint = hint,
                 .icon = Icon::Paper,
                 .leads_on = true},
                ProcedureChosen{place}};
    tell_hindrance(ui, place, offer.spec);
    return offer;
}

Offer short_offer(const Ui& ui, std::size_t place) {
    const Procedure& procedure = ui.office().procedures.at(place);
    Offer offer{{.id = "choose." + procedure.code.value(),
                 .label = ui.words(procedure.short_name),
                 .leads_on = true},
                ProcedureChosen{place}};
    tell_hindrance(ui, place, offer.spec);
    return offer;
}

Offer answer_offer(const Ui& ui, const GuideAnswer& answer) {
    return {{.id = "choose." + answer.id,
             .label = ui.words(answer.label),
             .hint = answer.hint ? ui.words(*answer.hint) : Phrase{},
             .leads_on = true},
            GuideAnswered{answer.id}};
}

void keep_fitting(const Ui& ui, const Rect& box, Offers& offers) {
    int used = -ui.dp(24);
    const auto is_too_low = [&](const Offer& offer) {
        used += ui.dp(24) + choice_height(ui, offer.spec, box.w);
        return used > box.h;
    };
    offers.erase(std::ranges::find_if(offers, is_too_low), offers.end());
}

int offer_columns(const Ui& ui) {
    return !ui.theme().is_portrait() && ui.theme().size() == TextSize::Normal ? 2 : 1;
}

std::optional<Event> draw_offers(Ui& ui, const Rect& box, const OfferPages& pages,
                                 const Offers& offers) {
    const Lines lines = lines_of(ui, box, pages.columns, offers);
    const PageView view = page_view(ui, pages.name,
                                    {.heights = lines.heights,
                                     .gap = ui.dp(24),
                                     .room = box.h,
                                     .most = kMostChoices / pages.columns,
                                     .kinds = lines.kinds});
    Column column(box);
    std::optional<Event> event;
    for (int line = view.first; line < view.end; ++line) {
        const Row row(column.take(lines.heights[static_cast<std::size_t>(line)]), pages.columns,
                      ui.dp(24));
        for (int i = 0; i < pages.columns; ++i) {
            const auto at = static_cast<std::size_t>(line * pages.columns + i);
            if (at < offers.size() && choice(ui, row.at(i), offers[at].spec))
                event = offers[at].event;
        }
        column.skip(ui.dp(24));
    }
    draw_pager(ui, box, pages.name, view);
    return event;
}

}  // namespace motlan

#include "kiosk/ui/screens/offer_list.h"

#include <algorithm>

#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/pager.h"

namespace motlan {
namespace {

/// Choices a page (ux, principle P2).
constexpr int kMostChoices = 6;

}  // namespace

Offer whole_offer(const Ui& ui, std::size_t place) {
    const Procedure& procedure = ui.office().procedures.at(place);
    const Phrase hint =
        ui.text(Text::ChooseHint, {{"minutes", std::to_string(procedure.minutes)},
                                   {"limit", procedure.time_limit.in(ui.language())}});
    return {{.id = "choose." + procedure.code.value(),
             .label = ui.words(procedure.name),
             .hint = hint,
             .icon = Icon::Paper,
             .leads_on = true},
            ProcedureChosen{place}};
}

Offer short_offer(const Ui& ui, std::size_t place) {
    const Procedure& procedure = ui.office().procedures.at(place);
    return {{.id = "choose." + procedure.code.value(),
             .label = ui.words(procedure.short_name),
             .leads_on = true},
            ProcedureChosen{place}};
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

std::optional<Event> draw_offers(Ui& ui, const Rect& box, const std::string& pages,
                                 const Offers& offers) {
    std::vector<int> heights;
    for (const Offer& offer : offers) heights.push_back(choice_height(ui, offer.spec, box.w));
    const PageView view = page_view(
        ui, pages, {.heights = heights, .gap = ui.dp(24), .room = box.h, .most = kMostChoices});
    Column column(box);
    std::optional<Event> event;
    for (int i = view.first; i < view.end; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (choice(ui, column.take(heights[at]), offers[at].spec)) event = offers[at].event;
        column.skip(ui.dp(24));
    }
    draw_pager(ui, box, pages, view);
    return event;
}

}  // namespace motlan

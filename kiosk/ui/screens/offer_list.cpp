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
/// The height of an offer. Were it higher than a page, it leaves out its icon, so that its words
/// grow wider, and then its hint: what it leads to says the same.
int fitted_height(const Ui& ui, ChoiceSpec& spec, int wide, int room) {
    int high = choice_height(ui, spec, wide);
    if (high > room && spec.icon != Icon::None) {
        spec.icon = Icon::None;
        high = choice_height(ui, spec, wide);
    }
    if (high > room && !spec.hint.is_empty()) {
        spec.hint = {};
        high = choice_height(ui, spec, wide);
    }
    return high;
}

/// Makes the offers fit.
Lines lines_of(const Ui& ui, const Rect& box, int columns, Offers& offers) {
    const int wide = Row(box, columns, ui.dp(24)).at(0).w;
    const int room = box.h - pager_height(ui) - ui.dp(24);
    const auto columns_wide = static_cast<std::size_t>(columns);
    const std::size_t count = (offers.size() + columns_wide - 1) / columns_wide;
    Lines lines{std::vector<int>(count), std::vector<RowKind>(count, RowKind::Other)};
    if (columns == 1) std::ranges::fill(lines.kinds, RowKind::Item);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        int& high = lines.heights[i / columns_wide];
        high = std::max(high, fitted_height(ui, offers[i].spec, wide, room));
    }
    return lines;
}

/// What stands in the way of every procedure that an answer leads to at once; None where it leads
/// to another question, or where not all of them are hindered alike.
Hindrance hindrance_of(const Ui& ui, const GuideAnswer& answer) {
    if (!answer.question.empty()) return Hindrance::None;
    const auto& procedures = ui.office().procedures;
    std::optional<Hindrance> common;
    for (std::size_t place = 0; place < procedures.size(); ++place) {
        if (!std::ranges::contains(answer.codes, procedures[place].code)) continue;
        const Hindrance own = ui.surroundings().hindrance_at(place);
        if (common.value_or(own) != own) return Hindrance::None;
        common = own;
    }
    return common.value_or(Hindrance::None);
}

/// What cannot be filed here now keeps its place and says so.
void tell(const Ui& ui, Hindrance hindrance, ChoiceSpec& spec) {
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
    tell(ui, ui.surroundings().hindrance_at(place), offer.spec);
    return offer;
}

Offer short_offer(const Ui& ui, std::size_t place) {
    const Procedure& procedure = ui.office().procedures.at(place);
    Offer offer{{.id = "choose." + procedure.code.value(),
                 .label = ui.words(procedure.short_name),
                 .leads_on = true},
                ProcedureChosen{place}};
    tell(ui, ui.surroundings().hindrance_at(place), offer.spec);
    return offer;
}

Offer answer_offer(const Ui& ui, const GuideAnswer& answer) {
    Offer offer{{.id = "choose." + answer.id,
                 .label = ui.words(answer.label),
                 .hint = answer.hint ? ui.words(*answer.hint) : Phrase{},
                 .leads_on = true},
                GuideAnswered{answer.id}};
    tell(ui, hindrance_of(ui, answer), offer.spec);
    return offer;
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

std::optional<Event> draw_offers(Ui& ui, const Rect& box, const OfferPages& pages, Offers offers) {
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

#include "kiosk/ui/follow_words.h"
#include "kiosk/ui/screens/offer_list.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// Of a late dossier, that it is late.
std::string state_in_list(const Ui& ui, const FollowedDossier& dossier) {
    const auto left = time_left(dossier, ui.surroundings().now);
    if (left && left->is_late) return left_words(ui, *left).shown;
    return state_words(ui, dossier.latest().status).shown;
}

Offers offers_of(const Ui& ui, const Followed& followed) {
    Offers offers;
    for (std::size_t i = 0; i < followed.dossiers.size(); ++i) {
        const FollowedDossier& dossier = followed.dossiers[i];
        const Phrase hint = ui.text(Text::FollowHint, {{"state", state_in_list(ui, dossier)},
                                                       {"day", date_text(dossier.received)},
                                                       {"code", dossier.code}});
        offers.push_back({{.id = "dossier." + std::to_string(i),
                           .label = procedure_words(ui, dossier.procedure),
                           .hint = hint,
                           .leads_on = true,
                           .privacy = Privacy::Masked},
                          DossierOpened{i}});
    }
    return offers;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ChooseDossier& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::FollowChoose),
                                        .next = ui.text(Text::FollowDone),
                                        .next_icon = Icon::Check});
    Column column(frame.content);
    if (!screen.followed.sought.empty()) {
        const NoticeSpec sought{
            .id = "dossiers.sought",
            .tone = Tone::Warn,
            .words = ui.text(
                screen.followed.is_sought_typed ? Text::FollowSoughtTyped : Text::FollowSought,
                {{"code", screen.followed.sought}}),
            .privacy = Privacy::Masked,
            .most_lines = 3};
        Column place(take_shown(ui, column, notice_height(ui, sought, column.width())));
        notice(ui, place, sought);
        skip_shown(ui, column, ui.dp(24));
    }
    const auto opened =
        draw_offers(ui, column.rest(), {"dossiers.page"}, offers_of(ui, screen.followed));
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : opened;
}

}  // namespace motlan

#include "kiosk/ui/screens/ease_offer.h"
#include "kiosk/ui/screens/offer_list.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Job {
    std::string_view id;
    Text label;
    Text hint;
    Icon icon;
    Event event;
    bool needs_province = false;
};

std::vector<Job> jobs() {
    return {
        {"home.new", Text::HomeNew, Text::HomeNewHint, Icon::Paper, Started{}},
        {"home.follow", Text::HomeFollow, Text::HomeFollowHint, Icon::Magnifier, FollowWished{},
         true},
        {"home.supplement", Text::HomeSupplement, Text::HomeSupplementHint, Icon::Plus,
         FollowWished{}, true},
        {"home.rate", Text::HomeRate, Text::HomeRateHint, Icon::Star, RatingWished{}},
        {"home.report", Text::HomeReport, Text::HomeReportHint, Icon::Flag, ReportWished{}},
    };
}

/// A job that cannot be done now stays where it is and says why.
Offer offer_of(const Ui& ui, const Job& job) {
    const bool is_offline = job.needs_province && ui.surroundings().is_offline;
    const bool is_blind = job.needs_province && !ui.surroundings().ability.reads_codes;
    const bool is_off = is_offline || is_blind;
    const Text why_not = is_blind ? Text::HomeNoCard : Text::HomeNotNow;
    return {{.id = std::string(job.id),
             .label = ui.text(job.label),
             .hint = ui.text(is_off ? why_not : job.hint),
             .icon = is_blind ? Icon::Attention
                     : is_off ? Icon::Offline
                              : job.icon,
             .leads_on = !is_off,
             .is_enabled = !is_off,
             .why_not = ui.text(why_not)},
            job.event};
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Home&) {
    const Frame frame =
        draw_frame(ui, {.title = ui.text(Text::HomeTitle), .back = ui.text(Text::CommonBack)});
    Offers offers;
    for (const Job& job : jobs()) offers.push_back(offer_of(ui, job));
    Rect content = frame.content;
    std::optional<Event> event;
    if (!ui.comfort().is_easy && !ui.is_helped()) {
        const ButtonSpec ease = ease_button(ui, "home.ease");
        if (button(ui, take_end(ui, content, ease), ease)) event = EaseWished{};
    }
    auto chosen = draw_offers(ui, content, {"home.page", offer_columns(ui)}, offers);
    if (chosen) event = std::move(chosen);
    if (frame.went_back) return WentBack{};
    return event;
}

}  // namespace motlan

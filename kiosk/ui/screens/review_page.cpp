#include <string>

#include "kiosk/ui/page_words.h"
#include "kiosk/ui/screens/arrange_page.h"
#include "kiosk/ui/screens/page_look.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/badges.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

bool is_doubtful(const ReviewPage& screen) { return !screen.pages[screen.shown].is_settled(); }

/// The ways to the other pages; none where there is one page only.
Buttons turning(const Ui& ui, const ReviewPage& screen) {
    if (screen.pages.size() < 2) return {};
    const auto quiet = [&](std::string id, Text label, bool is_enabled, Text why_not) {
        return ButtonSpec{.id = std::move(id),
                          .label = ui.text(label),
                          .kind = ButtonKind::Quiet,
                          .is_enabled = is_enabled,
                          .why_not = ui.text(why_not),
                          .role = TextRole::Body};
    };
    return {quiet("page.before", Text::PageBefore, screen.shown > 0, Text::WhyNotFirst),
            quiet("page.arrange", Text::PageArrange, !screen.is_fed, Text::WhyNotFed),
            quiet("page.after", Text::PageAfter, screen.shown + 1 < screen.pages.size(),
                  Text::WhyNotLast)};
}

/// What may be done with the shown page beside the primary action.
Buttons doing(const Ui& ui, const ReviewPage& screen) {
    Buttons buttons;
    if (is_doubtful(screen)) {
        buttons.push_back(
            {.id = "page.keep", .label = ui.text(Text::PageKeep), .icon = Icon::Check});
    } else {
        buttons.push_back({.id = "page.redo",
                           .label = ui.text(Text::PageRedo),
                           .icon = Icon::Retry,
                           .is_enabled = !screen.is_fed,
                           .why_not = ui.text(Text::WhyNotFed)});
    }
    const bool may_add = screen.may_add && !screen.is_fed && !doubtful_page(screen.pages);
    if (may_add)
        buttons.push_back({.id = "page.add", .label = ui.text(Text::PageAdd), .icon = Icon::Plus});
    return buttons;
}

void add_advice(Ui& ui, Pieces& pieces, const ReviewPage& screen, Detail detail) {
    if (screen.pages.size() > 1) {
        TextStyle style = strong();
        style.id = "page.of";
        pieces.text(ui.text(Text::PageOf, {{"page", std::to_string(screen.shown + 1)},
                                           {"pages", std::to_string(screen.pages.size())}}),
                    style);
        pieces.skip(ui.dp(8));
    }
    const Page& page = screen.pages[screen.shown];
    add_verdict(ui, pieces, page, detail);
    if (screen.is_fed)
        add_badges(
            ui, pieces,
            {BadgeSpec{
                .tone = Tone::Note, .words = ui.text(Text::PageFeeding), .id = "page.feeding"}});
    if (screen.fault)
        pieces.notice({.id = "page.fault",
                       .tone = Tone::Warn,
                       .words = scan_fault_words(ui, *screen.fault),
                       .small_code = support_words(ui, *screen.fault)});
    if (page.doubts.empty() && screen.pages.size() == 1)
        pieces.text(ui.text(Text::PageLook), body());
}

/// The one thing to do next: scan a doubtful page again, look at another such page, or go on.
struct Next {
    Phrase words;
    Icon icon = Icon::Check;
    Event event = Proceeded{};
};

Next next_of(const Ui& ui, const ReviewPage& screen) {
    if (is_doubtful(screen)) return {ui.text(Text::PageRedo), Icon::Retry, PageRedone{}};
    if (doubtful_page(screen.pages)) return {ui.text(Text::PageDoubtful), Icon::Eye};
    if (screen.pages.size() == 1) return {ui.text(Text::PageUse)};
    return {ui.text(Text::PageUseAll, {{"count", std::to_string(screen.pages.size())}})};
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReviewPage& screen) {
    if (screen.stage != ReviewStage::Look) return draw_arrange_page(ui, screen);
    const Next next = next_of(ui, screen);
    const Frame frame = draw_frame(ui, {.step = VisitStep::Scan,
                                        .title = ui.text(Text::PageTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = next.words,
                                        .next_icon = next.icon,
                                        .is_next_enabled = !screen.is_fed,
                                        .why_not = ui.text(Text::WhyNotFed)});
    auto event = draw_look(
        ui, frame.content,
        {.page = screen.pages[screen.shown],
         .may_turn = !screen.is_fed,
         .turning = turning(ui, screen),
         .doing = doing(ui, screen),
         .advice = [&](Pieces& pieces, Detail detail) { add_advice(ui, pieces, screen, detail); }});
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return next.event;
    return event;
}

}  // namespace motlan

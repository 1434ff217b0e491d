#include <array>
#include <string>
#include <vector>

#include "kiosk/ui/page_words.h"
#include "kiosk/ui/screens/arrange_page.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/page_view.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

using Buttons = std::vector<ButtonSpec>;

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

std::optional<Event> event_of(std::string_view id) {
    if (id == "page.before") return PageTurned{PageStep::Before};
    if (id == "page.after") return PageTurned{PageStep::After};
    if (id == "page.arrange") return ArrangeWished{};
    if (id == "page.keep") return KeepWished{};
    if (id == "page.redo") return PageRedone{};
    if (id == "page.add") return PageAdded{};
    return std::nullopt;
}

/// Buttons side by side at the end of the box, which becomes smaller.
std::optional<Event> draw_row(Ui& ui, Rect& box, const Buttons& buttons) {
    if (buttons.empty()) return std::nullopt;
    const int gap = ui.dp(16);
    const int count = static_cast<int>(buttons.size());
    int high = ui.dp(80);
    for (const ButtonSpec& each : buttons) {
        high = std::max(high, button_height(ui, each, (box.w - gap * (count - 1)) / count));
    }
    const Row row({box.x, box.bottom() - high, box.w, high}, count, gap);
    box.h -= high + gap;
    std::optional<Event> event;
    for (int i = 0; const ButtonSpec& each : buttons) {
        if (button(ui, row.at(i++), each)) event = event_of(each.id);
    }
    return event;
}

/// Where a column has no room for two buttons side by side, one below the other.
std::optional<Event> draw_rows_of_one(Ui& ui, Rect& box, const Buttons& buttons) {
    std::optional<Event> event;
    for (auto each = buttons.rbegin(); each != buttons.rend(); ++each) {
        if (auto chosen = draw_row(ui, box, {*each})) event = std::move(chosen);
    }
    return event;
}

void add_badge(Ui& ui, Pieces& pieces, Tone tone, const Phrase& words, const std::string& id) {
    pieces.add(badge_height(ui, words, pieces.width()), [&ui, tone, words, id](const Rect& box) {
        badge(ui, box, {.tone = tone, .words = words, .id = id});
    });
    pieces.skip(ui.dp(8));
}

/// Large letters leave room for the sentence about the worst doubt only.
enum class Detail : std::uint8_t { Full, Short };

/// What the kiosk thinks of the shown page, and what a person has said to that.
void add_verdict(Ui& ui, Pieces& pieces, const Page& page, Detail detail) {
    if (page.doubts.empty()) {
        // Nothing is wrong, and there are buttons that say what comes next.
        if (detail == Detail::Full)
            add_badge(ui, pieces, Tone::Ok, ui.text(Text::PageChecked), "page.checked");
        return;
    }
    const bool has_badges = detail == Detail::Full;
    for (const Fault doubt : has_badges ? page.doubts : std::vector<Fault>()) {
        const Tone tone = page.is_settled() ? Tone::Still : Tone::Warn;
        add_badge(ui, pieces, tone, doubt_words(ui, doubt),
                  "page.doubt." + std::string(code(doubt)));
    }
    if (page.kept_because) {
        const Phrase reason = reason_words(ui, *page.kept_because);
        add_badge(ui, pieces, Tone::Ok, ui.text(Text::PageKept, {{"reason", reason.shown}}),
                  "page.kept");
        return;
    }
    pieces.notice({.id = "page.doubt",
                   .tone = Tone::Warn,
                   .words = scan_fault_words(ui, page.doubts.front()),
                   .small_code = support_words(ui, page.doubts.front())});
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
        add_badge(ui, pieces, Tone::Note, ui.text(Text::PageFeeding), "page.feeding");
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

/// All that is said about the page where it leaves room for the page itself.
Detail detail_for(Ui& ui, const ReviewPage& screen, const Rect& box) {
    Pieces full(ui, box.w);
    add_advice(ui, full, screen, Detail::Full);
    const bool fits = full.height() + ui.dp(16) + page_view_height(ui) <= box.h;
    return fits ? Detail::Full : Detail::Short;
}

/// The words have all that they need. Where they leave no room for the page it is seen larger only.
int advice_height(Ui& ui, const Pieces& pieces, const Rect& box) {
    const int above_page = box.h - page_view_height(ui) - ui.dp(16);
    const int above_tools = box.h - page_tools_height(ui);
    return pieces.height() <= above_page ? pieces.height() : above_tools;
}

/// The shown page with what leads closer to it; an event where it shall be turned.
std::optional<Event> draw_shown(Ui& ui, const ReviewPage& screen, const Rect& box) {
    const Page& page = screen.pages[screen.shown];
    const bool is_turned = page_view(
        ui, box, {.picture = page.preview, .turns = page.turns, .may_turn = !screen.is_fed});
    return is_turned ? std::optional<Event>(QuarterTurned{}) : std::nullopt;
}

/// On a high screen the words stand above the picture; who looks closely needs only the picture.
std::optional<Event> draw_high(Ui& ui, const ReviewPage& screen, Rect box) {
    if (ui.memory("page.larger") > 0) return draw_shown(ui, screen, box);
    auto event = draw_row(ui, box, doing(ui, screen));
    if (auto turned = draw_row(ui, box, turning(ui, screen))) event = std::move(turned);
    const Detail detail = detail_for(ui, screen, box);
    Pieces pieces(ui, box.w);
    add_advice(ui, pieces, screen, detail);
    const int used = advice_height(ui, pieces, box);
    pieces.draw({box.x, box.y, box.w, used}, "page.advice");
    box.y += used + ui.dp(16);
    box.h -= used + ui.dp(16);
    if (auto turned = draw_shown(ui, screen, box)) event = std::move(turned);
    return event;
}

std::optional<Event> draw_look(Ui& ui, const ReviewPage& screen, const Rect& content) {
    const Sides sides = split(ui, content, 58);
    if (sides.side.is_empty()) return draw_high(ui, screen, content);
    Rect words = sides.side;
    Rect picture = sides.main;
    auto event = draw_rows_of_one(ui, words, doing(ui, screen));
    if (auto turned = draw_row(ui, picture, turning(ui, screen))) event = std::move(turned);
    if (auto turned = draw_shown(ui, screen, picture)) event = std::move(turned);
    Pieces pieces(ui, words.w);
    add_advice(ui, pieces, screen, Detail::Full);
    pieces.draw(words, "page.advice");
    return event;
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
    auto event = draw_look(ui, screen, frame.content);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return next.event;
    return event;
}

}  // namespace motlan

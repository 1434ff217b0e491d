#include "kiosk/ui/screens/page_look.h"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>

#include "kiosk/ui/page_words.h"
#include "kiosk/ui/widgets/badges.h"
#include "kiosk/ui/widgets/page_view.h"

namespace motlan {
namespace {

std::optional<Event> event_of(std::string_view id) {
    if (id == "page.before") return PageTurned{PageStep::Before};
    if (id == "page.after") return PageTurned{PageStep::After};
    if (id == "page.arrange") return ArrangeWished{};
    if (id == "page.keep") return KeepWished{};
    if (id == "page.redo") return PageRedone{};
    if (id == "page.add") return PageAdded{};
    if (id == "page.drop") return PageDropped{};
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
    for (const ButtonSpec& each : std::views::reverse(buttons)) {
        if (auto chosen = draw_row(ui, box, {each})) event = std::move(chosen);
    }
    return event;
}

/// All that is said about the page where it has room.
Detail detail_for(Ui& ui, const LookedAt& look, int width, int room) {
    Pieces full(ui, width);
    look.advice(full, Detail::Full);
    return full.height() <= room ? Detail::Full : Detail::Short;
}

/// The words have all that they need. Where they leave no room for the page it is seen larger only.
int advice_height(Ui& ui, const Pieces& pieces, const Rect& box) {
    const int above_page = box.h - page_view_height(ui) - ui.dp(16);
    const int above_tools = box.h - page_tools_height(ui);
    return pieces.height() <= above_page ? pieces.height() : above_tools;
}

/// The shown page with what leads closer to it; an event where it shall be turned.
std::optional<Event> draw_shown(Ui& ui, const LookedAt& look, const Rect& box) {
    const Page& page = look.page;
    const bool is_turned = page_view(
        ui, box, {.picture = page.preview, .turns = page.turns, .may_turn = look.may_turn});
    return is_turned ? std::optional<Event>(QuarterTurned{}) : std::nullopt;
}

/// On a high screen the words stand above the picture; who looks closely needs only the picture.
std::optional<Event> draw_high(Ui& ui, const LookedAt& look, Rect box) {
    if (ui.memory("page.larger") > 0) return draw_shown(ui, look, box);
    auto event = draw_row(ui, box, look.doing);
    if (auto turned = draw_row(ui, box, look.turning)) event = std::move(turned);
    const int above_page = box.h - page_view_height(ui) - ui.dp(16);
    const Detail detail = detail_for(ui, look, box.w, above_page);
    Pieces pieces(ui, box.w);
    look.advice(pieces, detail);
    const int used = advice_height(ui, pieces, box);
    pieces.draw({box.x, box.y, box.w, used}, "page.advice");
    box.y += used + ui.dp(16);
    box.h -= used + ui.dp(16);
    if (auto turned = draw_shown(ui, look, box)) event = std::move(turned);
    return event;
}

/// How many of its doubts have no badge: where letters leave little room the first is only said
/// whole, and what is decided is known.
std::size_t without_badge(const Page& page, Detail detail) {
    if (detail == Detail::Full) return 0;
    return page.kept_because ? page.doubts.size() : 1;
}

/// What is wrong with the page and, where there is room, what is right with it.
std::vector<BadgeSpec> badges_of(const Ui& ui, const Page& page, Detail detail) {
    std::vector<BadgeSpec> badges;
    const Tone tone = page.is_settled() ? Tone::Still : Tone::Warn;
    for (const Fault doubt : page.doubts | std::views::drop(without_badge(page, detail)))
        badges.push_back({.tone = tone,
                          .words = doubt_words(ui, doubt),
                          .id = "page.doubt." + std::string(code(doubt))});
    if (detail == Detail::Short) return badges;
    for (const Text passed : passed_checks(page, ui.office().has_document_camera))
        badges.push_back({.words = ui.text(passed)});
    return badges;
}

}  // namespace

void add_verdict(Ui& ui, Pieces& pieces, const Page& page, Detail detail) {
    add_badges(ui, pieces, badges_of(ui, page, detail));
    if (page.doubts.empty()) return;
    if (page.kept_because) {
        const Phrase reason = reason_words(ui, *page.kept_because);
        const Phrase words = ui.text(Text::PageKept, {{"reason", reason.shown}});
        add_badges(ui, pieces, {BadgeSpec{.words = words, .id = "page.kept"}});
        return;
    }
    pieces.notice({.id = "page.doubt",
                   .tone = Tone::Warn,
                   .words = scan_fault_words(ui, page.doubts.front()),
                   .small_code = support_words(ui, page.doubts.front())});
}

std::optional<Event> draw_look(Ui& ui, const Rect& content, const LookedAt& look) {
    const Sides sides = split(ui, content, 58);
    if (sides.side.is_empty()) return draw_high(ui, look, content);
    Rect words = sides.side;
    Rect picture = sides.main;
    auto event = draw_rows_of_one(ui, words, look.doing);
    if (auto turned = draw_row(ui, picture, look.turning)) event = std::move(turned);
    if (auto turned = draw_shown(ui, look, picture)) event = std::move(turned);
    Pieces pieces(ui, words.w);
    look.advice(pieces, detail_for(ui, look, words.w, words.h));
    pieces.draw(words, "page.advice");
    return event;
}

}  // namespace motlan

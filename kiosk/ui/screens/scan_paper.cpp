#include <string>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/other_way.h"
#include "kiosk/ui/screens/scan_picture.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// What went wrong, what to lay down and how; while it is scanned, only what is scanned.
void add_advice(Ui& ui, Pieces& pieces, const ScanPaper& screen, const Item& item) {
    add_scan_fault(ui, pieces, screen.fault);
    TextStyle label = subheading();
    label.id = "scan.paper";
    pieces.text(ui.words(item.label), label);
    if (!is_waiting(screen.stage)) return;
    if (const auto* paper = std::get_if<Paper>(&item.otherwise))
        pieces.text(ui.words(paper->how), {.id = "scan.how"});
    pieces.skip(ui.dp(12));
    pieces.text(ui.text(screen.may_scan ? laying_words(ui) : Text::ScanFull), strong());
    if (screen.laid.empty()) return;
    pieces.skip(ui.dp(20));
    const Phrase count = ui.text(Text::ScanPages, {{"count", std::to_string(screen.laid.size())}});
    pieces.show(badge_height(ui, count, pieces.width()),
                [&ui, count](const Rect& box) { badge(ui, box, {.words = count}); });
}

/// The ways on besides scanning, at the end of the box, which becomes smaller.
std::optional<Event> draw_ways(Ui& ui, Rect& box, const ScanPaper& screen) {
    std::optional<Event> event;
    if (!is_waiting(screen.stage)) return event;
    const ButtonSpec enough{
        .id = "scan.enough", .label = ui.text(Text::ScanEnough), .icon = Icon::Check};
    const ButtonSpec see{.id = "scan.see", .label = ui.text(Text::ScanSee), .icon = Icon::Eye};
    if (!screen.laid.empty()) {
        if (button(ui, take_end(ui, box, enough), enough)) event = Proceeded{};
        if (button(ui, take_end(ui, box, see), see)) event = PagesOpened{};
    }
    if (const auto other = other_way(ui, screen.visit, screen.item)) {
        if (button(ui, take_end(ui, box, *other), *other)) event = OtherWayWished{screen.item};
    }
    return event;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ScanPaper& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    if (item == nullptr) return std::nullopt;
    const ScanLook scan{screen.stage, screen.percent, screen.sight, screen.hint};
    const Frame frame = draw_frame(ui, {.step = VisitStep::Scan,
                                        .title = ui.text(Text::ScanTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = taking_words(ui, scan),
                                        .next_icon = Icon::Scanner,
                                        .is_next_enabled = screen.may_scan,
                                        .why_not = ui.text(Text::WhyNotScan)});
    const Sides sides = split(ui, frame.content, 50);
    const bool is_wide = !sides.side.is_empty();
    Rect words = is_wide ? sides.side : sides.main;
    Rect picture = sides.main;
    Pieces pieces(ui, words.w);
    add_advice(ui, pieces, screen, *item);
    // Long words in large letters need their column for themselves.
    const bool is_crowded = is_wide && 2 * pieces.height() > words.h;
    auto way = draw_ways(ui, is_crowded ? picture : words, screen);
    pieces.draw(words, "scan.advice");
    const int used = pieces.height() + ui.dp(32);
    const Rect below{words.x, words.y + used, words.w, words.h - used - ui.dp(16)};
    draw_scan(ui, is_wide ? picture : shown_place(ui, below), scan);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return ScanWished{};
    return way;
}

}  // namespace motlan

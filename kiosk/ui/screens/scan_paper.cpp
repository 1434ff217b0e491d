#include <array>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/other_way.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// A scanner with its lid open and a sheet lying on the glass.
void draw_scanner(Ui& ui, const Rect& box) {
    const Palette& p = ui.colours();
    const int wide = std::min(box.w, box.h * 5 / 3);
    const Rect all = box.centered(wide, wide * 3 / 5);
    const int body_high = all.h * 30 / 100;
    const Rect base{all.x, all.bottom() - body_high, all.w, body_high};
    const auto spot = [&](double x, double y) {
        return Spot{static_cast<float>(all.x + x * all.w), static_cast<float>(all.y + y * all.h)};
    };
    const std::array cover{spot(0.06, 0.60), spot(0.18, 0.03), spot(0.96, 0.03), spot(0.94, 0.60)};
    ui.paint().polygon(cover, p.hairline);
    ui.paint().stroke(cover, static_cast<float>(ui.dp(4)), p.outline, true);
    const std::array glass{spot(0.02, 0.72), spot(0.10, 0.58), spot(0.90, 0.58), spot(0.98, 0.72)};
    ui.paint().polygon(glass, p.note.ground);
    ui.paint().stroke(glass, static_cast<float>(ui.dp(4)), p.outline, true);
    const std::array sheet{spot(0.24, 0.70), spot(0.30, 0.60), spot(0.72, 0.60), spot(0.78, 0.70)};
    ui.paint().polygon(sheet, p.surface);
    ui.paint().stroke(sheet, static_cast<float>(ui.dp(4)), p.primary, true);
    ui.paint().fill(base, p.surface, ui.dp(16));
    ui.paint().outline(base, p.outline, ui.dp(16), ui.dp(4));
    ui.paint().fill({base.x + ui.dp(32), base.y + base.h / 2 - ui.dp(5), base.w / 3, ui.dp(10)},
                    p.hairline, ui.dp(5));
    ui.paint().fill(
        {base.right() - ui.dp(72), base.y + base.h / 2 - ui.dp(12), ui.dp(24), ui.dp(24)},
        p.ok.line, ui.dp(12));
    const float x = spot(0.51, 0).x;
    const std::array arrow{Spot{x, spot(0, 0.24).y}, Spot{x, spot(0, 0.50).y}};
    const auto tip = static_cast<float>(ui.dp(28));
    const std::array head{Spot{x - tip, spot(0, 0.50).y - tip}, arrow[1],
                          Spot{x + tip, spot(0, 0.50).y - tip}};
    ui.paint().stroke(arrow, static_cast<float>(ui.dp(10)), p.accent);
    ui.paint().stroke(head, static_cast<float>(ui.dp(10)), p.accent);
}

void draw_progress(Ui& ui, const Rect& box, const ScanPaper& screen) {
    const bool is_checking = screen.stage == ScanStage::Checking;
    const Phrase words =
        is_checking ? ui.text(Text::ScanChecking)
                    : ui.text(Text::ScanWorking, {{"percent", std::to_string(screen.percent)}});
    Column column(box.inset(0, box.h / 4));
    draw_bar(ui, column, is_checking ? 100 : screen.percent, words);
    column.skip(ui.dp(16));
    text(ui, column, ui.text(Text::ScanKeepStill), {.ink = ui.colours().ink_soft});
}

/// What went wrong, what to lay down and how; while it is scanned, only what is scanned.
void add_advice(Ui& ui, Pieces& pieces, const ScanPaper& screen, const Item& item) {
    if (screen.fault) {
        pieces.notice({.id = "scan.fault",
                       .tone = remedy(*screen.fault) == Remedy::TryAgain ? Tone::Warn : Tone::Error,
                       .words = ui.text(fault_text(*screen.fault)),
                       .small_code = support_words(ui, *screen.fault)});
        pieces.skip(ui.dp(24));
    }
    TextStyle label = subheading();
    label.id = "scan.paper";
    pieces.text(ui.words(item.label), label);
    if (screen.stage != ScanStage::LayPaper) return;
    if (const auto* paper = std::get_if<Paper>(&item.otherwise))
        pieces.text(ui.words(paper->how), {.id = "scan.how"});
    pieces.skip(ui.dp(12));
    pieces.text(ui.text(screen.may_scan ? Text::ScanLay : Text::ScanFull), strong());
    if (screen.pages == 0) return;
    pieces.skip(ui.dp(20));
    const Phrase count = ui.text(Text::ScanPages, {{"count", std::to_string(screen.pages)}});
    pieces.show(badge_height(ui, count, pieces.width()),
                [&ui, count](const Rect& box) { badge(ui, box, {.words = count}); });
}

/// The ways on besides scanning, at the end of the box, which becomes smaller.
std::optional<Event> draw_ways(Ui& ui, Rect& box, const ScanPaper& screen) {
    std::optional<Event> event;
    if (screen.stage != ScanStage::LayPaper) return event;
    const ButtonSpec enough{
        .id = "scan.enough", .label = ui.text(Text::ScanEnough), .icon = Icon::Check};
    if (screen.pages > 0 && button(ui, take_end(ui, box, enough), enough)) event = Proceeded{};
    if (const auto other = other_way(ui, screen.visit, screen.item)) {
        if (button(ui, take_end(ui, box, *other), *other)) event = OtherWayWished{screen.item};
    }
    return event;
}

/// The picture where there is room for one to be understood.
void draw_picture(Ui& ui, const Rect& box, const ScanPaper& screen) {
    if (screen.stage != ScanStage::LayPaper) return draw_progress(ui, box, screen);
    const Rect place = box.centered(std::min(box.w, ui.dp(900)), std::min(box.h, ui.dp(620)));
    if (place.h >= ui.dp(200)) draw_scanner(ui, place);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ScanPaper& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    if (item == nullptr) return std::nullopt;
    const bool is_waiting = screen.stage == ScanStage::LayPaper;
    const Phrase scan = ui.text(Text::ScanStart);
    const Frame frame = draw_frame(ui, {.step = VisitStep::Scan,
                                        .title = ui.text(Text::ScanTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = is_waiting ? scan : Phrase{},
                                        .next_icon = Icon::Scanner,
                                        .is_next_enabled = screen.may_scan});
    const Sides sides = split(ui, frame.content, 50);
    const bool is_wide = !sides.side.is_empty();
    Rect words = is_wide ? sides.side : sides.main;
    auto way = draw_ways(ui, words, screen);
    Pieces pieces(ui, words.w);
    add_advice(ui, pieces, screen, *item);
    pieces.draw(words, "scan.advice");
    const int used = pieces.height() + ui.dp(32);
    const Rect below{words.x, words.y + used, words.w, words.h - used - ui.dp(16)};
    draw_picture(ui, is_wide ? sides.main : shown_place(ui, below), screen);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return ScanWished{};
    return way;
}

}  // namespace motlan

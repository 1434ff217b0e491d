#include <array>
#include <string>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/page_words.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/other_way.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/viewfinder.h"
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

/// Nothing is being scanned: the person has the word.
bool is_open(const ScanPaper& screen) {
    return screen.stage == ScanStage::LayPaper || screen.stage == ScanStage::Watching;
}

/// Where this kiosk wants the paper.
Text laying_words(const Ui& ui) {
    if (ui.office().has_document_camera) return Text::ScanLayCamera;
    return ui.office().has_feeder ? Text::ScanLayFeeder : Text::ScanLay;
}

/// What went wrong, what to lay down and how; while it is scanned, only what is scanned.
void add_advice(Ui& ui, Pieces& pieces, const ScanPaper& screen, const Item& item) {
    if (screen.fault) {
        pieces.notice({.id = "scan.fault",
                       .tone = remedy(*screen.fault) == Remedy::TryAgain ? Tone::Warn : Tone::Error,
                       .words = scan_fault_words(ui, *screen.fault),
                       .small_code = support_words(ui, *screen.fault)});
        pieces.skip(ui.dp(24));
    }
    TextStyle label = subheading();
    label.id = "scan.paper";
    pieces.text(ui.words(item.label), label);
    if (!is_open(screen)) return;
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
    if (!is_open(screen)) return event;
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

/// What a document camera sees, and what to do now.
void draw_desk(Ui& ui, const Rect& box, const ScanPaper& screen) {
    const auto hint = find_text("paper_hint." + std::string(name(screen.hint)));
    const bool is_watching = screen.stage == ScanStage::Watching;
    const Phrase words = is_watching && hint ? ui.text(*hint) : Phrase{};
    Rect band = box;
    if (!words.is_empty()) {
        band.h = badge_height(ui, words, box.w);
        const bool is_good = screen.hint >= PaperHint::Settling;
        badge(ui, band,
              {.tone = is_good ? Tone::Ok : Tone::Note, .words = words, .id = "scan.hint"});
    }
    const Rect place{box.x, band.bottom() + ui.dp(12), box.w,
                     box.bottom() - band.bottom() - ui.dp(12)};
    if (!screen.sight || place.h < ui.dp(120)) return;
    const Rect seen = fitted_box(place, screen.sight->width, screen.sight->height);
    ui.add({.id = "scan.sight",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::ScanSight),
            .rect = seen,
            .privacy = Privacy::Masked});
    ui.paint().picture(seen, screen.sight, 0, ui.ground());
    ui.paint().outline(seen, ui.colours().outline, 0, ui.dp(4));
}

/// The picture where there is room for one to be understood.
void draw_picture(Ui& ui, const Rect& box, const ScanPaper& screen) {
    if (!is_open(screen)) return draw_progress(ui, box, screen);
    if (ui.office().has_document_camera) return draw_desk(ui, box, screen);
    const Rect place = box.centered(std::min(box.w, ui.dp(900)), std::min(box.h, ui.dp(620)));
    if (place.h >= ui.dp(200)) draw_scanner(ui, place);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ScanPaper& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    if (item == nullptr) return std::nullopt;
    const bool is_waiting = screen.stage == ScanStage::LayPaper;
    const Phrase scan =
        ui.text(ui.office().has_document_camera ? Text::ScanCameraAgain : Text::ScanStart);
    const Frame frame = draw_frame(ui, {.step = VisitStep::Scan,
                                        .title = ui.text(Text::ScanTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = is_waiting ? scan : Phrase{},
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
    draw_picture(ui, is_wide ? picture : shown_place(ui, below), screen);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return ScanWished{};
    return way;
}

}  // namespace motlan

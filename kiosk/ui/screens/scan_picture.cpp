#include "kiosk/ui/screens/scan_picture.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/ui/page_words.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/viewfinder.h"

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

void draw_progress(Ui& ui, const Rect& box, const ScanLook& scan) {
    const bool is_checking = scan.stage == ScanStage::Checking;
    const Phrase words =
        is_checking ? ui.text(Text::ScanChecking)
                    : ui.text(Text::ScanWorking, {{"percent", std::to_string(scan.percent)}});
    Column column(box.inset(0, box.h / 4));
    draw_bar(ui, column, is_checking ? 100 : scan.percent, words);
    column.skip(ui.dp(16));
    text(ui, column, ui.text(Text::ScanKeepStill), {.ink = ui.colours().ink_soft});
}

/// What a document camera sees, and what to do now.
void draw_desk(Ui& ui, const Rect& box, const ScanLook& scan) {
    const auto hint = find_text("paper_hint." + std::string(name(scan.hint)));
    const bool is_watching = scan.stage == ScanStage::Watching;
    const Phrase words = is_watching && hint ? ui.text(*hint) : Phrase{};
    Rect band = box;
    if (!words.is_empty()) {
        band.h = badge_height(ui, words, box.w);
        const bool is_good = scan.hint >= PaperHint::Settling;
        badge(ui, band,
              {.tone = is_good ? Tone::Ok : Tone::Note, .words = words, .id = "scan.hint"});
    }
    const Rect place{box.x, band.bottom() + ui.dp(12), box.w,
                     box.bottom() - band.bottom() - ui.dp(12)};
    if (!scan.sight || place.h < ui.dp(120)) return;
    const Rect seen = fitted_box(place, scan.sight->width, scan.sight->height);
    ui.add({.id = "scan.sight",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::ScanSight),
            .rect = seen,
            .privacy = Privacy::Masked});
    ui.paint().picture(seen, scan.sight, 0, ui.ground());
    ui.paint().outline(seen, ui.colours().outline, 0, ui.dp(4));
}

}  // namespace

Text laying_words(const Ui& ui) {
    if (ui.office().has_document_camera) return Text::ScanLayCamera;
    return ui.office().has_feeder ? Text::ScanLayFeeder : Text::ScanLay;
}

Phrase taking_words(const Ui& ui, const ScanLook& scan) {
    const bool is_seen = scan.stage == ScanStage::Watching && scan.sight;
    if (scan.stage != ScanStage::LayPaper && !is_seen) return {};
    return ui.text(ui.office().has_document_camera ? Text::ScanCameraAgain : Text::ScanStart);
}

void add_scan_fault(Ui& ui, Pieces& pieces, const std::optional<Fault>& fault) {
    if (!fault) return;
    pieces.notice({.id = "scan.fault",
                   .tone = remedy(*fault) == Remedy::TryAgain ? Tone::Warn : Tone::Error,
                   .words = scan_fault_words(ui, *fault),
                   .small_code = support_words(ui, *fault)});
    pieces.skip(ui.dp(24));
}

void draw_scan(Ui& ui, const Rect& box, const ScanLook& scan) {
    if (!is_waiting(scan.stage)) return draw_progress(ui, box, scan);
    if (ui.office().has_document_camera) return draw_desk(ui, box, scan);
    const Rect place = box.centered(std::min(box.w, ui.dp(900)), std::min(box.h, ui.dp(620)));
    if (place.h >= ui.dp(200)) draw_scanner(ui, place);
}

}  // namespace motlan

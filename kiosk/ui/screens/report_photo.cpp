#include "kiosk/ui/screens/page_look.h"
#include "kiosk/ui/screens/scan_picture.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"

namespace motlan {
namespace {

/// What to lay down and how, and that a paper may say who somebody is.
void add_advice(Ui& ui, Pieces& pieces, const ReportPhoto& screen) {
    add_scan_fault(ui, pieces, screen.fault);
    pieces.text(ui.text(Text::ReportPhotoLay), subheading());
    if (!is_waiting(screen.stage)) return;
    pieces.skip(ui.dp(12));
    pieces.text(ui.text(laying_words(ui)), strong());
    pieces.skip(ui.dp(12));
    pieces.text(ui.text(Text::ReportPhotoName), body());
}

std::optional<Event> draw_laying(Ui& ui, const ReportPhoto& screen) {
    const ScanLook scan{screen.stage, screen.percent, screen.sight, screen.hint};
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::ReportPhotoTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = taking_words(ui, scan),
                                        .next_icon = Icon::Scanner});
    const Sides sides = split(ui, frame.content, 50);
    const bool is_wide = !sides.side.is_empty();
    const Rect words = is_wide ? sides.side : sides.main;
    Pieces pieces(ui, words.w);
    add_advice(ui, pieces, screen);
    pieces.draw(words, "photo.advice");
    const int used = pieces.height() + ui.dp(32);
    const Rect below{words.x, words.y + used, words.w, words.h - used - ui.dp(16)};
    draw_scan(ui, is_wide ? sides.main : shown_place(ui, below), scan);
    if (frame.went_back) return WentBack{};
    return frame.proceeded ? std::optional<Event>(ScanWished{}) : std::nullopt;
}

std::optional<Event> draw_looking(Ui& ui, const Page& page) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::ReportPhotoLook),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::ReportPhotoUse),
                                        .next_icon = Icon::Check});
    const ButtonSpec again{
        .id = "page.redo", .label = ui.text(Text::ReportPhotoRedo), .icon = Icon::Retry};
    const ButtonSpec drop{
        .id = "page.drop", .label = ui.text(Text::ReportPhotoDrop), .icon = Icon::Cross};
    Buttons doing{drop};
    if (ui.surroundings().ability.takes_papers) doing.insert(doing.begin(), again);
    auto event = draw_look(
        ui, frame.content,
        {.page = page, .doing = std::move(doing), .advice = [&](Pieces& pieces, Detail detail) {
             add_verdict(ui, pieces, page, detail);
             if (page.doubts.empty()) pieces.text(ui.text(Text::ReportPhotoName), body());
         }});
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReportPhoto& screen) {
    return screen.page ? draw_looking(ui, *screen.page) : draw_laying(ui, screen);
}

}  // namespace motlan

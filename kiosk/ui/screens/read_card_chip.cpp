#include <array>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// A card that comes down flat upon the reader.
void draw_reader(Ui& ui, const Rect& box) {
    const Palette& p = ui.colours();
    const int wide = std::min(box.w, box.h * 3 / 2);
    const Rect all = box.centered(wide, wide * 2 / 3);
    const auto spot = [&](double x, double y) {
        return Spot{static_cast<float>(all.x + x * all.w), static_cast<float>(all.y + y * all.h)};
    };
    const auto line = static_cast<float>(ui.dp(4));
    const std::array plate{spot(0.02, 0.95), spot(0.16, 0.60), spot(0.84, 0.60), spot(0.98, 0.95)};
    ui.paint().polygon(plate, p.note.ground);
    ui.paint().stroke(plate, line, p.outline, true);
    const std::array card{spot(0.18, 0.42), spot(0.28, 0.12), spot(0.80, 0.12), spot(0.84, 0.42)};
    ui.paint().polygon(card, p.surface);
    ui.paint().stroke(card, line, p.primary, true);
    const std::array chip{spot(0.34, 0.28), spot(0.36, 0.20), spot(0.45, 0.20), spot(0.44, 0.28)};
    ui.paint().polygon(chip, p.accent);
    const std::array arrow{spot(0.51, 0.48), spot(0.51, 0.74)};
    const auto tip = static_cast<float>(ui.dp(28));
    const std::array head{Spot{arrow[1].x - tip, arrow[1].y - tip}, arrow[1],
                          Spot{arrow[1].x + tip, arrow[1].y - tip}};
    ui.paint().stroke(arrow, static_cast<float>(ui.dp(10)), p.accent);
    ui.paint().stroke(head, static_cast<float>(ui.dp(10)), p.accent);
}

/// What went wrong, what to do, and why it is worth it.
void add_advice(Ui& ui, Pieces& pieces, const ReadCardChip& screen) {
    if (screen.fault) {
        pieces.notice({.id = "chip.fault",
                       .tone = remedy(*screen.fault) == Remedy::TryAgain ? Tone::Warn : Tone::Error,
                       .words = ui.text(fault_text(*screen.fault)),
                       .small_code = support_words(ui, *screen.fault)});
        pieces.skip(ui.dp(24));
    }
    if (!screen.percent) {
        pieces.text(ui.text(Text::ChipWait), strong());
        pieces.skip(ui.dp(12));
    }
    pieces.text(ui.text(Text::ChipWhy), body());
    pieces.skip(ui.dp(12));
    pieces.text(ui.text(Text::ChipPrivacy), caption(ui));
}

void draw_picture(Ui& ui, const Rect& box, const ReadCardChip& screen) {
    if (screen.percent) {
        Column column(box.inset(0, box.h / 4));
        return draw_bar(ui, column, *screen.percent, ui.text(Text::ChipReading));
    }
    const Rect place = box.centered(std::min(box.w, ui.dp(900)), std::min(box.h, ui.dp(620)));
    if (place.h >= ui.dp(200)) draw_reader(ui, place);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReadCardChip& screen) {
    const Phrase again = ui.text(Text::ChipAgain);
    const Frame frame = draw_frame(ui, {.step = VisitStep::Identify,
                                        .title = ui.text(Text::ChipTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = screen.is_waiting() ? Phrase{} : again,
                                        .next_icon = Icon::Retry});
    const Sides sides = split(ui, frame.content, 50);
    const bool is_wide = !sides.side.is_empty();
    Rect words = is_wide ? sides.side : sides.main;
    const ButtonSpec skip{.id = "chip.skip", .label = ui.text(Text::ChipSkip)};
    const bool is_skipped = button(ui, take_end(ui, words, skip), skip);
    Pieces pieces(ui, words.w);
    add_advice(ui, pieces, screen);
    pieces.draw(words, "chip.advice");
    const int used = pieces.height() + ui.dp(32);
    draw_picture(
        ui,
        is_wide ? sides.main : Rect{words.x, words.y + used, words.w, words.h - used - ui.dp(16)},
        screen);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return is_skipped ? std::optional<Event>(Refused{}) : std::nullopt;
}

}  // namespace motlan

// What is alone on the screen: 25 points to touch, colours to look at, six keys to press, and a
// screen that is wiped.
// The edge around a page would hide points near it, and a bar would be touched by mistake.
#include <array>
#include <cmath>

#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/widgets.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

/// A pixel that stays dark is seen on white, one that stays lit on black, a part of one on its
/// colour.
constexpr std::array<Colour, 5> kFields{Colour::hex(0xFFFFFF), Colour::hex(0x000000),
                                        Colour::hex(0xFF0000), Colour::hex(0x00FF00),
                                        Colour::hex(0x0000FF)};
static_assert(kFields.size() + 2 == kScreenFields);
/// Half of a mark: 8 mm.
constexpr int kMark = 32;

Point place_of(const Ui& ui, const CareMachine& machine, std::size_t number) {
    const TouchTry point = touch_point(machine, number);
    const auto pixel = [](double millimetres, double all_millimetres, int all_pixels) {
        return static_cast<int>(std::lround(millimetres / all_millimetres * all_pixels));
    };
    return {ui.area().x + pixel(point.wanted_x, machine.width_mm, ui.area().w),
            ui.area().y + pixel(point.wanted_y, machine.height_mm, ui.area().h)};
}

/// A ring, a dot in its middle, and nothing else that could be aimed at.
void draw_mark(Ui& ui, Point middle) {
    const Palette& p = ui.colours();
    const int half = ui.dp(kMark);
    const Rect box{middle.x - half, middle.y - half, 2 * half, 2 * half};
    ui.paint().fill(box, p.surface, half);
    ui.paint().outline(box, p.primary, half, ui.dp(6));
    ui.paint().disc({static_cast<float>(middle.x), static_cast<float>(middle.y)},
                    static_cast<float>(ui.dp(8)), p.primary);
    ui.add({.id = "frame.touch_point",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::CareTouchTitle),
            .rect = box});
}

void draw_done(Ui& ui, Point middle) {
    ui.paint().disc({static_cast<float>(middle.x), static_cast<float>(middle.y)},
                    static_cast<float>(ui.dp(8)), ui.colours().ok.line);
}

/// The room between two rows of points: 10, 30, 50, 70 and 90 percent of the height.
Rect band(const Ui& ui, int middle_percent) {
    const Rect& all = ui.area();
    const Rect content = zones_of(ui).content;
    const int high = all.h / 5 - 2 * ui.dp(kMark) - ui.dp(8);
    return {content.x, all.y + all.h * middle_percent / 100 - high / 2, content.w, high};
}

std::string count_of(std::size_t count) { return std::to_string(count); }

/// A title and a few words in the middle of the screen; what is left below them.
Rect draw_centered(Ui& ui, const Phrase& title, const Phrase& words) {
    const Rect content = zones_of(ui).content;
    const Rect& all = ui.area();
    Column column({content.x, all.y + ui.dp(120), content.w, all.h - 2 * ui.dp(120)});
    text(ui, column, title,
         {.role = TextRole::Heading1, .weight = Weight::Bold, .align = Align::Center});
    column.skip(ui.dp(24));
    text(ui, column, words, {.role = TextRole::Heading2, .align = Align::Center});
    column.skip(ui.dp(40));
    return column.rest();
}

void draw_key(Ui& ui, const Rect& box, const CareDesk& desk, FocusKey key) {
    const std::string which(name(key));
    const bool is_pressed = desk.trial.keys.contains(which);
    const Tint& colours = tint(ui, is_pressed ? Tone::Ok : Tone::Still);
    ui.paint().fill(box, colours.ground, ui.dp(20));
    ui.paint().outline(box, colours.line, ui.dp(20), ui.dp(is_pressed ? 6 : 3));
    const GroundScope ground(ui, colours.ground);
    const int side = ui.dp(48);
    if (is_pressed)
        draw_icon(ui, Icon::Check, {box.x + ui.dp(16), box.center().y - side / 2, side, side},
                  colours.line);
    const auto words = find_text("care.key." + which);
    text(ui, box.inset(ui.dp(72), ui.dp(8)), ui.text(words.value_or(Text::CareKeysTitle)),
         {.role = TextRole::Body,
          .weight = Weight::Bold,
          .ink = colours.ink,
          .align = Align::Center,
          .is_middle = true});
}

/// From black to white in equal steps, with nothing between them that would help to tell them
/// apart.
void draw_greys(Ui& ui) {
    const Rect& all = ui.area();
    for (int step = 0; step < kGreySteps; ++step) {
        const auto level = static_cast<std::uint8_t>(255 * step / (kGreySteps - 1));
        const int top = all.h * step / kGreySteps;
        ui.paint().fill({all.x, all.y + top, all.w, all.h * (step + 1) / kGreySteps - top},
                        {level, level, level, 255});
    }
}

}  // namespace

std::optional<CareEvent> draw_touch_trial(Ui& ui, const CareDesk& desk) {
    const std::size_t done = desk.trial.touches.size();
    for (std::size_t n = 0; n < done; ++n) draw_done(ui, place_of(ui, desk.machine, n));
    Column words(band(ui, 40));
    text(ui, words, ui.text(Text::CareTouchTitle),
         {.role = TextRole::Button, .weight = Weight::Bold, .align = Align::Center});
    text(ui, words, ui.text(Text::CareTouchCount, {{"count", count_of(done)}}),
         {.role = TextRole::Caption, .align = Align::Center});
    const Rect place = band(ui, 80);
    const bool is_stopped =
        button(ui, place.centered(ui.dp(360), std::min(place.h, ui.dp(112))),
               {.id = "touch.stop", .label = ui.text(Text::CareTouchStop), .icon = Icon::Cross});
    if (done < kTouchPoints) draw_mark(ui, place_of(ui, desk.machine, done));
    return is_stopped ? std::optional<CareEvent>(TrialStopped{}) : std::nullopt;
}

void draw_colour_trial(Ui& ui, const CareDesk& desk) {
    const std::size_t seen = desk.trial.fields;
    if (seen == 0) {
        draw_centered(ui, ui.text(Text::CareColoursTitle), ui.text(Text::CareColoursWords));
        return;
    }
    if (seen <= kFields.size()) ui.paint().fill(ui.area(), kFields.at(seen - 1));
    if (seen > kFields.size()) draw_greys(ui);
    ui.add({.id = "frame.colour",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::CareColoursTitle),
            .rect = ui.area()});
}

void draw_key_trial(Ui& ui, const CareDesk& desk) {
    constexpr std::array kOrder{FocusKey::Up,    FocusKey::Left, FocusKey::Choose,
                                FocusKey::Right, FocusKey::Down, FocusKey::Again};
    const Rect rest =
        draw_centered(ui, ui.text(Text::CareKeysTitle),
                      ui.text(Text::CareKeysCount, {{"count", count_of(desk.trial.keys.size())}}));
    Column column(rest);
    const int columns = ui.theme().is_portrait() ? 2 : 3;
    const int high = std::max(ui.dp(120), ui.theme().line_height(TextRole::Body) + ui.dp(48));
    for (std::size_t first = 0; first < kOrder.size(); first += static_cast<std::size_t>(columns)) {
        const Row row(column.take(high), columns, ui.dp(24));
        column.skip(ui.dp(24));
        for (int i = 0; i < columns; ++i)
            draw_key(ui, row.at(i), desk, kOrder.at(first + static_cast<std::size_t>(i)));
    }
    column.skip(ui.dp(16));
    text(ui, column, ui.text(Text::CareKeysStop), {.align = Align::Center});
}

void draw_wiping(Ui& ui, const CareDesk& desk) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(desk.wiped - desk.steady);
    const Rect rest =
        draw_centered(ui, ui.text(Text::CareCleanTitle), ui.text(Text::CareCleanWords));
    Column column(rest);
    text(ui, column, ui.text(Text::CareCleanLeft, {{"seconds", std::to_string(left.count())}}),
         {.role = TextRole::Display, .weight = Weight::Bold, .align = Align::Center});
}

}  // namespace motlan

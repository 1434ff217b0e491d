#include "kiosk/ui/widgets/frame.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/action_bar.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/help_banner.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

constexpr int kSteps = 6;

Text step_text(int step) {
    constexpr auto kTexts = std::to_array(
        {Text::Step1, Text::Step2, Text::Step3, Text::Step4, Text::Step5, Text::Step6});
    return kTexts.at(static_cast<std::size_t>(step - 1));
}

void draw_clock(Ui& ui, const Rect& box, Align align) {
    TextStyle style = strong();
    style.align = align;
    style.is_middle = true;
    style.id = "frame.clock";
    text(ui, box, plain(clock_text(ui.surroundings().now)), style);
}

void draw_name(Ui& ui, const Rect& box) {
    TextStyle style{
        .role = TextRole::Caption, .weight = Weight::Bold, .is_middle = true, .id = "frame.center"};
    text(ui, box, plain(ui.office().center_name), style);
}

void draw_segments(Ui& ui, const Rect& box, int now) {
    const Palette& p = ui.colours();
    const Row row(box, kSteps, ui.dp(8));
    for (int i = 1; i <= kSteps; ++i) {
        const Rect segment = row.at(i - 1);
        ui.paint().fill(segment, i <= now ? p.primary : p.surface, box.h / 2);
        if (i > now) ui.paint().outline(segment, p.outline, box.h / 2, ui.dp(2));
    }
}

/// "Bước 3/6 · Kiểm tra tin" and six segments behind it.
void draw_step_line(Ui& ui, const Rect& box, VisitStep step) {
    const int now = std::to_underlying(step);
    const Palette& p = ui.colours();
    const Phrase words = ui.text(
        Text::FrameStep, {{"step", std::to_string(now)}, {"name", ui.text(step_text(now)).shown}});
    const TextStyle style{.role = TextRole::Caption,
                          .weight = Weight::Bold,
                          .ink = p.primary,
                          .is_middle = true,
                          .id = "frame.step"};
    const Font font = ui.theme().font(style.role, style.weight);
    const int said = text_width(ui.typeface(), font, words.shown);
    text(ui, {box.x, box.y, said, box.h}, words, style);
    const int wide = std::min(ui.dp(412), box.w - said - ui.dp(24));
    draw_segments(ui, {box.right() - wide, box.y + (box.h - ui.dp(12)) / 2, wide, ui.dp(12)}, now);
}

void draw_header(Ui& ui, const Rect& header, VisitStep step) {
    const Palette& p = ui.colours();
    ui.paint().fill(header, p.surface);
    ui.paint().fill({header.x, header.bottom() - ui.dp(2), header.w, ui.dp(2)}, p.hairline);
    const GroundScope ground(ui, p.surface);
    const int margin = ui.dp(64);
    const int line = ui.theme().line_height(TextRole::Caption);
    const Rect inner = header.inset(margin, 0);
    const int lines = step == VisitStep::None ? 1 : 2;
    const int name_high = ui.theme().size() == TextSize::Normal ? ui.dp(64) : 2 * line;
    const int top = header.y + (header.h - name_high - (lines - 1) * line) / 2;
    draw_lotus(ui, {inner.x - ui.dp(8), top, ui.dp(72), name_high});
    const int clock = ui.dp(110) * ui.theme().font(TextRole::Body, Weight::Bold).em / ui.dp(29);
    draw_name(ui, {inner.x + ui.dp(80), top, inner.w - ui.dp(96) - clock, name_high});
    draw_clock(ui, {inner.right() - clock, top, clock, name_high}, Align::Right);
    if (lines == 2) draw_step_line(ui, {inner.x, top + name_high, inner.w, line}, step);
}

struct RailStep {
    int number;
    int now;
};

void draw_rail_step(Ui& ui, const Rect& row, const RailStep& step) {
    const Palette& p = ui.colours();
    const bool is_now = step.number == step.now;
    const bool is_past = step.number < step.now;
    if (is_now) ui.paint().fill(row, p.note.ground, ui.dp(16));
    const GroundScope ground(ui, is_now ? p.note.ground : p.surface);
    const int side = ui.dp(44);
    const Rect mark{row.x + ui.dp(12), row.y + (row.h - side) / 2, side, side};
    if (is_now || is_past)
        ui.paint().fill(mark, p.primary, side / 2);
    else
        ui.paint().outline(mark, p.outline, side / 2, ui.dp(2));
    if (is_past) draw_icon(ui, Icon::Check, mark.inset(ui.dp(9)), p.on_primary);
    const TextStyle number{.role = TextRole::Caption,
                           .weight = Weight::Bold,
                           .ink = is_now ? p.on_primary : p.ink_soft,
                           .align = Align::Center,
                           .is_middle = true};
    if (!is_past) set_text(ui, mark.inset(-ui.dp(4)), std::to_string(step.number), number);
    TextStyle name{.role = TextRole::Caption,
                   .weight = is_now ? Weight::Bold : Weight::Regular,
                   .ink = is_now ? p.note.ink : p.ink_soft,
                   .is_middle = true};
    text(ui, {mark.right() + ui.dp(14), row.y, row.right() - mark.right() - ui.dp(18), row.h},
         ui.text(step_text(step.number)), name);
}

/// Where letters are large the rail has room for the present step only.
void draw_short_steps(Ui& ui, Column& column, VisitStep step) {
    const int now = std::to_underlying(step);
    const TextStyle style{.role = TextRole::Caption,
                          .weight = Weight::Bold,
                          .ink = ui.colours().primary,
                          .id = "frame.step"};
    text(ui, column,
         ui.text(Text::FrameStep,
                 {{"step", std::to_string(now)}, {"name", ui.text(step_text(now)).shown}}),
         style);
    column.skip(ui.dp(12));
    draw_segments(ui, column.take(ui.dp(12)), now);
}

void draw_rail(Ui& ui, const Rect& rail, VisitStep step) {
    const Palette& p = ui.colours();
    ui.paint().fill(rail, p.surface);
    ui.paint().fill(ui.for_hand({rail.right() - ui.dp(2), rail.y, ui.dp(2), rail.h}, rail),
                    p.hairline);
    const GroundScope ground(ui, p.surface);
    Column column(rail.inset(ui.dp(20), ui.dp(20)));
    const Rect top = column.take(ui.dp(72));
    draw_lotus(ui, {top.x - ui.dp(4), top.y, ui.dp(84), top.h});
    draw_clock(ui, top, Align::Right);
    column.skip(ui.dp(4));
    const Phrase name = plain(ui.office().center_name);
    const TextStyle bold{.role = TextRole::Caption, .weight = Weight::Bold};
    draw_name(ui, column.take(text_height(ui, name, bold, column.width())));
    column.skip(ui.dp(18));
    if (step == VisitStep::None) return;
    if (ui.theme().size() != TextSize::Normal) return draw_short_steps(ui, column, step);
    const int high = std::max(ui.dp(62), ui.theme().line_height(TextRole::Caption));
    for (int i = 1; i <= kSteps; ++i) {
        draw_rail_step(ui, column.take(high), {i, std::to_underlying(step)});
    }
}

ActionSpec actions_of(const FrameSpec& spec) {
    return {.back = spec.back,
            .next = spec.next,
            .next_icon = spec.next_icon,
            .is_next_enabled = spec.is_next_enabled,
            .why_not = spec.why_not};
}

/// Why the primary action is not enabled, to whoever has touched it: above it, or where hands are
/// low, where things are only looked at.
void tell_why_not(Ui& ui, const FrameSpec& spec, Rect& content, Column& looked_at) {
    if (spec.is_next_enabled || !ui.is_explained("action.next") || spec.why_not.is_empty()) return;
    const BadgeSpec why{
        .tone = Tone::Warn, .words = spec.why_not, .id = "action.why", .is_news = true};
    const int high = badge_height(ui, spec.why_not, content.w);
    if (ui.is_low()) {
        badge(ui, looked_at.take(high), why);
        return looked_at.skip(ui.dp(8));
    }
    badge(ui, {content.x, content.bottom() - high, content.w, high}, why);
    content.h -= high + ui.dp(12);
}

/// Says that the link is down; in a few words where keys need the room.
void draw_offline(Ui& ui, Column& column, const FrameSpec& spec) {
    if (!ui.surroundings().is_offline) return;
    const bool is_low = !ui.theme().is_portrait() && ui.theme().size() != TextSize::Normal;
    if (spec.needs_room || is_low) {
        const Phrase words = ui.text(Text::FrameOfflineShort);
        badge(ui, column.take(badge_height(ui, words, column.width())),
              {.tone = Tone::Warn, .words = words, .is_news = true});
        return column.skip(ui.dp(8));
    }
    notice(ui, column,
           {.id = "frame.offline",
            .tone = Tone::Warn,
            .words = spec.offline.is_empty() ? ui.text(Text::FrameOffline) : spec.offline,
            .icon = Icon::Offline});
    column.skip(ui.dp(24));
}

/// Low panels have no room for the largest letters above their content, least of all above keys.
TextStyle title_style(const Ui& ui, const FrameSpec& spec, int width) {
    const bool is_low = !ui.theme().is_portrait() && ui.theme().size() != TextSize::Normal;
    TextStyle style = is_low ? subheading() : heading();
    const int line = ui.theme().line_height(style.role);
    if (is_low && spec.needs_room && text_height(ui, spec.title, style, width) > line)
        style.role = TextRole::Button;
    if (spec.title.key.empty()) style.id = "frame.title";
    // Low, it stands in the upper half and may fill it.
    const Zones zones = zones_of(ui);
    const int room = ui.is_low() ? zones.display.h * 9 / 10 : zones.content.h * 3 / 10;
    style.most_lines = lines_in(ui, style.role, room);
    return style;
}

}  // namespace

Frame draw_frame(Ui& ui, const FrameSpec& spec) {
    const Zones zones = zones_of(ui);
    if (ui.is_helped()) draw_help_banner(ui, zones.header);
    if (!ui.is_helped())
        (ui.theme().is_portrait() ? draw_header : draw_rail)(ui, zones.header, spec.step);
    const bool has_actions = !spec.back.is_empty() || !spec.next.is_empty();
    const ActionSpec actions = actions_of(spec);
    const ActionPlaces places = lay_actions(ui, zones.action.inset(ui.dp(64), 0), actions);
    Rect content = zones.content;
    content.h = has_actions ? std::min(content.h, places.next.y - ui.dp(24) - content.y)
                            : zones.action.bottom() - ui.dp(20) - content.y;
    Column column(ui.is_low() ? zones.display : content);
    draw_offline(ui, column, spec);
    text(ui, column, spec.title, title_style(ui, spec, column.width()));
    if (!spec.title.is_empty()) column.skip(ui.dp(24));
    Rect rest = ui.is_low() ? content : column.rest();
    tell_why_not(ui, spec, rest, column);
    if (ui.is_low()) ui.set_display(column.rest());
    const ActionsTaken taken = draw_actions(ui, places, actions);
    return {rest, taken.went_back, taken.proceeded};
}

Sides split(const Ui& ui, const Rect& content, int main_percent) {
    if (ui.theme().is_portrait()) return {content, {}};
    const int gap = ui.dp(40);
    const int share = ui.theme().size() == TextSize::Normal ? main_percent : 50;
    const auto [x, y, w, h] = content;
    const int main = (w - gap) * share / 100;
    return {{x, y, main, h}, {x + main + gap, y, w - main - gap, h}};
}

Sides split_words(const Ui& ui, const Rect& content, int main_percent) {
    const bool is_narrow = ui.theme().size() != TextSize::Normal;
    return is_narrow ? Sides{content, {}} : split(ui, content, main_percent);
}

}  // namespace motlan

#include "kiosk/ui/widgets/field.h"

#include "kiosk/ui/paint.h"
#include "kiosk/ui/readable.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/shown.h"

namespace motlan {
namespace {

TextStyle value_style() { return {.role = TextRole::Heading2, .weight = Weight::Bold}; }

/// The last `lines` lines of the value, so that the caret is always seen.
std::vector<TextLine> last_lines(const Ui& ui, std::string_view value, int width, int lines) {
    const Font font = ui.theme().font(TextRole::Heading2, Weight::Bold);
    std::vector<TextLine> all = lay_out(ui.typeface(), font, value, width);
    const auto most = static_cast<std::size_t>(lines);
    if (all.size() > most) all.erase(all.begin(), all.end() - lines);
    return all;
}

std::string written(const FieldSpec& spec) {
    switch (spec.grouping) {
        case Grouping::None: return spec.value;
        case Grouping::Threes: return in_threes(spec.value);
        case Grouping::Thousands: return in_thousands(spec.value);
    }
    return spec.value;
}

void draw_value(Ui& ui, const Rect& box, const FieldSpec& spec, int lines) {
    const Palette& p = ui.colours();
    const int line_height = ui.theme().line_height(TextRole::Heading2);
    const std::string value = readable(written(spec));
    const auto shown = last_lines(ui, value, box.w, lines);
    Node node{.id = spec.id,
              .role = NodeRole::Field,
              .label = spec.label,
              .value = sayable(readable(spec.value)),
              .rect = box,
              .privacy = spec.privacy};
    int y = box.y;
    for (const TextLine& line : shown) {
        node.setting = set_text(ui, {box.x, y, box.w, line_height}, line.text, value_style());
        y += line_height;
    }
    const int end = box.x + (shown.empty() ? 0 : shown.back().width) + ui.dp(4);
    const int top = box.y + std::max(0, static_cast<int>(shown.size()) - 1) * line_height;
    ui.paint().fill({end, top + line_height / 6, ui.dp(4), line_height * 2 / 3}, p.primary);
    if (spec.value.empty()) {
        TextStyle hint{.ink = p.ink_soft, .id = spec.id + ".hint"};
        const int room = box.w - ui.dp(20);
        if (text_height(ui, spec.hint, hint, room) > box.h) hint.role = TextRole::Caption;
        const bool fits = text_height(ui, spec.hint, hint, room) <= box.h;
        if (fits) text(ui, {box.x + ui.dp(20), box.y, room, box.h}, spec.hint, hint);
    }
    ui.add(std::move(node));
}

int frame_height(const Ui& ui, int lines) {
    return lines * ui.theme().line_height(TextRole::Heading2) + 2 * ui.dp(20);
}

}  // namespace

std::string in_threes(std::string_view digits) {
    std::string grouped;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 3 == 0) grouped += "\u00a0";
        grouped += digits[i];
    }
    return grouped;
}

std::string in_thousands(std::string_view digits) {
    std::string grouped(digits);
    for (auto at = std::ssize(grouped) - 3; at > 0; at -= 3)
        grouped.insert(static_cast<std::size_t>(at), ".");
    return grouped;
}

void field(Ui& ui, Column& column, const FieldSpec& spec, int lines) {
    const Palette& p = ui.colours();
    if (spec.has_label) {
        const int high = text_height(ui, spec.label, strong(), column.width());
        text(ui, take_shown(ui, column, high), spec.label, strong());
        skip_shown(ui, column, ui.dp(12));
    }
    const Rect box = take_shown(ui, column, frame_height(ui, lines));
    ui.paint().fill(box, p.surface, ui.dp(16));
    ui.paint().outline(box, p.primary, ui.dp(16), ui.dp(4));
    const GroundScope ground(ui, p.surface);
    draw_value(ui, box.inset(ui.dp(24), ui.dp(20)), spec, lines);
}

std::optional<std::int64_t> counter(Ui& ui, Column& column, const CounterSpec& spec) {
    const Rect box = column.take(ui.dp(200));
    const int wide = std::min(ui.dp(280), (box.w - ui.dp(48)) / 3);
    const Palette& p = ui.colours();
    std::optional<std::int64_t> chosen;
    if (button(ui, {box.x, box.y, wide, box.h},
               {.id = spec.id + ".less",
                .label = ui.text(Text::QuestionLess),
                .icon = Icon::Minus,
                .is_enabled = spec.value > spec.least,
                .why_not = ui.text(Text::WhyNotLeast)})) {
        chosen = spec.value - 1;
    }
    const Rect middle{box.x + wide + ui.dp(24), box.y, box.w - 2 * (wide + ui.dp(24)), box.h};
    draw_card(ui, middle);
    const GroundScope ground(ui, p.surface);
    const std::string words = std::to_string(spec.value) + "\u00a0" + spec.unit.shown;
    const Font large = ui.theme().font(TextRole::Display, Weight::Bold);
    const bool fits = text_width(ui.typeface(), large, words) <= middle.w - ui.dp(16);
    const TextStyle number{.role = fits ? TextRole::Display : TextRole::Heading2,
                           .weight = Weight::Bold,
                           .align = Align::Center,
                           .is_middle = true,
                           .id = spec.id,
                           .heard_as = NodeRole::Status};
    text(ui, middle, plain(words), number);
    if (button(ui, {box.right() - wide, box.y, wide, box.h},
               {.id = spec.id + ".more",
                .label = ui.text(Text::QuestionMore),
                .icon = Icon::Plus,
                .is_enabled = spec.value < spec.most,
                .why_not = ui.text(Text::WhyNotMost)})) {
        chosen = spec.value + 1;
    }
    column.skip(ui.dp(20));
    const GroundScope below(ui, p.background);
    TextStyle limits{.ink = p.ink_soft, .align = Align::Center};
    text(ui, column, spec.limits, limits);
    return chosen;
}

}  // namespace motlan

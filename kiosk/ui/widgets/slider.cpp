#include "kiosk/ui/widgets/slider.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/text.h"

namespace motlan {
namespace {

// Quarter millimetres.
constexpr int kLeastHeight = 96;
constexpr int kLeastButton = 112;
constexpr int kGap = 24;
constexpr int kLine = 20;
constexpr int kMark = 48;

/// Where its parts are.
struct Parts {
    Rect less;
    Rect middle;
    Rect more;
};

ButtonSpec end_button(const Ui& ui, const SliderSpec& spec, bool is_more) {
    Phrase label = ui.text(is_more ? Text::SliderMore : Text::SliderLess);
    // Two buttons of several sliders say the same; whoever hears them has to know of which.
    label.spoken = spec.label.spoken + ": " + label.spoken;
    return {.id = spec.id + (is_more ? ".more" : ".less"),
            .label = std::move(label),
            .is_enabled = spec.is_enabled && (is_more ? spec.step < spec.last : spec.step > 0)};
}

int end_width(const Ui& ui, const SliderSpec& spec) {
    return std::max({ui.dp(kLeastButton), button_width(ui, end_button(ui, spec, false)),
                     button_width(ui, end_button(ui, spec, true))});
}

Parts parts_of(const Ui& ui, const Rect& box, const SliderSpec& spec) {
    const int end = end_width(ui, spec);
    const int gap = ui.dp(kGap);
    return {.less = {box.x, box.y, end, box.h},
            .middle = {box.x + end + gap, box.y, box.w - 2 * (end + gap), box.h},
            .more = {box.right() - end, box.y, end, box.h}};
}

std::string words_of(const SliderSpec& spec) { return spec.label.shown + ": " + spec.value.shown; }

TextStyle words_style(const Ui& ui, const SliderSpec& spec) {
    const Palette& p = ui.colours();
    return {.weight = Weight::Bold,
            .ink = spec.is_enabled ? p.ink : p.ink_soft,
            .align = Align::Center};
}

int words_height(const Ui& ui, const SliderSpec& spec, int width) {
    return text_height(ui, plain(words_of(spec)), words_style(ui, spec), width);
}

/// The way of the mark's middle, from end to end.
Rect way_of(const Ui& ui, const Rect& middle) {
    const int high = ui.dp(kMark);
    return {middle.x + high / 2, middle.bottom() - high - ui.dp(8), middle.w - high, high};
}

void draw_line(Ui& ui, const Rect& way, const SliderSpec& spec) {
    const Palette& p = ui.colours();
    const int high = ui.dp(kLine);
    const int mark = ui.dp(kMark);
    const Rect line = way.inset(-high / 2, (way.h - high) / 2);
    const int done = way.w * spec.step / spec.last;
    const Colour colour = !spec.is_enabled         ? p.disabled_ink
                          : ui.is_pressed(spec.id) ? p.primary_pressed
                                                   : p.primary;
    ui.paint().fill(line, p.surface, high / 2);
    ui.paint().fill({line.x, line.y, done + high / 2, line.h}, colour, high / 2);
    ui.paint().outline(line, p.outline, high / 2, ui.dp(3));
    const Rect spot{way.x + done - mark / 2, way.y, mark, mark};
    ui.paint().fill(spot, colour, mark / 2);
    ui.paint().outline(spot, p.surface, mark / 2, ui.dp(4));
    ui.paint().outline(spot, colour, mark / 2, ui.dp(2));
}

/// The step under a finger; the next one for a key.
int chosen_step(const Ui& ui, const Rect& way, const SliderSpec& spec) {
    const auto& at = ui.moment().at;
    if (!at) return spec.step < spec.last ? spec.step + 1 : 0;
    const double share = static_cast<double>(at->x - way.x) / std::max(way.w, 1);
    return std::clamp(static_cast<int>(std::lround(share * spec.last)), 0, spec.last);
}

}  // namespace

std::optional<int> slider(Ui& ui, const Rect& box, const SliderSpec& spec) {
    const Parts parts = parts_of(ui, box, spec);
    const Rect way = way_of(ui, parts.middle);
    std::optional<int> step;
    if (button(ui, parts.less, end_button(ui, spec, false))) step = spec.step - 1;
    Node node{.id = spec.id,
              .role = NodeRole::Slider,
              .label = spec.label,
              .value = spec.value.spoken,
              .rect = parts.middle,
              .is_touchable = true,
              .is_enabled = spec.is_enabled};
    const Rect words{parts.middle.x, parts.middle.y, parts.middle.w, way.y - parts.middle.y};
    node.setting = set_text(ui, words, words_of(spec), words_style(ui, spec));
    draw_line(ui, way, spec);
    if (ui.add(std::move(node))) step = chosen_step(ui, way, spec);
    if (button(ui, parts.more, end_button(ui, spec, true))) step = spec.step + 1;
    return step;
}

int slider_height(const Ui& ui, const SliderSpec& spec, int width) {
    const int middle = width - 2 * (end_width(ui, spec) + ui.dp(kGap));
    const int lines = words_height(ui, spec, middle) + ui.dp(kMark + 16);
    return std::max(ui.dp(kLeastHeight), lines);
}

}  // namespace motlan

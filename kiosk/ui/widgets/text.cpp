#include "kiosk/ui/widgets/text.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"

namespace motlan {
namespace {

int start_of(const Rect& box, int width, Align align) {
    switch (align) {
        case Align::Left: return box.x;
        case Align::Center: return box.x + (box.w - width) / 2;
        case Align::Right: return box.right() - width;
    }
    return box.x;
}

/// Base line of a line whose box begins at `top`: the letters' middle on the line's middle.
int base_line(int top, int line_height, Font font) {
    const int capital = font.em * 714 / 1000;
    return top + (line_height + capital) / 2;
}

}  // namespace

TextStyle heading() { return {.role = TextRole::Heading1, .weight = Weight::Bold}; }
TextStyle subheading() { return {.role = TextRole::Heading2, .weight = Weight::Bold}; }
TextStyle body() { return {}; }
TextStyle strong() { return {.weight = Weight::Bold}; }
TextStyle caption(const Ui& ui) {
    return {.role = TextRole::Caption, .ink = ui.colours().ink_soft};
}

int lines_in(const Ui& ui, TextRole role, int height) {
    return std::max(1, height / ui.theme().line_height(role));
}

int text_height(const Ui& ui, const Phrase& phrase, const TextStyle& style, int width) {
    const Font font = ui.theme().font(style.role, style.weight);
    const auto lines = std::ssize(lay_out(ui.typeface(), font, phrase.shown, width));
    const auto shown = std::min<std::ptrdiff_t>(lines, style.most_lines);
    return static_cast<int>(shown) * ui.theme().line_height(style.role);
}

Setting set_text(Ui& ui, const Rect& box, std::string_view words, const TextStyle& style) {
    const Font font = ui.theme().font(style.role, style.weight);
    const int line_height = ui.theme().line_height(style.role);
    const bool is_heading = style.role >= TextRole::Heading2;
    const auto all = is_heading ? lay_out_balanced(ui.typeface(), font, words, box.w)
                                : lay_out(ui.typeface(), font, words, box.w);
    const auto lines =
        first_lines(ui.typeface(), font, all, {lines_in(ui, style.role, box.h), box.w});
    const int height = static_cast<int>(lines.size()) * line_height;
    Setting setting{.extent = {},
                    .cap_mm = ui.theme().cap_mm(style.role),
                    .ink = style.ink.value_or(ui.colours().ink),
                    .ground = ui.ground(),
                    .is_cut = height > box.h,
                    .is_shortened = lines.back().goes_on};
    int top = box.y + (style.is_middle ? (box.h - height) / 2 : 0);
    for (const TextLine& line : lines) {
        const Rect place{start_of(box, line.width, style.align), top, line.width, line_height};
        setting.is_cut = setting.is_cut || line.width > box.w;
        setting.extent = setting.extent.joined(place);
        const std::string shown = std::string(line.text) + (line.goes_on ? "…" : "");
        ui.paint().text({place.x, base_line(top, line_height, font)}, shown, font, setting.ink);
        top += line_height;
    }
    return setting;
}

void text(Ui& ui, const Rect& box, const Phrase& phrase, const TextStyle& style) {
    if (phrase.is_empty()) return;
    const bool is_heading = style.role >= TextRole::Heading2;
    Node node{.id = style.id.empty() ? std::string(phrase.key) : style.id,
              .role = style.heard_as.value_or(is_heading ? NodeRole::Heading : NodeRole::Text),
              .label = phrase,
              .news = style.news,
              .rect = box,
              .privacy = style.privacy};
    node.setting = set_text(ui, box, phrase.shown, style);
    ui.add(std::move(node));
}

void text(Ui& ui, Column& column, const Phrase& phrase, const TextStyle& style) {
    if (phrase.is_empty()) return;
    text(ui, column.take(text_height(ui, phrase, style, column.width())), phrase, style);
}

}  // namespace motlan

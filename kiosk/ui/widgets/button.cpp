#include "kiosk/ui/widgets/button.h"

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"

namespace motlan {
namespace {

/// Of a button's label; what a row says may stand in it.
constexpr int kMostLines = 4;

struct Look {
    Colour ground;
    Colour ink;
    Colour border;
    int border_dp = 0;
    bool is_raised = false;
};

Look resting(const Palette& p, ButtonKind kind) {
    switch (kind) {
        case ButtonKind::Primary: return {p.primary, p.on_primary, p.primary, 0, true};
        case ButtonKind::Secondary: return {p.surface, p.primary, p.primary, 3, false};
        case ButtonKind::Quiet:
            return {p.note.ground, p.note.ink, p.note.line, p.has_shadows ? 0 : 2, false};
        case ButtonKind::Danger: return {p.surface, p.error.ink, p.error.line, 3, false};
        case ButtonKind::Accent: return {p.accent, p.on_accent, p.accent, 0, false};
    }
    return {};
}

Look look_of(const Ui& ui, const ButtonSpec& spec) {
    const Palette& p = ui.colours();
    if (!spec.is_enabled)
        return {p.disabled_ground, p.disabled_ink, p.outline, p.has_shadows ? 0 : 2, false};
    const Look look = resting(p, spec.kind);
    if (!ui.is_pressed(spec.id)) return look;
    if (spec.kind == ButtonKind::Primary)
        return {p.primary_pressed, p.on_primary, p.primary_pressed, 0, false};
    return {look.ink, look.ground == look.ink ? p.surface : look.ground, look.border,
            look.border_dp, false};
}

TextStyle label_style(const ButtonSpec& spec, Colour ink) {
    return {.role = spec.role,
            .weight = Weight::Bold,
            .ink = ink,
            .align = Align::Center,
            .is_middle = true};
}

int icon_side(const Ui& ui, const ButtonSpec& spec) {
    if (spec.icon == Icon::None) return 0;
    return ui.theme().font(spec.role, Weight::Bold).em * 11 / 10;
}

/// The label's lines in a button of that width, and what the icon takes beside them.
struct Group {
    std::vector<TextLine> lines;
    int side = 0;
    int gap = 0;
};

Group group_of(const Ui& ui, const ButtonSpec& spec, int width, int side) {
    const int gap = side > 0 ? ui.dp(14) : 0;
    const Font font = ui.theme().font(spec.role, Weight::Bold);
    const int room = width - 2 * ui.dp(16) - side - gap;
    return {lay_out(ui.typeface(), font, spec.label.shown, room), side, gap};
}

/// Where the words would need one line more beside the icon, it gives way.
Group fitting_group(const Ui& ui, const ButtonSpec& spec, int width) {
    Group with = group_of(ui, spec, width, icon_side(ui, spec));
    Group without = group_of(ui, spec, width, 0);
    return without.lines.size() < with.lines.size() ? without : with;
}

/// Icon and words as one group in the middle of the button.
Setting set_group(Ui& ui, const Rect& box, const ButtonSpec& spec, Colour ink) {
    const auto [lines, side, gap] = fitting_group(ui, spec, box.w);
    int wide = 0;
    for (const TextLine& line : lines) wide = std::max(wide, line.width);
    const int left = box.x + (box.w - side - gap - wide) / 2;
    const int icon_x = spec.is_icon_last ? left + wide + gap : left;
    if (side > 0) draw_icon(ui, spec.icon, {icon_x, box.y, side, box.h}, ink);
    const int words_x = spec.is_icon_last ? left : left + side + gap;
    return set_text(ui, {words_x, box.y, wide, box.h}, spec.label.shown, label_style(spec, ink));
}

/// The icon above the words, for the narrow buttons of the access bar; it gives way to words that
/// need two lines.
Setting set_stack(Ui& ui, const Rect& box, const ButtonSpec& spec, Colour ink) {
    const int words = text_height(ui, spec.label, label_style(spec, ink), box.w - ui.dp(12));
    const int wished = icon_side(ui, spec) * 5 / 4;
    const int side = wished + words <= box.h ? wished : 0;
    const int top = box.y + (box.h - side - words) / 2;
    if (side > 0) draw_icon(ui, spec.icon, {box.x, top, box.w, side}, ink);
    return set_text(ui, {box.x + ui.dp(6), top + side, box.w - ui.dp(12), words}, spec.label.shown,
                    label_style(spec, ink));
}

void draw_ground(Ui& ui, const Rect& box, const Look& look) {
    const int radius = ui.dp(20);
    if (look.is_raised && ui.colours().has_shadows) {
        ui.paint().shadow(box, {radius, ui.dp(20), ui.dp(6), 46});
    }
    ui.paint().fill(box, look.ground, radius);
    if (look.border_dp > 0) ui.paint().outline(box, look.border, radius, ui.dp(look.border_dp));
}

}  // namespace

bool button(Ui& ui, const Rect& box, const ButtonSpec& spec) {
    const Look look = look_of(ui, spec);
    const Rect drawn = ui.is_pressed(spec.id) ? box.moved(0, ui.dp(2)) : box;
    draw_ground(ui, drawn, look);
    const GroundScope ground(ui, look.ground);
    Node node{.id = spec.id,
              .role = NodeRole::Button,
              .label = spec.label,
              .why_not = spec.is_enabled ? Phrase{} : spec.why_not,
              .rect = box,
              .is_touchable = true,
              .is_enabled = spec.is_enabled,
              .is_primary = spec.kind == ButtonKind::Primary,
              .is_for_holding = spec.is_for_holding};
    node.setting = spec.is_stacked ? set_stack(ui, drawn, spec, look.ink)
                                   : set_group(ui, drawn, spec, look.ink);
    node.setting->is_cut = node.setting->is_cut || !drawn.contains(node.setting->extent);
    return ui.add(std::move(node));
}

int button_height(const Ui& ui, const ButtonSpec& spec, int width) {
    const auto lines = std::ssize(fitting_group(ui, spec, width).lines);
    const auto shown = std::min<std::ptrdiff_t>(lines, kMostLines);
    return static_cast<int>(shown) * ui.theme().line_height(spec.role) + ui.dp(28);
}

Rect take_end(const Ui& ui, Rect& box, const ButtonSpec& spec) {
    const int high = std::max(ui.dp(96), button_height(ui, spec, box.w));
    const Rect end{box.x, box.bottom() - high, box.w, high};
    box.h -= high + ui.dp(20);
    return end;
}

int button_width(const Ui& ui, const ButtonSpec& spec) {
    const int side = icon_side(ui, spec);
    return text_width(ui.typeface(), ui.theme().font(spec.role, Weight::Bold), spec.label.shown) +
           side + (side > 0 ? ui.dp(14) : 0) + 2 * ui.dp(28);
}

}  // namespace motlan

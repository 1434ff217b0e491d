#include "kiosk/ui/widgets/button.h"

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"

namespace motlan {
namespace {

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

/// Icon and words as one group in the middle of the button.
Setting set_group(Ui& ui, const Rect& box, const ButtonSpec& spec, Colour ink) {
    const int side = icon_side(ui, spec);
    const int gap = side > 0 ? ui.dp(14) : 0;
    const Font font = ui.theme().font(spec.role, Weight::Bold);
    const int room = box.w - 2 * ui.dp(16) - side - gap;
    int wide = 0;
    for (const TextLine& line : lay_out(ui.typeface(), font, spec.label.shown, room)) {
        wide = std::max(wide, line.width);
    }
    const int left = box.x + (box.w - side - gap - wide) / 2;
    const int icon_x = spec.is_icon_last ? left + wide + gap : left;
    draw_icon(ui, spec.icon, {icon_x, box.y, side, box.h}, ink);
    const int words_x = spec.is_icon_last ? left : left + side + gap;
    return set_text(ui, {words_x, box.y, wide, box.h}, spec.label.shown, label_style(spec, ink));
}

/// The icon above the words, for the narrow buttons of the access bar.
Setting set_stack(Ui& ui, const Rect& box, const ButtonSpec& spec, Colour ink) {
    const int side = icon_side(ui, spec) * 5 / 4;
    const int words = text_height(ui, spec.label, label_style(spec, ink), box.w - ui.dp(12));
    const int top = box.y + (box.h - side - words) / 2;
    draw_icon(ui, spec.icon, {box.x, top, box.w, side}, ink);
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
              .rect = box,
              .is_touchable = true,
              .is_enabled = spec.is_enabled,
              .is_primary = spec.kind == ButtonKind::Primary};
    node.setting = spec.is_stacked ? set_stack(ui, drawn, spec, look.ink)
                                   : set_group(ui, drawn, spec, look.ink);
    node.setting->is_cut = node.setting->is_cut || !drawn.contains(node.setting->extent);
    return ui.add(std::move(node));
}

int button_width(const Ui& ui, const ButtonSpec& spec) {
    const int side = icon_side(ui, spec);
    return text_width(ui.typeface(), ui.theme().font(spec.role, Weight::Bold), spec.label.shown) +
           side + (side > 0 ? ui.dp(14) : 0) + 2 * ui.dp(28);
}

}  // namespace motlan

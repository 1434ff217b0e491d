#include "kiosk/ui/widgets/dialog.h"

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"

namespace motlan {
namespace {

int words_height(const Ui& ui, const DialogSpec& spec, int width) {
    int high = 0;
    for (const Phrase& words : spec.words)
        high += text_height(ui, words, body(), width) + ui.dp(16);
    return high;
}

DialogAnswer draw_buttons(Ui& ui, const Rect& box, const DialogSpec& spec) {
    DialogAnswer answer = DialogAnswer::None;
    const bool is_stacked = box.h > ui.dp(112);
    Rect primary = box;
    if (!spec.other.is_empty()) {
        Rect other = is_stacked ? Rect{box.x, box.bottom() - ui.dp(112), box.w, ui.dp(112)}
                                : ui.for_hand(Row(box, 2, ui.dp(24)).at(0), box);
        primary = is_stacked ? Rect{box.x, box.y, box.w, ui.dp(112)}
                             : ui.for_hand(Row(box, 2, ui.dp(24)).at(1), box);
        if (button(ui, other, {.id = spec.id + ".other", .label = spec.other}))
            answer = DialogAnswer::Other;
    }
    if (button(ui, primary,
               {.id = spec.id + ".primary", .label = spec.primary, .kind = ButtonKind::Primary})) {
        answer = DialogAnswer::Primary;
    }
    return answer;
}

/// In the middle; low where hands are low.
Rect dialog_box(const Ui& ui, int wide, int high) {
    const Rect middle = ui.area().centered(wide, high);
    if (!ui.is_low()) return middle;
    return middle.moved(0, ui.area().bottom() - ui.dp(64) - middle.bottom());
}

}  // namespace

void draw_sheet(Ui& ui, const Rect& box) {
    const Palette& p = ui.colours();
    ui.tree().cover();
    ui.paint().dim({10, 20, 32, 150});
    if (p.has_shadows) ui.paint().shadow(box, {ui.dp(32), ui.dp(48), ui.dp(16), 90});
    ui.paint().fill(box, p.surface, ui.dp(32));
    if (!p.has_shadows) ui.paint().outline(box, p.outline, ui.dp(32), ui.dp(4));
}

DialogAnswer dialog(Ui& ui, const DialogSpec& spec) {
    const Palette& p = ui.colours();
    const int wide = std::min(ui.area().w - 2 * ui.dp(64), ui.dp(952));
    const int inner = wide - 2 * ui.dp(56);
    const bool is_stacked = ui.theme().size() != TextSize::Normal && !spec.other.is_empty();
    const int buttons = is_stacked ? 2 * ui.dp(112) + ui.dp(24) : ui.dp(112);
    const int title = text_height(ui, spec.title, heading(), inner - ui.dp(116));
    const int high = std::max(title, ui.dp(88)) + words_height(ui, spec, inner) + buttons +
                     2 * ui.dp(56) + ui.dp(56);
    const Rect box = dialog_box(ui, wide, high);
    draw_sheet(ui, box);
    const GroundScope ground(ui, p.surface);
    ui.add({.id = spec.id, .role = NodeRole::Dialog, .label = spec.title, .rect = box});
    Column column(box.inset(ui.dp(56)));
    const Rect top = column.take(std::max(title, ui.dp(88)));
    ui.paint().fill({top.x, top.y, ui.dp(88), ui.dp(88)}, p.note.ground, ui.dp(44));
    draw_icon(ui, spec.icon, Rect{top.x, top.y, ui.dp(88), ui.dp(88)}.inset(ui.dp(20)),
              p.note.line);
    TextStyle style = heading();
    style.is_middle = true;
    text(ui, {top.x + ui.dp(116), top.y, top.w - ui.dp(116), top.h}, spec.title, style);
    column.skip(ui.dp(24));
    int number = 0;
    for (const Phrase& words : spec.words) {
        TextStyle sentence = body();
        sentence.id = spec.id + ".words" + std::to_string(number++);
        if (!spec.news.empty()) sentence.heard_as = NodeRole::Status;
        sentence.news = spec.news;
        text(ui, column, words, sentence);
        column.skip(ui.dp(16));
    }
    column.skip(ui.dp(32));
    return draw_buttons(ui, column.take(buttons), spec);
}

}  // namespace motlan

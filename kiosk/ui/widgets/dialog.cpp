#include "kiosk/ui/widgets/dialog.h"

#include <array>

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

/// How many buttons stand below each other: all, where two have no room beside each other.
int stacked(const Ui& ui, const DialogSpec& spec) {
    const int count = 1 + (spec.other.is_empty() ? 0 : 1) + (spec.third.is_empty() ? 0 : 1);
    return count > 2 || ui.theme().size() != TextSize::Normal ? count : 1;
}

int buttons_height(const Ui& ui, const DialogSpec& spec) {
    const int rows = stacked(ui, spec);
    return rows * ui.dp(112) + (rows - 1) * ui.dp(24);
}

DialogAnswer draw_buttons(Ui& ui, const Rect& box, const DialogSpec& spec) {
    struct Way {
        std::string_view id;
        const Phrase& label;
        DialogAnswer answer;
    };
    const std::array<Way, 3> ways{{{".primary", spec.primary, DialogAnswer::Primary},
                                   {".other", spec.other, DialogAnswer::Other},
                                   {".third", spec.third, DialogAnswer::Third}}};
    const bool is_alone = spec.other.is_empty();
    const bool is_stacked = stacked(ui, spec) > 1;
    const Row row(box, 2, ui.dp(24));
    DialogAnswer answer = DialogAnswer::None;
    Rect place{box.x, box.y, box.w, ui.dp(112)};
    for (const Way& way : ways) {
        if (way.label.is_empty()) continue;
        const bool is_primary = way.answer == DialogAnswer::Primary;
        const Rect beside = is_alone ? box : ui.for_hand(row.at(is_primary ? 1 : 0), box);
        if (button(ui, is_stacked ? place : beside,
                   {.id = spec.id + std::string(way.id),
                    .label = way.label,
                    .kind = is_primary ? ButtonKind::Primary : ButtonKind::Secondary}))
            answer = way.answer;
        place = place.moved(0, ui.dp(112) + ui.dp(24));
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
    // Three buttons below each other leave a low panel little height for words.
    const int most = ui.dp(spec.third.is_empty() ? 952 : 1400);
    const int wide = std::min(ui.area().w - 2 * ui.dp(64), most);
    const int inner = wide - 2 * ui.dp(56);
    const int buttons = buttons_height(ui, spec);
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
        sentence.privacy = spec.privacy;
        text(ui, column, words, sentence);
        column.skip(ui.dp(16));
    }
    column.skip(ui.dp(32));
    return draw_buttons(ui, column.take(buttons), spec);
}

}  // namespace motlan

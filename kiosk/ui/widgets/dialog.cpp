#include "kiosk/ui/widgets/dialog.h"

#include <algorithm>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

/// What somebody has written is shown in part where it has no room, and heard whole.
constexpr int kMostLinesOfOthers = 6;

TextStyle words_style(const DialogSpec& spec) {
    TextStyle style = body();
    if (!spec.news.empty()) style.heard_as = NodeRole::Status;
    style.news = spec.news;
    style.privacy = spec.privacy;
    if (spec.privacy != Privacy::Public) style.most_lines = kMostLinesOfOthers;
    return style;
}

int words_height(const Ui& ui, const DialogSpec& spec, int width) {
    int high = 0;
    for (const Phrase& words : spec.words)
        high += text_height(ui, words, words_style(spec), width) + ui.dp(16);
    return high;
}

struct DialogButton {
    Phrase label;
    std::string id;
    DialogAnswer answer = DialogAnswer::None;
};

/// The safe one first.
std::vector<DialogButton> buttons_of(const DialogSpec& spec) {
    std::vector<DialogButton> buttons{{spec.primary, spec.id + ".primary", DialogAnswer::Primary}};
    if (!spec.third.is_empty())
        buttons.push_back({spec.third, spec.id + ".third", DialogAnswer::Third});
    if (!spec.other.is_empty())
        buttons.push_back({spec.other, spec.id + ".other", DialogAnswer::Other});
    return buttons;
}

/// Two stand side by side where letters are small; more, and larger ones, below each other.
bool are_stacked(const Ui& ui, std::size_t count) {
    return count > 2 || (count == 2 && ui.theme().size() != TextSize::Normal);
}

int buttons_height(const Ui& ui, std::size_t count) {
    const int rows = are_stacked(ui, count) ? static_cast<int>(count) : 1;
    return rows * ui.dp(112) + (rows - 1) * ui.dp(24);
}

/// The place of a button: beside the other, the safe one is the nearer to the hand.
Rect button_box(const Ui& ui, const Rect& box, std::size_t place, std::size_t count) {
    if (are_stacked(ui, count)) {
        const int y = box.y + static_cast<int>(place) * (ui.dp(112) + ui.dp(24));
        return {box.x, y, box.w, ui.dp(112)};
    }
    if (count == 1) return box;
    return ui.for_hand(Row(box, 2, ui.dp(24)).at(place == 0 ? 1 : 0), box);
}

DialogAnswer draw_buttons(Ui& ui, const Rect& box, const DialogSpec& spec) {
    DialogAnswer answer = DialogAnswer::None;
    const auto buttons = buttons_of(spec);
    // The last one first: the keys come to the safe one last.
    for (std::size_t place = buttons.size(); place-- > 0;) {
        const DialogButton& each = buttons[place];
        const auto kind = place == 0 ? ButtonKind::Primary : ButtonKind::Secondary;
        if (button(ui, button_box(ui, box, place, buttons.size()),
                   {.id = each.id, .label = each.label, .kind = kind}))
            answer = each.answer;
    }
    return answer;
}

/// What it may cover: where it is wide, all of the width beside the rail.
Rect dialog_room(const Ui& ui, bool is_wide) {
    const Rect& all = ui.area();
    if (!is_wide) return {all.x + ui.dp(64), all.y, all.w - 2 * ui.dp(64), all.h};
    const Rect content = zones_of(ui).content;
    return {content.x, all.y, content.w, all.h};
}

/// How it is laid out.
struct Plan {
    Rect room;
    int wide = 0;
    int inner = 0;  ///< width of its words
    int title = 0;
    int buttons = 0;
    int high = 0;
};

Plan plan_of(const Ui& ui, const DialogSpec& spec, bool is_wide) {
    Plan plan{.room = dialog_room(ui, is_wide)};
    plan.wide = std::min(plan.room.w, ui.dp(is_wide ? 1400 : 952));
    plan.inner = plan.wide - 2 * ui.dp(56);
    plan.title =
        std::max(ui.dp(88), text_height(ui, spec.title, heading(), plan.inner - ui.dp(116)));
    plan.buttons = buttons_height(ui, buttons_of(spec).size());
    plan.high =
        plan.title + words_height(ui, spec, plan.inner) + plan.buttons + 2 * ui.dp(56) + ui.dp(56);
    return plan;
}

bool fits(const Ui& ui, const Plan& plan) { return plan.high <= ui.area().h - 2 * ui.dp(16); }

/// Three buttons below each other leave a low panel little height for words, and so do many words:
/// then it is wide.
Plan plan_of(const Ui& ui, const DialogSpec& spec) {
    const Plan narrow = plan_of(ui, spec, false);
    return spec.third.is_empty() && fits(ui, narrow) ? narrow : plan_of(ui, spec, true);
}

/// With as much of what may be added as has room; the rest is heard behind the last words.
DialogSpec with_more(const Ui& ui, const DialogSpec& spec) {
    DialogSpec longer = spec;
    bool is_full = false;
    for (const Phrase& words : spec.more) {
        longer.words.push_back(words);
        is_full = is_full || !fits(ui, plan_of(ui, longer));
        if (!is_full) continue;
        longer.words.pop_back();
        longer.words.back().spoken += " " + words.spoken;
    }
    return longer;
}

/// In the middle; low where hands are low.
Rect dialog_box(const Ui& ui, const Rect& room, int wide, int high) {
    const Rect middle = room.centered(wide, high);
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

DialogAnswer dialog(Ui& ui, const DialogSpec& wished) {
    const Palette& p = ui.colours();
    const DialogSpec spec = with_more(ui, wished);
    const Plan plan = plan_of(ui, spec);
    const Rect box = dialog_box(ui, plan.room, plan.wide, plan.high);
    draw_sheet(ui, box);
    const GroundScope ground(ui, p.surface);
    ui.add({.id = spec.id, .role = NodeRole::Dialog, .label = spec.title, .rect = box});
    Column column(box.inset(ui.dp(56)));
    const Rect top = column.take(plan.title);
    ui.paint().fill({top.x, top.y, ui.dp(88), ui.dp(88)}, p.note.ground, ui.dp(44));
    draw_icon(ui, spec.icon, Rect{top.x, top.y, ui.dp(88), ui.dp(88)}.inset(ui.dp(20)),
              p.note.line);
    TextStyle style = heading();
    style.is_middle = true;
    text(ui, {top.x + ui.dp(116), top.y, top.w - ui.dp(116), top.h}, spec.title, style);
    column.skip(ui.dp(24));
    int number = 0;
    for (const Phrase& words : spec.words) {
        TextStyle sentence = words_style(spec);
        sentence.id = spec.id + ".words" + std::to_string(number++);
        text(ui, column, words, sentence);
        column.skip(ui.dp(16));
    }
    column.skip(ui.dp(32));
    return draw_buttons(ui, column.take(plan.buttons), spec);
}

}  // namespace motlan

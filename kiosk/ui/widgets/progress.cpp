#include "kiosk/ui/widgets/progress.h"

#include <algorithm>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/card.h"

namespace motlan {
namespace {

void draw_mark(Ui& ui, const Rect& box, StageState state) {
    const Palette& p = ui.colours();
    switch (state) {
        case StageState::Done: return draw_icon(ui, Icon::CheckRound, box, p.ok.line);
        case StageState::Missing: return draw_icon(ui, Icon::Attention, box, p.warn.line);
        case StageState::Running:
            ui.paint().fill(box, p.note.ground, box.w / 2);
            return draw_icon(ui, Icon::Clock, box, p.primary);
        case StageState::Next:
            return ui.paint().outline(box.inset(ui.dp(3)), p.outline, box.w / 2, ui.dp(3));
    }
}

Colour note_ink(const Palette& p, StageState state) {
    switch (state) {
        case StageState::Done: return p.ok.ink;
        case StageState::Missing: return p.warn.ink;
        case StageState::Running: return p.primary;
        case StageState::Next: return p.ink_soft;
    }
    return p.ink;
}

int stage_height(const Ui& ui, const Stage& stage, int room) {
    return std::max(ui.dp(72), text_height(ui, stage.label, subheading(), room) +
                                   text_height(ui, stage.note, body(), room)) +
           2 * ui.dp(ui.theme().size() == TextSize::Normal ? 28 : 20);
}

void draw_stage(Ui& ui, const Rect& box, const Stage& stage) {
    const int side = ui.dp(72);
    draw_mark(ui, {box.x + ui.dp(32), box.center().y - side / 2, side, side}, stage.state);
    const int x = box.x + ui.dp(32) + side + ui.dp(28);
    const int room = box.right() - ui.dp(32) - x;
    const int high = text_height(ui, stage.label, subheading(), room) +
                     text_height(ui, stage.note, body(), room);
    Column column({x, box.center().y - high / 2, room, high});
    TextStyle label = subheading();
    label.id = stage.id;
    text(ui, column, stage.label, label);
    text(ui, column, stage.note,
         {.ink = note_ink(ui.colours(), stage.state),
          .id = stage.id + ".state",
          .heard_as = NodeRole::Status});
}

}  // namespace

void add_stages(Ui& ui, Pieces& pieces, const std::vector<Stage>& stages) {
    const int room = pieces.width() - ui.dp(32 + 72 + 28 + 32);
    for (const Stage& stage : stages) {
        pieces.add_row(stage_height(ui, stage, room),
                       [&ui, stage](const Rect& box) { draw_stage(ui, box, stage); });
    }
}

void draw_bar(Ui& ui, Column& column, int percent, const Phrase& words) {
    const Palette& p = ui.colours();
    const int high = ui.dp(28);
    TextStyle style = subheading();
    style.id = "progress.words";
    style.heard_as = NodeRole::Text;
    text(ui, column, words, style);
    column.skip(ui.dp(16));
    const Rect track = column.take(high);
    ui.paint().fill(track, p.surface, high / 2);
    ui.paint().outline(track, p.outline, high / 2, ui.dp(2));
    const int done = std::max(high, track.w * std::clamp(percent, 0, 100) / 100);
    ui.paint().fill({track.x, track.y, done, high}, p.primary, high / 2);
    ui.add({.id = "progress",
            .role = NodeRole::Progress,
            .label = words,
            .value = std::to_string(percent),
            .rect = track});
}

}  // namespace motlan

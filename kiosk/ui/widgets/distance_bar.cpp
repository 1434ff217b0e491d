#include "kiosk/ui/widgets/distance_bar.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/icon.h"
#include "kiosk/ui/widgets/text.h"

namespace motlan {
namespace {

// Quarter millimetres.
constexpr int kLine = 20;
constexpr int kGood = 56;
constexpr int kMark = 64;
constexpr int kGap = 20;
constexpr int kLeastTrack = 260;

TextStyle word_style(Align align) {
    return {.weight = Weight::Bold, .align = align, .is_middle = true};
}

int word_width(const Ui& ui, Text word) {
    const Font font = ui.theme().font(TextRole::Body, Weight::Bold);
    return text_width(ui.typeface(), font, ui.text(word).shown);
}

/// The line from end to end, and the box on it where a code can be read.
void draw_track(Ui& ui, const Rect& track) {
    const Palette& p = ui.colours();
    const int high = ui.dp(kLine);
    const Rect line = track.centered(track.w, high);
    ui.paint().fill(line, p.still.ground, high / 2);
    ui.paint().outline(line, p.outline, high / 2, ui.dp(3));
    const int mark = ui.dp(kMark);
    const int left = distance_mark(track, mark, {CardDistance::kNearest}).center().x;
    const int right = distance_mark(track, mark, {CardDistance::kFarthest}).center().x;
    const Rect good{left, track.center().y - ui.dp(kGood) / 2, right - left, ui.dp(kGood)};
    ui.paint().fill(good, p.ok.ground, ui.dp(12));
    ui.paint().outline(good, p.ok.line, ui.dp(12), ui.dp(5));
}

/// A tick where it is right, else an arrow to there.
void draw_mark(Ui& ui, const Rect& box, CardDistance distance) {
    const bool is_near = distance.percent < CardDistance::kNearest;
    const Tint& colours = tint(ui, distance.is_good() ? Tone::Ok : Tone::Warn);
    ui.paint().fill(box, colours.line, box.h / 2);
    ui.paint().outline(box, colours.ground, box.h / 2, ui.dp(3));
    const Icon off = is_near ? Icon::ArrowRight : Icon::ArrowLeft;
    draw_icon(ui, distance.is_good() ? Icon::Check : off, box.inset(box.h / 5), colours.ground);
}

}  // namespace

Rect distance_mark(const Rect& track, int side, CardDistance distance) {
    const int way = track.w - side;
    return {track.x + way * std::clamp(distance.percent, 0, 100) / 100, track.center().y - side / 2,
            side, side};
}

int distance_bar_width(const Ui& ui) {
    return word_width(ui, Text::CardNear) + word_width(ui, Text::CardFar) +
           ui.dp(2 * kGap + kLeastTrack);
}

int distance_bar_height(const Ui& ui) {
    return std::max(ui.dp(kMark), ui.theme().line_height(TextRole::Body));
}

void distance_bar(Ui& ui, const Rect& box, std::optional<CardDistance> distance) {
    const int near = word_width(ui, Text::CardNear);
    const int far = word_width(ui, Text::CardFar);
    Node node{.id = "card.distance",
              .role = NodeRole::Illustration,
              .label = ui.text(Text::CardDistance),
              .rect = box};
    node.setting = set_text(ui, {box.x, box.y, near, box.h}, ui.text(Text::CardNear).shown,
                            word_style(Align::Left));
    set_text(ui, {box.right() - far, box.y, far, box.h}, ui.text(Text::CardFar).shown,
             word_style(Align::Right));
    ui.add(std::move(node));
    const int gap = ui.dp(kGap);
    const Rect track{box.x + near + gap, box.y, box.w - near - far - 2 * gap, box.h};
    draw_track(ui, track);
    if (distance) draw_mark(ui, distance_mark(track, ui.dp(kMark), *distance), *distance);
}

}  // namespace motlan

#include "kiosk/ui/widgets/block.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/widgets/long_text.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

constexpr int kPad = 24;
constexpr int kSide = 32;
constexpr int kMark = 56;

}  // namespace

Block::Block(Ui& ui, int width, Tone tone, Icon mark)
    : ui_(ui), width_(width), tone_(tone), mark_(mark) {}

int Block::front() const { return ui_.dp(mark_ == Icon::None ? kSide : kSide + kMark + 24); }

int Block::room() const { return width_ - front() - ui_.dp(kSide); }

void Block::text(const Phrase& phrase, TextStyle style) {
    if (phrase.is_empty()) return;
    const PartSize size{room(), part_room(ui_)};
    for (const auto& [words, own, high] : parts_of(ui_, phrase, std::move(style), size)) {
        parts_.push_back({high, [this_ui = &ui_, words, own](const Rect& box) {
                              motlan::text(*this_ui, box, words, own);
                          }});
    }
}

void Block::line(const Phrase& phrase, const TextStyle& style) {
    const Font font = ui_.theme().font(style.role, style.weight);
    Phrase words = phrase;
    words.shown = shortened(ui_.typeface(), font, phrase.shown, room());
    text(words, style);
}

void Block::badge(const BadgeSpec& spec) {
    parts_.push_back(
        {badge_height(ui_, spec.words, room()),
         [this_ui = &ui_, spec](const Rect& box) { motlan::badge(*this_ui, box, spec); }});
}

void Block::draw_mark(const Rect& box) const {
    if (mark_ == Icon::None) return;
    const int side = ui_.dp(kMark);
    draw_icon(ui_, mark_, {box.x + ui_.dp(kSide), box.y + ui_.dp(kPad), side, side},
              tint(ui_, tone_).line);
}

void Block::add_row(Pieces& pieces, std::size_t first, std::size_t end, RowKind kind) {
    std::vector<Part> parts(parts_.begin() + static_cast<std::ptrdiff_t>(first),
                            parts_.begin() + static_cast<std::ptrdiff_t>(end));
    const bool is_first = first == 0;
    const int above = is_first ? ui_.dp(kPad) : 0;
    int high = above + (end == parts_.size() ? ui_.dp(kPad) : 0);
    for (const Part& part : parts) high += part.height;
    if (is_first && mark_ != Icon::None) high = std::max(high, ui_.dp(kMark + 2 * kPad));
    pieces.add_row(
        high,
        [block = Block(ui_, width_, tone_, mark_), parts, above, is_first](const Rect& box) {
            if (is_first) block.draw_mark(box);
            int y = box.y + above;
            for (const Part& part : parts) {
                part.draw({box.x + block.front(), y, block.room(), part.height});
                y += part.height;
            }
        },
        kind);
}

void Block::add_to(Pieces& pieces, RowKind kind) {
    for (std::size_t first = 0; first < parts_.size();) {
        std::size_t end = first + 1;
        int high = parts_[first].height;
        while (end < parts_.size() && high + parts_[end].height <= part_room(ui_)) {
            high += parts_[end].height;
            ++end;
        }
        add_row(pieces, first, end, first == 0 ? kind : RowKind::Other);
        first = end;
    }
}

}  // namespace motlan

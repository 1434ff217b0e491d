#include "kiosk/ui/widgets/block.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/text_layout.h"

namespace motlan {
namespace {

constexpr int kPad = 24;
constexpr int kSide = 32;
constexpr int kMark = 56;

/// The words of these lines, as they stand in the text that was laid out.
std::string joined(const std::vector<TextLine>& lines, std::size_t first, std::size_t end) {
    const std::string_view last = lines[end - 1].text;
    return {lines[first].text.data(), last.data() + last.size()};
}

}  // namespace

Block::Block(Ui& ui, int width, Tone tone, Icon mark)
    : ui_(ui), width_(width), tone_(tone), mark_(mark) {}

/// Height of what stays together: less than the lowest page has room for.
int Block::longest() const { return ui_.area().h / 5; }

int Block::front() const { return ui_.dp(mark_ == Icon::None ? kSide : kSide + kMark + 24); }

int Block::room() const { return width_ - front() - ui_.dp(kSide); }

void Block::text(const Phrase& phrase, TextStyle style) {
    if (phrase.is_empty()) return;
    if (style.id.empty()) style.id = phrase.key;
    const Font font = ui_.theme().font(style.role, style.weight);
    const int line = ui_.theme().line_height(style.role);
    const auto lines = lay_out(ui_.typeface(), font, phrase.shown, room());
    const auto most = static_cast<std::size_t>(std::max(1, longest() / line));
    for (std::size_t first = 0; first < lines.size(); first += most) {
        const std::size_t end = std::min(lines.size(), first + most);
        TextStyle part = style;
        if (first > 0) part.id += "." + std::to_string(first);
        const bool is_whole = lines.size() <= most;
        const Phrase words = is_whole ? phrase : plain(joined(lines, first, end));
        parts_.push_back(
            {line * static_cast<int>(end - first), [this_ui = &ui_, words, part](const Rect& box) {
                 motlan::text(*this_ui, box, words, part);
             }});
    }
}

void Block::line(const Phrase& phrase, const TextStyle& style) {
    const Font font = ui_.theme().font(style.role, style.weight);
    text(plain(shortened(ui_.typeface(), font, phrase.shown, room())), style);
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

void Block::add_row(const Rows& rows, std::size_t first, std::size_t end) {
    std::vector<Part> parts(parts_.begin() + static_cast<std::ptrdiff_t>(first),
                            parts_.begin() + static_cast<std::ptrdiff_t>(end));
    const bool is_first = first == 0;
    const int above = is_first ? ui_.dp(kPad) : 0;
    int high = above + (end == parts_.size() ? ui_.dp(kPad) : 0);
    for (const Part& part : parts) high += part.height;
    if (is_first && mark_ != Icon::None) high = std::max(high, ui_.dp(kMark + 2 * kPad));
    (rows.pieces.*rows.add)(
        high,
        [block = Block(ui_, width_, tone_, mark_), parts, above, is_first](const Rect& box) {
            if (is_first) block.draw_mark(box);
            int y = box.y + above;
            for (const Part& part : parts) {
                part.draw({box.x + block.front(), y, block.room(), part.height});
                y += part.height;
            }
        },
        is_first ? rows.kind : RowKind::Other);
}

void Block::add_all(const Rows& rows) {
    for (std::size_t first = 0; first < parts_.size();) {
        std::size_t end = first + 1;
        int high = parts_[first].height;
        while (end < parts_.size() && high + parts_[end].height <= longest()) {
            high += parts_[end].height;
            ++end;
        }
        add_row(rows, first, end);
        first = end;
    }
}

void Block::add_to(Pieces& pieces, RowKind kind) { add_all({pieces, &Pieces::show_row, kind}); }

void Block::add_before_button(Pieces& pieces) {
    add_all({pieces, &Pieces::add_row, RowKind::Item});
}

}  // namespace motlan

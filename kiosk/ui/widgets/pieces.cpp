#include "kiosk/ui/widgets/pieces.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/long_text.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {

void Pieces::text(const Phrase& phrase, const TextStyle& style) {
    if (phrase.is_empty()) return;
    const int high = text_height(ui_, phrase, style, width_);
    if (is_too_high(ui_, high)) return long_text(phrase, style);
    show(high, [this, phrase, style](const Rect& box) { motlan::text(ui_, box, phrase, style); });
}

/// Part by part, so that it goes on from page to page.
void Pieces::long_text(const Phrase& phrase, const TextStyle& style) {
    for (const auto& [words, own, high] : parts_of(ui_, phrase, style, {width_, part_room(ui_)})) {
        show(high, [this, words, own](const Rect& box) { motlan::text(ui_, box, words, own); });
    }
}

void Pieces::notice(const NoticeSpec& spec) {
    const int high = notice_height(ui_, spec, width_);
    if (is_too_high(ui_, high)) {
        NoticeSpec head = spec;
        if (!head.title.is_empty()) {
            head.words = {};
            if (!spec.words.is_empty()) notice(head);
            skip(ui_.dp(12));
        }
        const bool is_title = spec.words.is_empty();
        return long_text(is_title ? spec.title : spec.words,
                         {.id = is_title ? spec.id + ".title" : spec.id, .privacy = spec.privacy});
    }
    show(high, [this, spec](const Rect& box) {
        Column column(box);
        motlan::notice(ui_, column, spec);
    });
}

void Pieces::add(int height, Drawing draw, RowKind kind) {
    pieces_.push_back({std::exchange(gap_, 0), height, std::move(draw), kind, false});
}

void Pieces::show(int height, Drawing draw) {
    add(height, std::move(draw));
    pieces_.back().is_only_shown = true;
}

void Pieces::button(const ButtonSpec& spec, int least, std::function<void()> when_chosen) {
    add(std::max(least, button_height(ui_, spec, width_)),
        [this, spec, when_chosen = std::move(when_chosen)](const Rect& box) {
            if (motlan::button(ui_, box, spec)) when_chosen();
        });
}

std::size_t Pieces::lead() const {
    const Rect& room = ui_.display();
    if (!ui_.is_low() || room.w < width_) return 0;
    std::size_t count = 0;
    int used = 0;
    for (const Piece& piece : pieces_) {
        if (!piece.is_only_shown) continue;
        used += piece.gap + piece.height;
        if (used > room.h) break;
        ++count;
    }
    return count;
}

/// What is touched stays behind, in its order.
void Pieces::draw_lead() {
    const std::size_t count = lead();
    if (count == 0) return;
    std::vector<Piece> above;
    std::vector<Piece> below;
    int before = 0;  // the one that was chosen
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const bool is_above = pieces_[i].is_only_shown && above.size() < count;
        if (is_above && opened_ && std::cmp_less(i, *opened_)) ++before;
        (is_above ? above : below).push_back(std::move(pieces_[i]));
    }
    pieces_ = std::move(above);
    Column column(ui_.display());
    draw_page(column, 0, pieces_.size());
    pieces_ = std::move(below);
    column.skip(ui_.dp(24));
    ui_.set_display(column.rest());
    if (opened_) opened_ = *opened_ - before;
}

void Pieces::add_row(int height, Drawing draw, RowKind kind) {
    pieces_.push_back({std::exchange(gap_, 0), height, std::move(draw), kind, true});
}

int Pieces::height() const {
    std::size_t above = lead();
    int high = 0;
    for (const Piece& piece : pieces_) {
        if (piece.is_only_shown && above > 0)
            --above;
        else
            high += piece.gap + piece.height;
    }
    return high;
}

/// One card for this row and those that follow it without space between.
void Pieces::draw_card_under(const Column& column, std::size_t first, std::size_t end) {
    int high = pieces_[first].height;
    for (std::size_t i = first + 1; i < end; ++i) {
        if (!pieces_[i].is_on_card || pieces_[i].gap > 0) break;
        high += pieces_[i].height;
    }
    const Rect rest = column.rest();
    draw_card(ui_, {rest.x, rest.y, rest.w, high});
}

void Pieces::draw_page(Column& column, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
        const Piece& piece = pieces_[i];
        if (i > first) column.skip(piece.gap);
        const bool goes_on =
            i > first && piece.is_on_card && piece.gap == 0 && pieces_[i - 1].is_on_card;
        if (piece.is_on_card && !goes_on) draw_card_under(column, i, end);
        const Rect box = column.take(piece.height);
        const Palette& p = ui_.colours();
        if (goes_on && piece.kind == RowKind::Item)
            ui_.paint().fill({box.x + ui_.dp(32), box.y, box.w - ui_.dp(64), ui_.dp(2)},
                             p.hairline);
        const GroundScope ground(ui_, piece.is_on_card ? p.surface : ui_.ground());
        piece.draw(box);
    }
}

void Pieces::draw(const Rect& box, const std::string& id) {
    draw_lead();
    std::vector<int> heights;
    std::vector<RowKind> kinds;
    for (const Piece& piece : pieces_) {
        heights.push_back(piece.gap + piece.height);
        kinds.push_back(piece.kind);
    }
    if (heights.empty()) return;
    const PagedRows rows{.heights = heights, .room = box.h, .kinds = kinds};
    if (opened_) open_at(ui_, id, rows, *opened_);
    const PageView view = page_view(ui_, id, rows);
    Column column(box);
    draw_page(column, static_cast<std::size_t>(view.first), static_cast<std::size_t>(view.end));
    draw_pager(ui_, box, id, view);
}

}  // namespace motlan

#include "kiosk/reading/reading_order.h"

#include <algorithm>

#include "kiosk/reading/ink_pieces.h"

namespace motlan {
namespace {

ReadArea around(const ReadArea& one, const ReadArea& other) {
    const int left = std::min(one.left, other.left);
    const int top = std::min(one.top, other.top);
    return {left, top, std::max(one.right(), other.right()) - left,
            std::max(one.bottom(), other.bottom()) - top};
}

ReadArea area_of(const PageWord& word) { return {word.left, word.top, word.width, word.height}; }

template <typename Piece>
ReadArea area_of(const std::vector<Piece>& pieces) {
    ReadArea area = area_of(pieces.front());
    for (const Piece& piece : pieces) area = around(area, area_of(piece));
    return area;
}

int middle_across(const ReadArea& area) { return area.left + area.width / 2; }
int middle_down(const ReadArea& area) { return area.top + area.height / 2; }

bool has_common_columns(const ReadArea& one, const ReadArea& other) {
    return one.left < other.right() && other.left < one.right();
}

bool has_common_rows(const ReadArea& one, const ReadArea& other) {
    return one.top < other.bottom() && other.top < one.bottom();
}

// What stands side by side is read from the left, all else from the top.
bool is_before(const ReadArea& one, const ReadArea& other) {
    if (has_common_rows(one, other) && !has_common_columns(one, other))
        return middle_across(one) < middle_across(other);
    return middle_down(one) < middle_down(other);
}

// The same for what stands side by side or one above the other. Of the rest the places say little:
// a column goes on to its end although the next one begins higher up.
bool is_surely_before(const ReadArea& one, const ReadArea& other) {
    return (has_common_rows(one, other) || has_common_columns(one, other)) && is_before(one, other);
}

bool is_inside(const ReadArea& area, const ReadArea& other) {
    const int across = middle_across(area);
    const int down = middle_down(area);
    return across >= other.left && across < other.right() && down >= other.top &&
           down < other.bottom();
}

// Behind the last one that is read before it; false where there is none.
template <typename Piece>
bool insert_behind(const Piece& late, std::vector<Piece>& pieces,
                   bool (*is_earlier)(const ReadArea&, const ReadArea&)) {
    const ReadArea area = area_of(late);
    const auto last = std::find_if(pieces.rbegin(), pieces.rend(), [&](const Piece& piece) {
        return is_earlier(area_of(piece), area);
    });
    if (last == pieces.rend()) return false;
    pieces.insert(last.base(), late);
    return true;
}

}  // namespace

void place_late(const BlockOfLines& late, std::vector<BlockOfLines>& blocks) {
    const auto home = std::ranges::find_if(blocks, [&](const BlockOfLines& block) {
        return is_inside(area_of(late), area_of(block));
    });
    if (home == blocks.end()) {
        const bool is_placed =
            insert_behind(late, blocks, is_surely_before) || insert_behind(late, blocks, is_before);
        if (!is_placed) blocks.insert(blocks.begin(), late);
        return;
    }
    for (const LineOfWords& line : late) {
        if (!insert_behind(line, *home, is_before)) home->insert(home->begin(), line);
    }
}

std::vector<PageWord> words_in(const std::vector<BlockOfLines>& blocks) {
    std::vector<PageWord> words;
    int number = 0;
    for (const BlockOfLines& block : blocks) {
        for (const LineOfWords& line : block) {
            for (const PageWord& word : line) {
                words.push_back(word);
                words.back().line = number;
            }
            ++number;
        }
    }
    return words;
}

}  // namespace motlan

#include "kiosk/reading/ink_pieces.h"

#include <algorithm>
#include <utility>

namespace motlan {
namespace {

ReadArea cut(const ReadArea& area, const ReadArea& to) {
    const int left = std::max(area.left, to.left);
    const int top = std::max(area.top, to.top);
    return {left, top, std::max(0, std::min(area.right(), to.right()) - left),
            std::max(0, std::min(area.bottom(), to.bottom()) - top)};
}

}  // namespace

InkPieces::InkPieces(const LegiblePage& page, const ReadArea& area)
    : area_(cut(area, {0, 0, page.width, page.height})),
      ink_(static_cast<std::size_t>(area_.width) * static_cast<std::size_t>(area_.height)) {
    const auto row_bytes = static_cast<std::size_t>((page.width + 7) / 8);
    for (int y = 0; y < area_.height; ++y) {
        const ByteView row =
            page.bits.subspan(static_cast<std::size_t>(area_.top + y) * row_bytes, row_bytes);
        for (int x = 0; x < area_.width; ++x) {
            const auto at = static_cast<unsigned>(area_.left + x);
            if ((row[at / 8] & 0x80U >> at % 8) != 0) ink_[place(x, y)] = true;
        }
    }
}

std::vector<InkPieces::Piece> InkPieces::take(const ReadArea& part) {
    const ReadArea here = cut(part, area_);
    std::vector<Piece> pieces;
    for (int y = here.top; y < here.bottom(); ++y) {
        for (int x = here.left; x < here.right(); ++x) {
            if (ink_[place(x - area_.left, y - area_.top)])
                pieces.push_back(taken(x - area_.left, y - area_.top));
        }
    }
    return pieces;
}

InkPieces::Piece InkPieces::taken(int x, int y) {
    int left = x;
    int right = x;
    int bottom = y;
    int top = y;
    std::ptrdiff_t ink = 0;
    std::vector<std::pair<int, int>> open{{x, y}};
    ink_[place(x, y)] = false;
    while (!open.empty()) {
        const auto [u, v] = open.back();
        open.pop_back();
        ++ink;
        left = std::min(left, u);
        right = std::max(right, u);
        top = std::min(top, v);
        bottom = std::max(bottom, v);
        for (int b = std::max(0, v - 1); b <= std::min(area_.height - 1, v + 1); ++b) {
            for (int a = std::max(0, u - 1); a <= std::min(area_.width - 1, u + 1); ++a) {
                if (!ink_[place(a, b)]) continue;
                ink_[place(a, b)] = false;
                open.emplace_back(a, b);
            }
        }
    }
    return {{area_.left + left, area_.top + top, right - left + 1, bottom - top + 1}, ink};
}

}  // namespace motlan

#include "kiosk/reading/ink_pieces.h"

#include <algorithm>

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
    : area_(cut(area, {0, 0, page.width, page.height})), ink_(area_.width, area_.height) {
    for (int y = 0; y < area_.height; ++y) {
        const ByteView row = page.row(area_.top + y);
        for (int x = 0; x < area_.width; ++x) {
            const auto at = static_cast<unsigned>(area_.left + x);
            if ((row[at / 8] & 0x80U >> at % 8) != 0) ink_.set(x, y);
        }
    }
}

std::vector<InkPieces::Piece> InkPieces::take(const ReadArea& part) {
    const ReadArea here = cut(part, area_);
    std::vector<Piece> pieces;
    for (int y = here.top - area_.top; y < here.bottom() - area_.top; ++y) {
        for (int x = here.left - area_.left; x < here.right() - area_.left; ++x) {
            if (!ink_.at(x, y)) continue;
            std::ptrdiff_t ink = 0;
            const CellBox box = ink_.take(x, y, {}, [&ink](int, int) { ++ink; });
            pieces.push_back(
                {{area_.left + box.left, area_.top + box.top, box.columns(), box.rows()}, ink});
        }
    }
    return pieces;
}

}  // namespace motlan

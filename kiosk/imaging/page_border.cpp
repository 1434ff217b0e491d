#include "kiosk/imaging/page_border.h"

#include <cstddef>
#include <cstdint>

namespace motlan {
namespace {

constexpr double kNearMm = 0.4;
constexpr double kLeastRunMm = 0.25;
constexpr double kMostRunMm = 6;
constexpr int kMostRuns = 4;  // stains and punched holes make fewer

// Stretches of ink along a row or a column.
int runs(const ImageView& words, int at, bool is_row, double pixels_per_mm) {
    const int count = is_row ? words.width : words.height;
    int found = 0;
    int length = 0;
    for (int i = 0; i <= count; ++i) {
        const bool is_ink =
            i < count && words.row(is_row ? at : i)[static_cast<std::size_t>(is_row ? i : at)] != 0;
        if (is_ink) {
            ++length;
            continue;
        }
        if (length >= kLeastRunMm * pixels_per_mm && length <= kMostRunMm * pixels_per_mm) ++found;
        length = 0;
    }
    return found;
}

}  // namespace

bool is_text_cut(const PageInk& ink) {
    const ImageView words = ink.words.view();
    const double mm = ink.dpi / 25.4;
    const int near = static_cast<int>(kNearMm * mm);
    if (words.width <= 4 * near || words.height <= 4 * near) return false;
    return runs(words, near, true, mm) > kMostRuns ||
           runs(words, words.height - 1 - near, true, mm) > kMostRuns ||
           runs(words, near, false, mm) > kMostRuns ||
           runs(words, words.width - 1 - near, false, mm) > kMostRuns;
}

}  // namespace motlan

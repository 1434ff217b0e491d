// What a scan of the empty glass shows.
#include <algorithm>

#include "kiosk/care/sheet_squares.h"
#include "kiosk/care/test_sheet.h"

namespace motlan {
namespace {

constexpr double kInch = 25.4;
constexpr double kSpeckMm = 0.2;
constexpr double kMostDark = 0.002;  // of the glass; more is something that lies there
constexpr int kSquares = 5;          // along each side, in which the white is compared

/// The mean white of each square of the glass.
class Whites {
public:
    explicit Whites(const ImageView& scan) : scan_(scan) {}

    void add(int x, int y, int grey) {
        const auto square = static_cast<std::size_t>(y * kSquares / scan_.height * kSquares +
                                                     x * kSquares / scan_.width);
        sums_[square] += grey;
        ++counts_[square];
    }
    [[nodiscard]] double evenness() && {
        for (std::size_t n = 0; n < sums_.size(); ++n) sums_[n] /= std::max(counts_[n], 1);
        return evenness_of(sums_);
    }

private:
    const ImageView& scan_;
    std::vector<double> sums_ = std::vector<double>(std::size_t{kSquares} * kSquares);
    std::vector<int> counts_ = std::vector<int>(std::size_t{kSquares} * kSquares);
};

}  // namespace

std::optional<GlassReading> read_empty_glass(const ImageView& scan, int dpi) {
    const int step = std::max(1, static_cast<int>(kSpeckMm * dpi / kInch));
    Whites whites(scan);
    std::int64_t seen = 0;
    std::int64_t dark = 0;
    GlassReading reading;
    for (int y = step / 2; y < scan.height; y += step) {
        bool was_dark = false;
        for (int x = step / 2; x < scan.width; x += step) {
            const int grey = grey_of(scan, x, y);
            const bool is_dark = grey < kInkGrey;
            reading.specks += is_dark && !was_dark ? 1 : 0;
            dark += is_dark ? 1 : 0;
            ++seen;
            if (!is_dark) whites.add(x, y, grey);
            was_dark = is_dark;
        }
    }
    if (seen == 0 || static_cast<double>(dark) > kMostDark * static_cast<double>(seen))
        return std::nullopt;
    reading.evenness = std::move(whites).evenness();
    return reading;
}

}  // namespace motlan

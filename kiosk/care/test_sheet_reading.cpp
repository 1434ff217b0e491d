// What a scan of the test sheet shows.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/care/colour_difference.h"
#include "kiosk/care/sheet_squares.h"
#include "kiosk/care/test_sheet.h"
#include "kiosk/care/test_sheet_plan.h"

namespace motlan {
namespace {

constexpr double kInch = 25.4;
// Lines are told apart where the difference of bright and dark is a fifth of their sum.
constexpr double kToldApart = 0.2;

/// From millimetres of the sheet to pixels of the scan.
class Sheet {
public:
    Sheet(const ImageView& scan, std::array<Square, 4> squares) : scan_(scan), squares_(squares) {}

    [[nodiscard]] DotPlace at(double x, double y) const {
        const double across = (x - sheet::kCornerMiddle) / (sheet::kWidth - 20);
        const double down = (y - sheet::kCornerMiddle) / (sheet::kHeight - 20);
        const auto mix = [&](auto part) {
            const double upper = part(squares_[0]) * (1 - across) + part(squares_[1]) * across;
            const double lower = part(squares_[2]) * (1 - across) + part(squares_[3]) * across;
            return upper * (1 - down) + lower * down;
        };
        return {mix([](const Square& s) { return s.middle.x; }),
                mix([](const Square& s) { return s.middle.y; })};
    }
    [[nodiscard]] int grey(double x, double y) const {
        const auto [px, py] = pixel(x, y);
        return grey_of(scan_, px, py);
    }
    /// The mean of a place, its edges left out.
    [[nodiscard]] std::array<double, 3> mean(const sheet::Millimetres& place) const {
        std::array<double, 3> sum{};
        int count = 0;
        for (double y = place.y + place.h / 4; y < place.y + 3 * place.h / 4; y += 0.2) {
            for (double x = place.x + place.w / 4; x < place.x + 3 * place.w / 4; x += 0.2) {
                const auto [px, py] = pixel(x, y);
                const std::size_t step = bytes_per_pixel(scan_.format);
                const auto at = static_cast<std::size_t>(py) * scan_.stride() +
                                static_cast<std::size_t>(px) * step;
                for (std::size_t c = 0; c < 3; ++c)
                    sum.at(c) += scan_.pixels[at + (step < 3 ? 0 : c)];
                ++count;
            }
        }
        for (double& part : sum) part /= std::max(count, 1);
        return sum;
    }

private:
    [[nodiscard]] std::pair<int, int> pixel(double x, double y) const {
        const DotPlace point = at(x, y);
        return {std::clamp(static_cast<int>(point.x), 0, scan_.width - 1),
                std::clamp(static_cast<int>(point.y), 0, scan_.height - 1)};
    }

    const ImageView& scan_;
    std::array<Square, 4> squares_;
};

double skew_of(const std::array<Square, 4>& squares) {
    const DotPlace from = squares[0].middle;
    const DotPlace to = squares[1].middle;
    constexpr double kHalfTurn = 180;
    return std::abs(std::atan2(to.y - from.y, std::abs(to.x - from.x))) * kHalfTurn /
           std::numbers::pi;
}

/// What lies of each edge of the paper beyond the picture, by where the sheet's corners would be.
double missing_of(const Sheet& paper, const ImageView& scan, double dots) {
    double missing = 0;
    for (const auto& [x, y] :
         {std::pair{0.0, 0.0}, std::pair{sheet::kWidth, 0.0}, std::pair{0.0, sheet::kHeight},
          std::pair{sheet::kWidth, sheet::kHeight}}) {
        const DotPlace corner = paper.at(x, y);
        missing = std::max(
            {missing, -corner.x, -corner.y, corner.x - scan.width, corner.y - scan.height});
    }
    return missing / dots;
}

/// How well the lines of a group are told apart, 0 to 1: the middles of lines beside the middles
/// of the gaps between them.
double modulation(const Sheet& paper, const sheet::Lines& group) {
    const double line = group.line_mm();
    double dark = 0;
    double bright = 0;
    int count = 0;
    for (double at = 2 * line; at + 2 * line <= group.place.w - 2 * line; at += 2 * line) {
        for (double along = 6; along < group.place.h - 6; along += 1) {
            const auto grey = [&](double across) {
                return group.is_upright ? paper.grey(group.place.x + across, group.place.y + along)
                                        : paper.grey(group.place.x + along, group.place.y + across);
            };
            dark += grey(at + line / 2);
            bright += grey(at + 3 * line / 2);
            ++count;
        }
    }
    return count == 0 || bright + dark <= 0 ? 0 : (bright - dark) / (bright + dark);
}

/// The finest lines that are told apart in both directions.
double fineness(const Sheet& paper) {
    std::array<double, 2> best{};
    for (const sheet::Lines& group : sheet::lines())
        if (modulation(paper, group) >= kToldApart)
            best.at(group.is_upright ? 0 : 1) =
                std::max(best.at(group.is_upright ? 0 : 1), group.dpi);
    return std::min(best[0], best[1]);
}

}  // namespace

std::optional<SheetReading> read_test_sheet(const ImageView& scan, int dpi) {
    const double dots = dpi / kInch;
    const auto squares = corner_squares(scan, dots);
    if (!squares) return std::nullopt;
    const Sheet paper(scan, *squares);
    std::vector<double> whites;
    for (const sheet::Millimetres& place : sheet::bare()) whites.push_back(paper.mean(place)[1]);
    SheetReading reading{.skew_degrees = skew_of(*squares),
                         .edge_missing_mm = missing_of(paper, scan, dots),
                         .dpi = fineness(paper),
                         .evenness = evenness_of(whites)};
    for (const sheet::Patch& patch : sheet::colours())
        reading.colour_error = std::max(reading.colour_error,
                                        colour_difference(paper.mean(patch.place), patch.colour));
    reading.contrast = std::ranges::max(whites) - paper.mean(sheet::greys().front().place)[1];
    return reading;
}

}  // namespace motlan

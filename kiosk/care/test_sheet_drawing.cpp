// The test sheet as a file to print and as pixels.
#include <algorithm>
#include <cmath>
#include <format>

#include "kiosk/care/test_sheet.h"
#include "kiosk/care/test_sheet_plan.h"

namespace motlan {
namespace {

constexpr double kInch = 25.4;
constexpr double kPoints = 72;  // of an inch, PDF's unit
constexpr double kWhite = 255;

std::string drawing() {
    std::string text;
    const auto points = [](double mm) { return mm * kPoints / kInch; };
    for (const sheet::Patch& patch : sheet::everything()) {
        const sheet::Millimetres& at = patch.place;
        text += std::format("{:.3f} {:.3f} {:.3f} rg {:.3f} {:.3f} {:.3f} {:.3f} re f\n",
                            patch.colour[0] / kWhite, patch.colour[1] / kWhite,
                            patch.colour[2] / kWhite, points(at.x),
                            points(sheet::kHeight - at.y - at.h), points(at.w), points(at.h));
    }
    return text;
}

/// How much of each pixel along a side lies between two places, 0 to 1.
struct Share {
    int first = 0;
    std::vector<double> parts;
};
Share share_of(double from_mm, double length_mm, double dots_per_mm, int most) {
    const double from = from_mm * dots_per_mm;
    const double to = (from_mm + length_mm) * dots_per_mm;
    Share share{.first = std::clamp(static_cast<int>(from), 0, most)};
    for (int at = share.first; at < most && at < to; ++at)
        share.parts.push_back(std::min<double>(at + 1, to) - std::max<double>(at, from));
    return share;
}

}  // namespace

std::string test_sheet_pdf() {
    const std::string stream = drawing();
    const std::array<std::string, 4> objects{
        "<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.890] /Contents 4 0 R "
        "/Resources << >> >>",
        std::format("<< /Length {} >>\nstream\n{}endstream", stream.size(), stream)};
    std::string file = "%PDF-1.4\n";
    std::string table = std::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t n = 0; n < objects.size(); ++n) {
        table += std::format("{:010} 00000 n \n", file.size());
        file += std::format("{} 0 obj\n{}\nendobj\n", n + 1, objects.at(n));
    }
    const std::size_t place = file.size();
    return file + table +
           std::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                       objects.size() + 1, place);
}

// Edges between two dots are mixed, as light does it.
Image draw_test_sheet(int dpi) {
    const double dots = dpi / kInch;
    const int wide = static_cast<int>(std::lround(sheet::kWidth * dots));
    const int high = static_cast<int>(std::lround(sheet::kHeight * dots));
    Image page(wide, high, PixelFormat::Rgb);
    std::ranges::fill(page.pixels, 255);
    for (const sheet::Patch& patch : sheet::everything()) {
        const Share across = share_of(patch.place.x, patch.place.w, dots, wide);
        const Share down = share_of(patch.place.y, patch.place.h, dots, high);
        for (std::size_t y = 0; y < down.parts.size(); ++y) {
            for (std::size_t x = 0; x < across.parts.size(); ++x) {
                const std::size_t row = static_cast<std::size_t>(down.first) + y;
                const std::size_t at = 3 * (row * static_cast<std::size_t>(wide) +
                                            static_cast<std::size_t>(across.first) + x);
                const double ink = across.parts[x] * down.parts[y];
                for (std::size_t c = 0; c < 3; ++c)
                    page.pixels[at + c] = static_cast<std::uint8_t>(
                        std::lround(page.pixels[at + c] * (1 - ink) + patch.colour.at(c) * ink));
            }
        }
    }
    return page;
}

}  // namespace motlan

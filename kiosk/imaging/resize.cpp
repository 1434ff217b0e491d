#include "kiosk/imaging/resize.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/shrink.h"

namespace motlan {
namespace {

// Keys' cubic kernel with a = -0.75 at distances 1.25, 0.25, 0.75 and 1.75: what the four
// neighbours weigh for a point a quarter of a pixel away from the second one.
constexpr std::array<float, 4> kQuarter{-0.10546875F, 0.87890625F, 0.26171875F, -0.03515625F};

std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

// One row, twice as wide. `padded` has two pixels more at each end.
void enlarge_row(const float* padded, int width, float* out) {
    for (int x = 0; x < width; ++x) {
        const float* at = padded + x;
        *out++ =
            at[3] * kQuarter[0] + at[2] * kQuarter[1] + at[1] * kQuarter[2] + at[0] * kQuarter[3];
        *out++ =
            at[1] * kQuarter[0] + at[2] * kQuarter[1] + at[3] * kQuarter[2] + at[4] * kQuarter[3];
    }
}

class Enlarger {
public:
    explicit Enlarger(const ImageView& grey)
        : grey_(grey), padded_(static_cast<std::size_t>(grey.width) + 4) {
        for (auto& row : rows_) row.resize(static_cast<std::size_t>(grey.width) * 2);
    }

    Image run() {
        Image out(grey_.width * 2, grey_.height * 2, PixelFormat::Grey);
        for (int y = -2; y < 2; ++y) load(y);
        for (int y = 0; y < grey_.height; ++y) {
            load(y + 2);
            blend(out, 2 * y, {y + 1, y, y - 1, y - 2});
            blend(out, 2 * y + 1, {y - 1, y, y + 1, y + 2});
        }
        return out;
    }

private:
    std::vector<float>& row(int y) { return rows_[static_cast<std::size_t>(y + 5) % rows_.size()]; }

    void load(int y) {
        const ByteView source = grey_.row(std::clamp(y, 0, grey_.height - 1));
        std::ranges::copy(source, padded_.begin() + 2);
        std::fill_n(padded_.begin(), 2, padded_[2]);
        std::fill_n(padded_.end() - 2, 2, *(padded_.end() - 3));
        enlarge_row(padded_.data(), grey_.width, row(y).data());
    }

    void blend(Image& out, int y, std::array<int, 4> sources) {
        const float* a = row(sources[0]).data();
        const float* b = row(sources[1]).data();
        const float* c = row(sources[2]).data();
        const float* d = row(sources[3]).data();
        const auto width = static_cast<std::size_t>(out.width);
        std::uint8_t* to = out.pixels.data() + static_cast<std::size_t>(y) * width;
        for (std::size_t x = 0; x < width; ++x) {
            to[x] = to_byte(a[x] * kQuarter[0] + b[x] * kQuarter[1] + c[x] * kQuarter[2] +
                            d[x] * kQuarter[3]);
        }
    }

    const ImageView& grey_;
    std::vector<float> padded_;
    std::array<std::vector<float>, 5> rows_;
};

}  // namespace

Image enlarged_twice(const ImageView& grey) {
    expects(grey.format == PixelFormat::Grey && grey.width > 0 && grey.height > 0);
    return Enlarger(grey).run();
}

Image halved(const ImageView& grey) {
    expects(grey.format == PixelFormat::Grey && grey.width > 1 && grey.height > 1);
    Image out(grey.width / 2, grey.height / 2, PixelFormat::Grey);
    std::uint8_t* to = out.pixels.data();
    for (int y = 0; y < out.height; ++y) {
        const std::uint8_t* upper = grey.row(2 * y).data();
        const std::uint8_t* lower = grey.row(2 * y + 1).data();
        for (int x = 0; x < out.width; ++x, upper += 2, lower += 2) {
            *to++ = static_cast<std::uint8_t>((upper[0] + upper[1] + lower[0] + lower[1] + 2) / 4);
        }
    }
    return out;
}

Image shrunk_to_fit(const ImageView& image, int width, int height) {
    const double scale =
        std::min({1.0, double(width) / image.width, double(height) / image.height});
    const int wide = std::max(1, static_cast<int>(image.width * scale));
    const int high = std::max(1, static_cast<int>(image.height * scale));
    return shrunk(image, wide, high);
}

Image cropped(const ImageView& grey, const Box& box) {
    expects(grey.format == PixelFormat::Grey);
    const int left = std::clamp(box.left, 0, grey.width - 1);
    const int top = std::clamp(box.top, 0, grey.height - 1);
    const int right = std::clamp(box.left + box.width, left + 1, grey.width);
    const int bottom = std::clamp(box.top + box.height, top + 1, grey.height);
    Image out(right - left, bottom - top, PixelFormat::Grey);
    for (int y = top; y < bottom; ++y) {
        const auto part = grey.row(y).subspan(static_cast<std::size_t>(left),
                                              static_cast<std::size_t>(out.width));
        std::ranges::copy(part, out.pixels.begin() + std::ptrdiff_t{y - top} * out.width);
    }
    return out;
}

}  // namespace motlan

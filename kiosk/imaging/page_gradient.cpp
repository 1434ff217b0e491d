#include "kiosk/imaging/page_gradient.h"

#include <algorithm>
#include <cstddef>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

// Softer, and the edge of white paper on a white desk stands out of the noise; much softer, and
// narrow stripes melt.
constexpr double kSoft = 1.5;
constexpr int kTaps = 9;
// A step of half a grey level is none, however little noise there is; one of forty is one, however
// much there is.
constexpr float kLeastStep = 0.13F;
constexpr float kMostNoise = 3.2F;

// How much brighter a pixel's surroundings get on their way to the right, or down.
struct Change {
    float right = 0;
    float down = 0;

    [[nodiscard]] float with(const Change& other) const {
        return right * other.right + down * other.down;
    }
};

// The strongest change of any colour; the others add to it, as noise differs and edges do not.
Change common_change(const float* right, const float* down, int channels) {
    Change strongest{right[0], down[0]};
    for (int i = 1; i < channels; ++i) {
        const Change change{right[i], down[i]};
        if (change.with(change) > strongest.with(strongest)) strongest = change;
    }
    Change sum;
    for (int i = 0; i < channels; ++i) {
        const float way = strongest.with({right[i], down[i]}) < 0 ? -1.0F : 1.0F;
        sum.right += way * right[i];
        sum.down += way * down[i];
    }
    return sum;
}

void gradient(const cv::Mat& picture, cv::Mat& dx, cv::Mat& dy) {
    const cv::Mat bell = cv::getGaussianKernel(kTaps, kSoft, CV_32F);
    cv::Mat slope = bell.clone();
    constexpr int kMiddle = kTaps / 2;
    for (int i = 0; i < kTaps; ++i) slope.at<float>(i) *= float(i - kMiddle) / float(kSoft * kSoft);
    cv::Mat right;
    cv::Mat down;
    cv::sepFilter2D(picture, right, CV_32F, slope, bell);
    cv::sepFilter2D(picture, down, CV_32F, bell, slope);
    dx.create(picture.size(), CV_32F);
    dy.create(picture.size(), CV_32F);
    const int channels = picture.channels();
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            const int at = x * channels;
            const Change change =
                common_change(right.ptr<float>(y) + at, down.ptr<float>(y) + at, channels);
            dx.at<float>(y, x) = change.right;
            dy.at<float>(y, x) = change.down;
        }
    }
}

float middle_of(const cv::Mat& values) {
    std::vector<float> some;
    for (int y = 0; y < values.rows; y += 3) {
        for (int x = 0; x < values.cols; x += 3) some.push_back(values.at<float>(y, x));
    }
    if (some.empty()) return 0;
    const auto middle = some.begin() + static_cast<std::ptrdiff_t>(some.size() / 2);
    std::ranges::nth_element(some, middle);
    return *middle;
}

// Stronger than its neighbours on both sides of the edge.
bool is_crest(const cv::Mat& strength, const cv::Point& at, const cv::Point2f& across) {
    const auto step = [](float share) { return share > 0.38F ? 1 : share < -0.38F ? -1 : 0; };
    const cv::Point way(step(across.x), step(across.y));
    const float here = strength.at<float>(at);
    return here >= strength.at<float>(at + way) && here >= strength.at<float>(at - way);
}

}  // namespace

PageGradient gradient_of(const ImageView& picture) {
    cv::Mat dx;
    cv::Mat dy;
    gradient(matrix_of(picture), dx, dy);
    cv::Mat strength;
    cv::magnitude(dx, dy, strength);
    const auto channels = static_cast<float>(bytes_per_pixel(picture.format));
    const float noise =
        std::clamp(2.2F * middle_of(strength), kLeastStep * channels, kMostNoise * channels);
    PageGradient edges{picture.width, picture.height, {}, {}, {}};
    const auto area =
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    edges.weight.assign(area, 0);
    edges.nx.assign(area, 0);
    edges.ny.assign(area, 0);
    for (int y = 1; y + 1 < picture.height; ++y) {
        for (int x = 1; x + 1 < picture.width; ++x) {
            const float here = strength.at<float>(y, x);
            if (here < 0.6F * noise) continue;
            const float nx = dx.at<float>(y, x) / here;
            const float ny = dy.at<float>(y, x) / here;
            if (!is_crest(strength, {x, y}, {nx, ny})) continue;
            const std::size_t at = edges.index(x, y);
            edges.weight[at] = here * here / (here * here + noise * noise);
            edges.nx[at] = nx;
            edges.ny[at] = ny;
        }
    }
    return edges;
}

}  // namespace motlan

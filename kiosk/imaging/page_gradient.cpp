#include "kiosk/imaging/page_gradient.h"

#include <algorithm>
#include <cstddef>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

// The strongest change of any colour.
void gradient(const cv::Mat& picture, cv::Mat& dx, cv::Mat& dy) {
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {}, 1.0);
    std::vector<cv::Mat> channels;
    cv::split(soft, channels);
    for (const cv::Mat& channel : channels) {
        cv::Mat x;
        cv::Mat y;
        cv::Sobel(channel, x, CV_32F, 1, 0);
        cv::Sobel(channel, y, CV_32F, 0, 1);
        if (dx.empty()) {
            dx = x;
            dy = y;
            continue;
        }
        const cv::Mat stronger = (x.mul(x) + y.mul(y)) > (dx.mul(dx) + dy.mul(dy));
        x.copyTo(dx, stronger);
        y.copyTo(dy, stronger);
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
    const float noise = std::max(3.0F, 2.2F * middle_of(strength));
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

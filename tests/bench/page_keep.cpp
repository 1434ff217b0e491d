#include "tests/bench/page_keep.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/core/png.h"
#include "kiosk/imaging/colour.h"

namespace motlan::testing {
namespace {

constexpr double kLongestSide = 1000;

void outline(cv::Mat& picture, const std::optional<PageCorners>& corners, double scale,
             const cv::Scalar& colour) {
    if (!corners) return;
    std::vector<cv::Point> shape;
    for (const PagePoint& corner : *corners)
        shape.emplace_back(cvRound(corner.x * scale), cvRound(corner.y * scale));
    cv::polylines(picture, shape, true, colour, 1, cv::LINE_AA);
}

}  // namespace

void keep_picture(const std::string& folder, const std::string& name, const Image& picture,
                  const std::optional<PageCorners>& truth,
                  const std::optional<PageCorners>& found) {
    if (folder.empty()) return;
    Image colour = converted(picture.view(), PixelFormat::Rgb);
    const cv::Mat whole(colour.height, colour.width, CV_8UC3, colour.pixels.data());
    const double scale = std::min(1.0, kLongestSide / std::max(colour.width, colour.height));
    cv::Mat small;
    cv::resize(whole, small, {}, scale, scale, cv::INTER_AREA);
    outline(small, truth, scale, {0, 200, 0});
    outline(small, found, scale, {230, 0, 0});
    const Bytes file =
        encode_png({small.cols, small.rows, PixelFormat::Rgb, {small.data, small.total() * 3}});
    std::filesystem::create_directories(folder);
    std::ofstream out(folder + "/" + name + ".png", std::ios::binary);
    out.write(reinterpret_cast<const char*>(file.data()),
              static_cast<std::streamsize>(file.size()));
}

}  // namespace motlan::testing

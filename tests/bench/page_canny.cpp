#include "tests/bench/page_canny.h"

#include <vector>

#include <opencv2/imgproc.hpp>

namespace motlan::testing {

std::optional<PageCorners> canny_corners(const Image& picture) {
    const cv::Mat whole(picture.height, picture.width, CV_8UC3,
                        const_cast<std::uint8_t*>(picture.pixels.data()));
    const double scale = 700.0 / std::max(picture.width, picture.height);
    cv::Mat small;
    cv::resize(whole, small, {}, scale, scale, cv::INTER_AREA);
    cv::Mat edges;
    cv::cvtColor(small, edges, cv::COLOR_RGB2GRAY);
    cv::GaussianBlur(edges.clone(), edges, {5, 5}, 0);
    cv::Canny(edges.clone(), edges, 75, 200);
    cv::dilate(edges.clone(), edges, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(edges, contours, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
    double largest = 0.05 * small.cols * small.rows;
    std::optional<PageCorners> found;
    for (const auto& contour : contours) {
        std::vector<cv::Point> shape;
        cv::approxPolyDP(contour, shape, 0.02 * cv::arcLength(contour, true), true);
        if (shape.size() != 4 || !cv::isContourConvex(shape)) continue;
        const double area = cv::contourArea(shape);
        if (area < largest) continue;
        largest = area;
        found.emplace();
        for (std::size_t i = 0; i < 4; ++i) (*found)[i] = {shape[i].x / scale, shape[i].y / scale};
    }
    return found;
}

}  // namespace motlan::testing

// OpenCV's view of our pictures. Only for sources of this folder; OpenCV works on the caller's
// thread (set_one_thread), so that it can run where no thread may be made.
#pragma once

#include <opencv2/core.hpp>

#include "kiosk/core/image.h"

namespace motlan {

/// OpenCV's view of the same pixels; nobody writes through it.
[[nodiscard]] inline cv::Mat matrix_of(const ImageView& image) {
    const int type = CV_8UC(static_cast<int>(image.format));
    // OpenCV has no view of pixels that must not change.
    return {image.height, image.width, type, const_cast<std::uint8_t*>(image.pixels.data())};
}

/// A view of the pixels of an image, to write into.
[[nodiscard]] inline cv::Mat matrix_of(Image& image) {
    return {image.height, image.width, CV_8UC(static_cast<int>(image.format)), image.pixels.data()};
}

/// Keeps OpenCV from making threads of its own.
inline void set_one_thread() { cv::setNumThreads(0); }

}  // namespace motlan

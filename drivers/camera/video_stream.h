// A running stream of one video device: its format and its shared buffers.
// Ends the stream and gives every buffer back when it goes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "drivers/camera/video_device.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"

namespace motlan {

/// The format to ask for among those that a camera offers (V4L2 pixel format codes): MJPEG,
/// which leaves room on the USB bus for a high frame rate, else YUYV, else grey.
[[nodiscard]] std::optional<std::uint32_t> preferred_format(std::span<const std::uint32_t> offered);

class VideoStream {
public:
    /// Starts the stream of an open device at about this size. `device` must outlive it.
    /// Fails with Fault::CameraUnavailable.
    static Result<VideoStream> start(VideoDevice& device, int width, int height);

    VideoStream(VideoStream&& other) noexcept;
    VideoStream& operator=(VideoStream&&) = delete;
    VideoStream(const VideoStream&) = delete;
    VideoStream& operator=(const VideoStream&) = delete;
    ~VideoStream();

    /// The newest picture that is there now; older ones are given back unseen. Nothing when
    /// there is none or it is damaged. Fails with Fault::CameraUnavailable.
    Result<std::optional<EncodedPicture>> newest();

private:
    struct Buffer {
        std::uint8_t* address = nullptr;
        std::size_t size = 0;
    };
    struct Format {
        std::uint32_t code = 0;
        int width = 0;
        int height = 0;
        std::size_t stride = 0;
    };
    struct Filled {
        std::uint32_t index = 0;
        std::size_t size = 0;
        bool is_damaged = false;
    };

    explicit VideoStream(VideoDevice& device) : device_(&device) {}
    bool choose_format(int width, int height);
    bool share_buffers();
    bool share_buffer(std::uint32_t index);
    bool give(std::uint32_t index);
    Result<std::optional<Filled>> take();
    [[nodiscard]] std::optional<EncodedPicture> picture_of(const Filled& filled) const;

    VideoDevice* device_;
    Format format_;
    std::vector<Buffer> buffers_;
};

}  // namespace motlan

#include "drivers/camera/video_stream.h"

#include <linux/videodev2.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace motlan {
namespace {

constexpr std::uint32_t kBufferCount = 4;
constexpr std::uint32_t kFormatsOffered = 64;
constexpr std::size_t kBufferLimit = std::size_t{64} << 20U;

std::vector<std::uint32_t> formats_of(VideoDevice& device) {
    std::vector<std::uint32_t> formats;
    for (std::uint32_t index = 0; index < kFormatsOffered; ++index) {
        v4l2_fmtdesc described{};
        described.index = index;
        described.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        if (device.control(VIDIOC_ENUM_FMT, &described) < 0) break;
        formats.push_back(described.pixelformat);
    }
    return formats;
}

// A USB camera shows two nodes; only one of them gives pictures.
bool gives_pictures(VideoDevice& device) {
    v4l2_capability capability{};
    if (device.control(VIDIOC_QUERYCAP, &capability) < 0) return false;
    const std::uint32_t abilities = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0
                                        ? capability.device_caps
                                        : capability.capabilities;
    constexpr std::uint32_t kNeeded = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    return (abilities & kNeeded) == kNeeded;
}

v4l2_buffer shared_buffer(std::uint32_t index) {
    v4l2_buffer buffer{};
    buffer.index = index;
    buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer.memory = V4L2_MEMORY_MMAP;
    return buffer;
}

int request_buffers(VideoDevice& device, std::uint32_t& count) {
    v4l2_requestbuffers request{};
    request.count = count;
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    const int status = device.control(VIDIOC_REQBUFS, &request);
    count = request.count;
    return status;
}

int switch_stream(VideoDevice& device, unsigned long request) {
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    return device.control(request, &type);
}

}  // namespace

std::optional<std::uint32_t> preferred_format(std::span<const std::uint32_t> offered) {
    for (const std::uint32_t wanted :
         {V4L2_PIX_FMT_MJPEG, V4L2_PIX_FMT_JPEG, V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_GREY}) {
        if (std::ranges::contains(offered, wanted)) return wanted;
    }
    return std::nullopt;
}

Result<VideoStream> VideoStream::start(VideoDevice& device, int width, int height) {
    VideoStream stream(device);
    const bool runs = gives_pictures(device) && stream.choose_format(width, height) &&
                      stream.share_buffers() && switch_stream(device, VIDIOC_STREAMON) == 0;
    if (!runs) return fail(Fault::CameraUnavailable);
    return stream;
}

VideoStream::VideoStream(VideoStream&& other) noexcept
    : device_(std::exchange(other.device_, nullptr)),
      format_(other.format_),
      buffers_(std::move(other.buffers_)) {}

VideoStream::~VideoStream() {
    if (device_ == nullptr) return;
    switch_stream(*device_, VIDIOC_STREAMOFF);
    for (const Buffer& buffer : buffers_) device_->unmap(buffer.address, buffer.size);
    std::uint32_t none = 0;
    request_buffers(*device_, none);
}

bool VideoStream::choose_format(int width, int height) {
    const auto code = preferred_format(formats_of(*device_));
    if (!code) return false;
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    format.fmt.pix.width = static_cast<std::uint32_t>(width);
    format.fmt.pix.height = static_cast<std::uint32_t>(height);
    format.fmt.pix.pixelformat = *code;
    format.fmt.pix.field = V4L2_FIELD_ANY;
    // The driver changes the size to what the camera can do, but may also change the format.
    if (device_->control(VIDIOC_S_FMT, &format) < 0) return false;
    const v4l2_pix_format& chosen = format.fmt.pix;
    format_ = {chosen.pixelformat, static_cast<int>(chosen.width), static_cast<int>(chosen.height),
               chosen.bytesperline};
    // Two pixels of YUYV share their colour.
    const bool is_torn = *code == V4L2_PIX_FMT_YUYV && format_.width % 2 != 0;
    return chosen.pixelformat == *code && format_.width > 0 && format_.height > 0 && !is_torn;
}

bool VideoStream::share_buffers() {
    std::uint32_t count = kBufferCount;
    if (request_buffers(*device_, count) < 0 || count == 0) return false;
    for (std::uint32_t index = 0; index < count; ++index) {
        if (!share_buffer(index)) return false;
    }
    return true;
}

bool VideoStream::share_buffer(std::uint32_t index) {
    v4l2_buffer described = shared_buffer(index);
    if (device_->control(VIDIOC_QUERYBUF, &described) < 0 || described.length > kBufferLimit) {
        return false;
    }
    void* address = device_->map(described.length, described.m.offset);
    if (address == nullptr) return false;
    buffers_.push_back({static_cast<std::uint8_t*>(address), described.length});
    return give(index);
}

bool VideoStream::give(std::uint32_t index) {
    v4l2_buffer buffer = shared_buffer(index);
    return device_->control(VIDIOC_QBUF, &buffer) == 0;
}

Result<std::optional<VideoStream::Filled>> VideoStream::take() {
    v4l2_buffer buffer = shared_buffer(0);
    if (device_->control(VIDIOC_DQBUF, &buffer) < 0) {
        if (errno == EAGAIN) return std::nullopt;
        return fail(Fault::CameraUnavailable);
    }
    if (buffer.index >= buffers_.size()) return fail(Fault::CameraUnavailable);
    const bool is_damaged = (buffer.flags & V4L2_BUF_FLAG_ERROR) != 0;
    return Filled{buffer.index, buffer.bytesused, is_damaged};
}

Result<std::optional<EncodedPicture>> VideoStream::newest() {
    std::optional<Filled> last;
    // No more than there are buffers: a fast camera must not keep us here.
    for (std::size_t i = 0; i < buffers_.size(); ++i) {
        const auto filled = take();
        if (!filled) return fail(filled.error());
        if (!*filled) break;
        if (last && !give(last->index)) return fail(Fault::CameraUnavailable);
        last = **filled;
    }
    if (!last) return std::nullopt;
    auto picture = picture_of(*last);
    if (!give(last->index)) return fail(Fault::CameraUnavailable);
    return picture;
}

std::optional<EncodedPicture> VideoStream::picture_of(const Filled& filled) const {
    const Buffer& buffer = buffers_[filled.index];
    if (filled.is_damaged || filled.size == 0 || filled.size > buffer.size) return std::nullopt;
    EncodedPicture picture{.width = format_.width, .height = format_.height};
    if (format_.code == V4L2_PIX_FMT_MJPEG || format_.code == V4L2_PIX_FMT_JPEG) {
        picture.bytes.assign(buffer.address, buffer.address + filled.size);
        return picture;
    }
    const bool is_grey = format_.code == V4L2_PIX_FMT_GREY;
    const std::size_t row = static_cast<std::size_t>(format_.width) * (is_grey ? 1 : 2);
    const std::size_t stride = std::max(format_.stride, row);
    const auto rows = static_cast<std::size_t>(format_.height);
    if (filled.size < stride * (rows - 1) + row) return std::nullopt;
    picture.coding = is_grey ? PictureCoding::RawGrey : PictureCoding::RawYuyv;
    for (std::size_t y = 0; y < rows; ++y) {
        const std::uint8_t* begin = buffer.address + y * stride;
        picture.bytes.insert(picture.bytes.end(), begin, begin + row);
    }
    return picture;
}

}  // namespace motlan

// Frames of any shape and any bytes from a vendor's backend: a picture has exactly the bytes that
// its size says, everything else has a name.
#include <vector>

#include "drivers/sane/sane_pixels.h"
#include "kiosk/core/expects.h"

using namespace motlan;

namespace {

constexpr std::size_t kHead = 8;

/// Takes one frame off the bytes: kind, depth, pixels, bytes of a line, lines, and how many follow.
Frame take_frame(ByteView& bytes) {
    constexpr int kDepths[]{1, 8, 16, 7};
    const ByteView head = bytes.first(kHead);
    bytes = bytes.subspan(kHead);
    Frame frame{.look = {.kind = static_cast<FrameKind>(head[0] % 5),
                         .depth = kDepths[head[1] % 4],
                         .pixels_per_line = head[2] - 1,
                         .bytes_per_line = head[3] * (head[4] % 4) - 1,
                         .lines = head[5] - 1},
                .bytes = {}};
    const std::size_t count = std::min(bytes.size(), head[6] * std::size_t{head[7]});
    frame.bytes.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
    bytes = bytes.subspan(count);
    return frame;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    ByteView rest(bytes, size);
    std::vector<Frame> frames;
    while (rest.size() >= kHead && frames.size() < 4) frames.push_back(take_frame(rest));
    const auto picture = picture_of_frames(std::move(frames));
    if (!picture) {
        expects(picture.error() == Fault::ScannerShortPage ||
                picture.error() == Fault::ScannerUnavailable);
        return 0;
    }
    const std::size_t channels = picture->coding == PictureCoding::RawRgb ? 3 : 1;
    expects(picture->width > 0 && picture->height >= 0);
    expects(picture->bytes.size() == static_cast<std::size_t>(picture->width) *
                                         static_cast<std::size_t>(picture->height) * channels);
    return 0;
}

#include "drivers/sane/sane_pixels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

namespace motlan {
namespace {

std::size_t samples_per_pixel(FrameKind kind) { return kind == FrameKind::Rgb ? 3 : 1; }

std::size_t samples_per_line(const FrameLook& look) {
    return static_cast<std::size_t>(look.pixels_per_line) * samples_per_pixel(look.kind);
}

std::size_t bytes_needed(const FrameLook& look) {
    return (samples_per_line(look) * static_cast<std::size_t>(look.depth) + 7) / 8;
}

/// One line's samples in 8 bits. Samples of 16 bits come in the machine's order of bytes; a set
/// bit of a line drawing is black.
void add_line(ByteView line, const FrameLook& look, Bytes& out) {
    constexpr std::size_t kHigh = std::endian::native == std::endian::little ? 1 : 0;
    const std::size_t samples = samples_per_line(look);
    for (std::size_t i = 0; i < samples; ++i) {
        if (look.depth == 16) {
            out.push_back(line[2 * i + kHigh]);
        } else {
            const bool is_black = (line[i / 8] >> (7U - i % 8) & 1U) != 0;
            out.push_back(static_cast<std::uint8_t>(is_black ? 0 : 255));
        }
    }
}

/// Drops, in place, what a backend adds to the end of each line.
void pack_lines(Bytes& pixels, std::size_t row, std::size_t stride) {
    const std::size_t count = pixels.size() / stride;
    for (std::size_t y = 1; row != stride && y < count; ++y) {
        std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(y * stride), row,
                    pixels.begin() + static_cast<std::ptrdiff_t>(y * row));
    }
    pixels.resize(count * row);
}

/// All whole lines of a frame.
Bytes lines_of(Frame frame) {
    const auto stride = static_cast<std::size_t>(frame.look.bytes_per_line);
    if (frame.look.depth == 8) {
        pack_lines(frame.bytes, samples_per_line(frame.look), stride);
        return std::move(frame.bytes);
    }
    const std::size_t count = frame.bytes.size() / stride;
    Bytes out;
    out.reserve(count * samples_per_line(frame.look));
    for (std::size_t y = 0; y < count; ++y) {
        add_line(ByteView(frame.bytes).subspan(y * stride, stride), frame.look, out);
    }
    return out;
}

EncodedPicture picture(PictureCoding coding, int width, Bytes pixels) {
    const std::size_t row =
        static_cast<std::size_t>(width) * (coding == PictureCoding::RawRgb ? 3 : 1);
    return {.coding = coding,
            .width = width,
            .height = static_cast<int>(pixels.size() / row),
            .bytes = std::move(pixels)};
}

Result<EncodedPicture> joined_passes(std::vector<Frame> frames) {
    std::array<Bytes, 3> passes;
    const int width = frames.front().look.pixels_per_line;
    std::size_t samples = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < passes.size(); ++i) {
        constexpr std::array kColours{FrameKind::Red, FrameKind::Green, FrameKind::Blue};
        const auto pass = std::ranges::find(frames, kColours.at(i),
                                            [](const Frame& frame) { return frame.look.kind; });
        if (pass == frames.end() || pass->look.pixels_per_line != width) {
            return fail(Fault::ScannerUnavailable);
        }
        passes.at(i) = lines_of(std::move(*pass));
        samples = std::min(samples, passes.at(i).size());
    }
    Bytes pixels(samples * 3);
    for (std::size_t i = 0; i < samples; ++i) {
        for (std::size_t pass = 0; pass < 3; ++pass) pixels[3 * i + pass] = passes.at(pass)[i];
    }
    return picture(PictureCoding::RawRgb, width, std::move(pixels));
}

/// Middle grey to where the picture ends, white from there on.
bool is_filler(ByteView row) {
    constexpr std::uint8_t kGrey = 128;
    const auto grey =
        std::ranges::find_if(row, [](std::uint8_t sample) { return sample != kGrey; });
    return grey - row.begin() > static_cast<std::ptrdiff_t>(row.size() / 2) &&
           std::all_of(grey, row.end(), [](std::uint8_t sample) { return sample == 255; });
}

// libjpeg fills what is missing of a cut picture with middle grey, and sane-airscan passes that on
// as a whole page, with white around it where the picture was smaller than wished. Neither paper
// nor the lid behind it is so even to the last sample.
bool ends_in_filler(const EncodedPicture& picture) {
    constexpr std::size_t kEnough = 8;  // rows of a JPEG's blocks
    const auto height = static_cast<std::size_t>(picture.height);
    if (height == 0) return false;
    const std::size_t width = picture.bytes.size() / height;
    const auto row = [&](std::size_t y) {
        return ByteView(picture.bytes).subspan(y * width, width);
    };
    std::size_t end = height;
    while (end > 0 && std::ranges::count(row(end - 1), 255) == static_cast<std::ptrdiff_t>(width)) {
        --end;
    }
    std::size_t filled = 0;
    while (filled < std::min(end, kEnough) && is_filler(row(end - 1 - filled))) ++filled;
    return filled == kEnough;
}

}  // namespace

bool is_understood(const FrameLook& look) {
    constexpr int kLongestLine = 1 << 20;
    const bool is_known =
        look.depth == 8 || look.depth == 16 || (look.depth == 1 && look.kind == FrameKind::Grey);
    return is_known && look.pixels_per_line > 0 && look.pixels_per_line <= kLongestLine &&
           look.bytes_per_line > 0 &&
           static_cast<std::size_t>(look.bytes_per_line) >= bytes_needed(look);
}

std::size_t promised_bytes(const FrameLook& look) {
    return static_cast<std::size_t>(std::max(0, look.lines)) *
           static_cast<std::size_t>(std::max(0, look.bytes_per_line));
}

Result<EncodedPicture> picture_of_frames(std::vector<Frame> frames) {
    const auto is_sound = [](const Frame& frame) { return is_understood(frame.look); };
    if (frames.empty() || !std::ranges::all_of(frames, is_sound)) {
        return fail(Fault::ScannerUnavailable);
    }
    const auto is_short = [](const Frame& frame) {
        return frame.bytes.size() < promised_bytes(frame.look) ||
               frame.bytes.size() < static_cast<std::size_t>(frame.look.bytes_per_line);
    };
    if (std::ranges::any_of(frames, is_short)) return fail(Fault::ScannerShortPage);
    if (frames.size() == 3) return joined_passes(std::move(frames));
    const FrameLook& look = frames.front().look;
    const bool is_whole = look.kind == FrameKind::Grey || look.kind == FrameKind::Rgb;
    if (frames.size() != 1 || !is_whole) return fail(Fault::ScannerUnavailable);
    const auto coding =
        look.kind == FrameKind::Rgb ? PictureCoding::RawRgb : PictureCoding::RawGrey;
    const int width = look.pixels_per_line;
    auto page = picture(coding, width, lines_of(std::move(frames.front())));
    if (ends_in_filler(page)) return fail(Fault::ScannerShortPage);
    return page;
}

}  // namespace motlan

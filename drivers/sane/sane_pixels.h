// What a SANE device sends, made into a picture of 8 bits: rows of 1, 8 or 16 bits, grey, in
// colour, or in three passes (SANE 1.06, sections 3.2 and 4.3.8). Pure; the bytes are untrusted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"

namespace motlan {

enum class FrameKind : std::uint8_t { Grey, Rgb, Red, Green, Blue };

/// How one frame of a page is laid out.
struct FrameLook {
    FrameKind kind = FrameKind::Grey;
    int depth = 8;  ///< bits of a sample: 1, 8 or 16
    int pixels_per_line = 0;
    int bytes_per_line = 0;  ///< at least what the pixels take; the rest is dropped
    int lines = -1;          ///< -1: the device does not know before the end
};

/// Whether we can make pixels of such a frame: a depth that we know, and lines that hold them.
[[nodiscard]] bool is_understood(const FrameLook& look);

/// Bytes that the frame will have; 0 when the device does not know.
[[nodiscard]] std::size_t promised_bytes(const FrameLook& look);

/// One frame as it came.
struct Frame {
    FrameLook look;
    Bytes bytes;
};

/// The picture of a page: one grey or colour frame, or one each of red, green and blue in any
/// order. A line that was begun and not ended is dropped; what passes have more than the shortest
/// of them is, too. Fails with Fault::ScannerShortPage when a frame has fewer bytes than promised
/// or ends in what a decoder puts in place of a missing end, Fault::ScannerUnavailable for frames
/// that make no picture.
[[nodiscard]] Result<EncodedPicture> picture_of_frames(std::vector<Frame> frames);

}  // namespace motlan

// Reads the bytes of one frame from a started SANE device.
#pragma once

#include <cstddef>

#include "drivers/sane/sane_pixels.h"
#include "drivers/sane/sane_session.h"

namespace motlan {

/// Which part of a page a frame is.
struct FramePlace {
    std::size_t index = 0;  ///< of the passes
    std::size_t count = 1;
    /// Nothing follows: the frame is over with its last promised byte, and nobody waits for the
    /// device to say so, for that is where backends are known to hang or crash.
    bool is_last = true;
    /// The progress of a device that does not know its own lines is measured by these; 0 is
    /// unknown.
    std::size_t asked_lines = 0;
};

/// The frame's bytes. Fails like fault_of_sane_status(), with Fault::ScannerCancelled and with
/// Fault::PictureTooLarge.
[[nodiscard]] Result<Bytes> read_frame(void* device, const FrameLook& look, FramePlace place,
                                       const ScanWatch& watch);

/// Reads what is left of the page and drops it, until the device says that it is over.
void read_to_end(void* device);

}  // namespace motlan

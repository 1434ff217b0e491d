// The digests that the issuing State has signed for the files of a chip: the LDSSecurityObject
// (Doc 9303-10 section 4.6.2.3, versions 0 and 1).
#pragma once

#include <span>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// A file as it was read and its number: 1 for DG1, 13 for DG13.
struct ChipContent {
    std::uint8_t number = 0;
    ByteView bytes;
};

/// Whether the object holds a digest of each of these files and each is right. Fails with
/// Fault::ChipForged when not, ChipMalformed when the object is none or uses another digest than
/// SHA-224 and up.
[[nodiscard]] Result<void> check_digests(ByteView security_object,
                                         std::span<const ChipContent> files);

}  // namespace motlan

// The files on a chip (Doc 9303-10 section 3): finds and reads them, each within its bound. What
// the chip says of lengths is only a claim: a file is refused before it is fetched when it is
// too large, and every piece must bring something.
#pragma once

#include <functional>

#include "kiosk/chip/chip_session.h"
#include "kiosk/chip/tlv.h"

namespace motlan {

struct ChipFile {
    std::uint16_t id = 0;
    Tag tag = 0;            ///< what the file begins with
    std::size_t limit = 0;  ///< bytes, tag and length counted
};

namespace chip_file {
inline constexpr ChipFile kCardAccess = {0x011C, 0x31, 4U << 10U};
inline constexpr ChipFile kZone = {0x0101, 0x61, 1U << 10U};
inline constexpr ChipFile kFace = {0x0102, 0x75, 64U << 10U};
inline constexpr ChipFile kText = {0x010D, 0x6D, 16U << 10U};
inline constexpr ChipFile kSecurityObject = {0x011D, 0x77, 32U << 10U};
}  // namespace chip_file

/// Told how many bytes of how many have come.
using Arrival = std::function<void(std::size_t come, std::size_t whole)>;

/// Selects the travel document application, where all files but CardAccess are. Fails with
/// Fault::ChipMalformed when the chip has none, and as ChipSession::send does.
[[nodiscard]] Result<void> select_application(ChipSession& session);

/// The whole file. Fails with Fault::ChipLocked when the chip does not give it out (or has
/// none), ChipMalformed, and as ChipSession::send does.
[[nodiscard]] Result<Bytes> read_file(ChipSession& session, const ChipFile& file,
                                      const Arrival& arrival = {});

}  // namespace motlan

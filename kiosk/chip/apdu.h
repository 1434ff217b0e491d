// Commands to a chip and its answers (ISO/IEC 7816-4 section 5.1). Short forms only: at most
// 255 bytes go and 256 come, which every reader and every chip can do.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// What a command may bring and what an answer may.
inline constexpr std::size_t kCommandContentLimit = 255;
inline constexpr std::size_t kAnswerContentLimit = 256;

struct Command {
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;
    Bytes content = {};
    std::size_t expected = 0;  ///< answer bytes at most; 0: none
};

/// Status words of ISO/IEC 7816-4 section 5.1.3.
namespace status {
inline constexpr std::uint16_t kDone = 0x9000;
inline constexpr std::uint16_t kEndOfFile = 0x6282;
inline constexpr std::uint16_t kFileNotFound = 0x6A82;
}  // namespace status

struct Answer {
    Bytes content = {};
    std::uint16_t status = 0;

    [[nodiscard]] bool is_done() const { return status == status::kDone; }
    [[nodiscard]] std::uint8_t status_class() const {
        return static_cast<std::uint8_t>(status >> 8U);
    }
};

/// The command as the chip wants it. Content and expectation are within the limits above.
[[nodiscard]] Bytes encode(const Command& command);

/// Splits an answer. Fails with Fault::ChipMalformed without a status or over the limit.
[[nodiscard]] Result<Answer> parse_answer(ByteView bytes);

}  // namespace motlan

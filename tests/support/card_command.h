// A command as a card takes it apart, and its answer (ISO/IEC 7816-4).
#pragma once

#include <optional>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

struct CardCommand {
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;
    Bytes words;
    std::size_t wanted = 0;  ///< most bytes that the answer may have; 0: none

    /// Short or extended; nothing when its lengths contradict each other.
    static std::optional<CardCommand> parse(ByteView bytes);

    [[nodiscard]] bool is_odd() const { return (ins & 1) != 0; }
    [[nodiscard]] bool is_protected() const { return (cla & 0x0C) == 0x0C; }
    /// Le as it stands at the end of a command.
    static std::size_t wanted_of(ByteView le);
};

struct CardAnswer {
    Bytes words;
    std::uint16_t status = 0x9000;

    [[nodiscard]] Bytes bytes() const;
};

}  // namespace motlan::testing

// Writes the tag-length-value bytes of a card's files (DER) and finds a value in those of a
// command. The card's side only: it shares nothing with the code that reads cards.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

/// All parts, one after the other.
[[nodiscard]] Bytes joined(std::initializer_list<ByteView> parts);

/// A value under a tag of one to three bytes, such as 0x30, 0x5F1F.
[[nodiscard]] Bytes der(unsigned tag, ByteView value);
[[nodiscard]] Bytes der(unsigned tag, std::string_view text);
[[nodiscard]] Bytes der(unsigned tag, std::initializer_list<ByteView> parts);

/// The value of the first object with that one-byte tag among the objects of `bytes`.
[[nodiscard]] std::optional<ByteView> value_of(ByteView bytes, std::uint8_t tag);

}  // namespace motlan::testing

// BER-TLV elements (ISO/IEC 8825-1): a tag, a length, a content. Reads untrusted bytes: no length
// is believed, nothing is copied, nothing is read twice and nothing recurses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// A tag as it is written: 0x30, 0x7F49. At most three bytes.
using Tag = std::uint32_t;

struct Element {
    Tag tag = 0;
    ByteView content;  ///< lives as long as the bytes it was read from
};

/// Takes the first element off `rest`. Definite lengths of at most four bytes.
/// Fails with Fault::ChipMalformed when it does not lie whole in `rest`.
[[nodiscard]] Result<Element> take(ByteView& rest);

/// Takes the first element, which must have this tag, and answers its content.
/// Fails with Fault::ChipMalformed.
[[nodiscard]] Result<ByteView> take(ByteView& rest, Tag tag);

/// The content of the one element that the bytes are. Fails with Fault::ChipMalformed, also
/// when something follows it.
[[nodiscard]] Result<ByteView> only(ByteView bytes, Tag tag);

/// The content of the first element with this tag, others before it skipped.
/// Fails with Fault::ChipMalformed when there is none.
[[nodiscard]] Result<ByteView> find(ByteView bytes, Tag tag);

/// How long the element is that begins so, tag and length counted; it may reach beyond `beginning`.
/// Nothing when the beginning is too short or wrong.
[[nodiscard]] std::optional<std::size_t> whole_size(ByteView beginning);

/// Writes an element of less than 64 KiB.
[[nodiscard]] Bytes element(Tag tag, ByteView content);

}  // namespace motlan

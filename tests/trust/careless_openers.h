// Openers that believe too early, to show that turned bits and fields amiss are seen. The product
// knows none of them.
#pragma once

#include <optional>

#include "kiosk/outbox/label.h"
#include "kiosk/outbox/receipt.h"

namespace motlan::testing {

/// What a signed document says, whoever signed it; nothing when it cannot be read at all.
[[nodiscard]] std::optional<Bytes> content_unsigned(ByteView document);

/// The document alone when something follows it.
[[nodiscard]] Bytes without_tail(ByteView document);

}  // namespace motlan::testing

// The words between a virtual reader (vpcd of the vsmartcard project) and a card: two bytes of
// length, then a command, or one byte that is the reader's own.
#pragma once

#include <optional>

#include "kiosk/core/descriptor.h"
#include "tests/support/virtual_card.h"

namespace motlan::testing {

/// Sends small messages at once. vpcd asks in two pieces, and without this each costs 40 ms.
void hurry(int socket);
/// The next message; nothing when the reader hung up.
[[nodiscard]] std::optional<Bytes> receive_message(int socket);
/// Obeys it; false when the card is dead or the reader hung up.
[[nodiscard]] bool answer_message(int socket, VirtualCard& card, ByteView message);

/// Calls the virtual reader at that port of this machine; a closed descriptor when nobody is there.
[[nodiscard]] Descriptor call(int port);

}  // namespace motlan::testing

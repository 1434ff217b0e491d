// A code that must fit into a QR: words and who signed them, in Base45 (formats, sections 7.1 and
// 13), written by the province.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "tests/province/authority.h"

namespace motlan::province {

/// `beginning`, then in Base45: the signer's name, the words, the signature over all of it.
/// Fails with Fault::SealingFailed.
[[nodiscard]] Result<std::string> sign_code(std::string_view beginning, ByteView words,
                                            const Identity& signer);

/// Milliseconds since 1970 in six bytes, the most significant first.
void append_time(Bytes& bytes, WallTime time);

/// Base45 (RFC 9285).
[[nodiscard]] std::string to_base45(ByteView bytes);

}  // namespace motlan::province

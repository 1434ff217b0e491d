// JSON in and out (RFC 8259). The only file that knows the JSON library.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"

namespace motlan {

/// Bounds on a document from outside (security design 4.10: depth 32, 1 MiB).
inline constexpr std::size_t kJsonLimit = std::size_t{1} << 20U;
inline constexpr int kJsonDepthLimit = 32;

/// Reads one document: valid UTF-8, no duplicate keys, whole numbers within 64 bits.
/// Fails with Fault::MessageMalformed.
[[nodiscard]] Result<Tree> parse_json(std::string_view text);

/// Writes a document in canonical form: keys sorted, no white space, UTF-8 kept.
[[nodiscard]] std::string to_json(const Tree& tree);

}  // namespace motlan

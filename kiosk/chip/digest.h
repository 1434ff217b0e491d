// The digests that a chip's files and keys are made with. Pure functions.
#pragma once

#include <cstdint>

#include "kiosk/core/bytes.h"

namespace motlan {

enum class DigestKind : std::uint8_t { Sha1, Sha224, Sha256, Sha384, Sha512 };

[[nodiscard]] Bytes digest(DigestKind kind, ByteView bytes);

}  // namespace motlan

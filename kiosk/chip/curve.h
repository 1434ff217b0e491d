// Arithmetic on the standardized curves of key agreement with a chip. Points are uncompressed
// (04 x y, SEC 1 section 2.3.3); one that is not on the curve is never calculated with. All
// these curves have cofactor 1, so a point on the curve is in the group.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/chip/chip_key.h"
#include "kiosk/core/result.h"

namespace motlan {

/// The values are the identifiers of Doc 9303-11 section 9.5.1.
enum class Curve : std::uint8_t {
    NistP192 = 8,
    BrainpoolP192r1 = 9,
    NistP224 = 10,
    BrainpoolP224r1 = 11,
    NistP256 = 12,
    BrainpoolP256r1 = 13,
    BrainpoolP320r1 = 14,
    NistP384 = 15,
    BrainpoolP384r1 = 16,
    BrainpoolP512r1 = 17,
    NistP521 = 18,
};

/// The curve of that identifier; nothing for others, such as 0 to 2, groups of whole numbers.
[[nodiscard]] std::optional<Curve> curve_of(std::uint8_t identifier);

[[nodiscard]] Bytes generator_of(Curve curve);

/// A private key: evenly distributed, neither zero nor the group's order or more.
[[nodiscard]] ChipKey private_key(Curve curve, const Chance& chance);

/// The point so many times (a big-endian number). Fails with Fault::ChipMalformed when it is not
/// on the curve or the product is the neutral element.
[[nodiscard]] Result<Bytes> multiply(Curve curve, ByteView number, ByteView point);

/// The sum of two points. Fails with Fault::ChipMalformed likewise.
[[nodiscard]] Result<Bytes> add(Curve curve, ByteView left, ByteView right);

/// The x of a point that `multiply` or `add` answered.
[[nodiscard]] ByteView x_of(ByteView point);

}  // namespace motlan

// What EF.CardAccess says of the ways to agree on keys with a chip (Doc 9303-11 section 9.2).
#pragma once

#include <optional>

#include "kiosk/chip/curve.h"

namespace motlan {

/// A way that the chip offers and we know: elliptic curves with generic mapping.
struct PaceOffer {
    Cipher cipher = Cipher::Aes256;
    Curve curve = Curve::NistP256;
    bool is_only = true;  ///< otherwise the chip must be told which curve is meant

    /// The content of the protocol's object identifier (section 9.2.1, id-PACE-ECDH-GM).
    [[nodiscard]] Bytes protocol() const;
};

/// The offer with the strongest cipher, the first of equals; none when no offer is one that we
/// know. Fails with Fault::ChipMalformed when the file is not a list of offers.
[[nodiscard]] Result<std::optional<PaceOffer>> best_offer(ByteView card_access);

}  // namespace motlan

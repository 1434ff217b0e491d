// What the chip of an identity card says about its holder (domain notes 3).
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/core/personal.h"
#include "kiosk/domain/profile.h"

namespace motlan {

/// Whether the issuing State's signature over the chip's files was checked and held. A signature
/// that does not hold is never an answer but Fault::ChipForged.
enum class ChipTrust : std::uint8_t {
    Unchecked,  ///< no certificate of the issuing State is set up that could tell
    Authentic,  ///< signed by the issuing State, every file as it was signed
};

struct ChipCard {
    Profile profile;
    std::optional<Personal<CivilDate>> expires;  ///< none: unlimited or not said
    std::optional<EncodedPicture> face;          ///< as the chip holds it, when it was wished
    ChipTrust trust = ChipTrust::Unchecked;
};

}  // namespace motlan

// What happens when a card, or another code, is held before the camera or laid on the reader.
#pragma once

#include <optional>

#include "kiosk/core/bytes.h"
#include "kiosk/core/card_distance.h"
#include "kiosk/core/card_hint.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/core/lamp.h"
#include "kiosk/domain/chip_card.h"

namespace motlan {

struct CardSeen {
    Picture preview;
    CardHint hint;
    std::optional<CardDistance> distance{};  ///< where a code was found
    std::optional<Lamp> lamp{};              ///< where the camera has one
};
struct CardCodeRead {
    Bytes payload;
};
struct CameraFailed {
    Fault fault;
};
/// A reader that decodes by itself sent what is no code for us.
struct CodeRefused {
    Fault fault;
};
struct ChipProgressed {
    int percent;
};
struct ChipRead {
    ChipCard card;
    Picture face;  ///< where this kiosk shows it
};
struct ChipFailed {
    Fault fault;
};

}  // namespace motlan

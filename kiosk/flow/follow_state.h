// The screens that follow a dossier filed before. What they hold of a citizen is theirs alone:
// leaving them destroys it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/card_distance.h"
#include "kiosk/core/card_hint.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/core/lamp.h"
#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/domain/follow.h"
#include "kiosk/domain/saved_slip.h"
#include "kiosk/flow/progress.h"

namespace motlan {

/// Whoever has shown the slip of a saved work and then a card.
struct SavedHolder {
    Profile profile;
    std::vector<CardOddity> oddities;
};

/// C21: the card, or the code of a receipt, is held before the camera, or its digits are typed.
struct FindDossier {
    Picture preview;  ///< what the camera sees; empty until the first frame
    CardHint hint = CardHint::NoCard;
    std::optional<Fault> refused;  ///< why the last code led to nothing
    int refusals = 0;
    bool is_checking = false;                ///< the code of a receipt or slip is being looked at
    std::optional<ReceiptCode> receipt;      ///< what the verified code says
    std::optional<Profile> asked;            ///< whose dossiers the province is being asked for
    std::optional<Profile> waiting;          ///< another card, shown before that answer came
    int questions = 0;                       ///< put to the province so far
    std::optional<CardDistance> distance{};  ///< where a code was found
    std::optional<Lamp> lamp{};              ///< where the camera has one
    std::optional<std::string> typing{};     ///< digits of a code, while keys are shown for them
    std::string typed{};                     ///< digits of the code that was typed; empty: none
    std::optional<SavedSlip> saved{};        ///< what a slip names that waits for its card
    std::optional<SavedHolder> holder{};     ///< whose card is to open it, while it is tried
};

/// The dossiers of the citizen whose card was shown, and the one that is looked at.
struct Followed {
    Profile profile;
    std::vector<FollowedDossier> dossiers;  ///< at least one, the newest first
    std::size_t chosen = 0;
    std::string sought{};  ///< the code shown or typed before, where it is none of these
    bool is_sought_typed = false;

    [[nodiscard]] const FollowedDossier& dossier() const { return dossiers[chosen]; }
};

/// Between C21 and C22, where there is more than one.
struct ChooseDossier {
    Followed followed;
};

/// C22: where it is, when it is due, and what the citizen has to do now.
struct FollowDossier {
    Followed followed;
    std::optional<SlipStage> slip;  ///< once a slip was wished
    std::optional<Fault> slip_fault;
};

/// The letter of a dossier that is late (form 04 of Circular 03/2025/TT-VPCP).
struct ReadApology {
    Followed followed;
};

enum class WishStage : std::uint8_t { MayAsk, Asking, Checked };

/// C23: what an officer asks for afterwards, checked against the sources before anybody brings it.
struct ReviewWishes {
    Followed followed;
    WishStage stage = WishStage::Checked;  ///< MayAsk: once the citizen agrees
    std::map<SourceId, SourceProgress> sources;
    SourceWords words;
    SteadyTime since{};
    std::optional<ConsentRecord> consent;  ///< once the sources were asked
};

}  // namespace motlan

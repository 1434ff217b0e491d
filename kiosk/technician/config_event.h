// What a technician wishes of the settings and what the machine answers; and the jobs that the desk
// asks for. Plain data, as all of care_event.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/care/config_door.h"
#include "kiosk/core/card_hint.h"
#include "kiosk/core/device_role.h"
#include "kiosk/core/image.h"

namespace motlan {

// --- what the technician does ---
/// A value of kiosk.toml is to be changed, by its path.
struct SettingOpened {
    std::string path;
};
/// Into the value, the second technician's PIN or the word that is looked for.
struct LettersFelt {
    std::string letters;
};
struct EraseFelt {};
/// As ToneTyped.
struct ToneFelt {
    char tone;
};
/// As a whole, from what may stand there.
struct ValueChosen {
    std::string value;
};
struct SettingTaken {};  ///< into what is to change
struct ChangesDropped {};
struct ApplyWished {};
/// A former version is to be in force again, by its name.
struct VersionWished {
    std::string name;
};
struct KeepTold {
    bool is_kept;
};

// --- what the machine answers ---
/// What was in force before, until when.
struct FormerVersion {
    std::string name;  ///< "0007"
    std::string text;
    WallTime until{};
};
struct ConfigRead {
    std::optional<std::string> text;      ///< kiosk.toml; none: it cannot be read
    std::vector<FormerVersion> former{};  ///< the newest first
};
/// What became of the wish to change it.
struct ChangeAnswered {
    DoorReply reply;
};
/// What the camera sees while a badge is waited for.
struct BadgeSighted {
    Picture picture;
    CardHint hint = CardHint::NoCard;
};
struct BadgeRead {
    std::string code;
};
/// The trial that goes on: which changed devices do not work; over when nobody watches it.
struct TrialSeen {
    std::vector<DeviceTrouble> troubles;
    bool is_over = false;
};

// --- jobs ---
struct AskToChange {
    ConfigWish wish;
};
/// Look for a badge, or do so no more.
struct WatchForBadge {
    bool is_wished = true;
};
struct AnswerTrial {
    TrialAnswer answer = TrialAnswer::TakeBack;
};

}  // namespace motlan

// The part of a desk's step that is about settings: what is to change, whether it could, who
// agrees, and whether it stays. For the sources of this folder only.
#pragma once

#include "kiosk/technician/care_desk.h"

namespace motlan {

/// What is in force; what is to change stays as it is.
void read_config(CareTurn& turn, const ConfigRead& read);

void open_setting(CareTurn& turn, const SettingOpened& opened);
void type(CareTurn& turn, const LettersFelt& felt);
void set_tone(CareTurn& turn, const ToneFelt& felt);
void erase(CareTurn& turn);
void choose_value(CareTurn& turn, const ValueChosen& chosen);
/// Into the draft, unless it cannot stand there; nothing leaves the value out.
void take_setting(CareTurn& turn);
void drop_changes(CareTurn& turn);
void wish_version(CareTurn& turn, const VersionWished& wish);
/// Values of the draft by path, as one change: the settings of a device.
void put_into_draft(CareTurn& turn, const std::vector<std::pair<std::string, std::string>>& values);

/// Asks whoever may write kiosk.toml; from Second with badge and PIN.
void apply_draft(CareTurn& turn);
void hear_change(CareTurn& turn, const ChangeAnswered& answered);
void see_badge(CareTurn& turn, const BadgeSighted& sighted);
void read_badge(CareTurn& turn, const BadgeRead& read);
/// The page of the second technician is left.
void forget_second(CareTurn& turn);

void tell_keep(CareTurn& turn, bool is_kept);
void see_trial(CareTurn& turn, const TrialSeen& seen);
/// Nobody said anything in time.
void tick_keep(CareTurn& turn);

}  // namespace motlan

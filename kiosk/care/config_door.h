// How the screen changes kiosk.toml, which the kiosk may not write: it asks a program of another
// user that waits at a socket, one question a connection. That program judges the second
// technician's badge and PIN by itself and sees a trial to its end after the kiosk has ended.
// Questions:
// {"verb":"change","by","badge","pin"} with two blocks (formats.md 10), {"verb":"keep"},
// {"verb":"take_back"}.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/care/config_change.h"
#include "kiosk/ipc/channel.h"

namespace motlan {

/// What the technician at the screen wishes; `badge` and `pin` are the second one's, else empty.
struct ConfigWish {
    std::string former;
    std::string text;
    StaffNumber by;
    std::string badge{};
    std::string pin{};
};

enum class DoorAnswer : std::uint8_t {
    Begun,          ///< the kiosk starts anew with it and asks whether it is to stay
    Unchanged,      ///< it was so already
    Held,           ///< somebody else is changing it: `who`
    Overtaken,      ///< it was changed meanwhile
    NeedsSecond,    ///< another technician has to agree
    SecondRefused,  ///< `fault`: badge or PIN, or it is the same technician
    Wrong,          ///< `problem`: no kiosk could start with it
    NoDoor,         ///< nobody answers at the socket
    NotWritten,     ///< the disk did not take it
};
/// "begun", "unchanged", …
[[nodiscard]] std::string_view name(DoorAnswer answer);

struct DoorReply {
    DoorAnswer answer = DoorAnswer::NoDoor;
    std::string who{};
    std::optional<Problem> problem{};
    std::optional<Fault> fault{};
};

/// Where the program waits.
[[nodiscard]] std::filesystem::path config_door(const std::filesystem::path& runtime);

/// Asks; waits at most 20 seconds, as the catalogue is read anew.
[[nodiscard]] DoorReply ask_to_change(const std::filesystem::path& door, const ConfigWish& wish);
/// Whether somebody watched a trial and was told.
[[nodiscard]] bool ask_to_answer(const std::filesystem::path& door, TrialAnswer answer);

/// Somebody's badge and PIN, as StaffEntrance::sign_in() judges them.
using JudgeBadge = std::function<Result<StaffMember>(std::string_view badge, std::string_view pin)>;

/// Takes the one question of a connection, answers it and sees its trial to the end.
void serve_at_door(Channel& channel, const ConfigPlace& place, const JudgeBadge& judge);

}  // namespace motlan

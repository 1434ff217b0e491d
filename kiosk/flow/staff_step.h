// The part of a step that is about staff: signing in, the citizen's consent to be helped, the time
// of help, and what becomes of what was entered.
#pragma once

#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// What a step works on.
struct StaffStage {
    State& state;
    std::vector<Effect>& effects;
    const Office& office;
};

/// Whether the event is thereby done: it was about staff, or it is one that a helper may not do.
[[nodiscard]] bool take_staff_event(const StaffStage& stage, const Event& event);

/// What a helper entered stays before the citizen until it is judged. Call last in a step.
void keep_help_review(State& state);

/// The help is over with the visit; what was entered goes with it.
void drop_help(State& state, std::vector<Effect>& effects);

/// Whether a helper may do this on that screen.
[[nodiscard]] bool may_help(const Screen& screen, const Event& event, HelpScope scope);

/// Nobody answers a screen of staff (ux 2.8).
inline constexpr std::chrono::seconds kUnanswered{60};
/// A screen of signed-in staff that nobody touches is locked (ux 2.2, class E).
inline constexpr std::chrono::seconds kStaffLock{120};

/// Whether somebody can sign in here now: a badge can be read, and somebody is there to be helped
/// or nobody is served.
[[nodiscard]] bool may_sign_in(const State& state);
/// S01 opens: the camera looks for a badge; what the screen below does with it goes on afterwards.
/// Who has signed in already asks the citizen at once.
void open_entry(const StaffStage& stage);
/// What happens on S01. True when the event is thereby done.
[[nodiscard]] bool take_entry_event(const StaffStage& stage, const Event& event);
/// S02 opens for whoever has signed in.
void open_board(const StaffStage& stage);
/// What happens on S02 and S08. True when the event is thereby done.
[[nodiscard]] bool take_board_event(const StaffStage& stage, const Event& event);

/// S06 begins: why can the citizen not declare alone? Only on the declaration.
void open_witness_wish(const StaffStage& stage);
/// What happens while that is asked, and once two members of staff have signed in. True when the
/// event is thereby done.
[[nodiscard]] bool take_witness_event(const StaffStage& stage, const Event& event);
/// Somebody has signed in to read or witness the declaration below.
void admit_for_signing(const StaffStage& stage, const StaffMember& who);

/// S07 begins: the source of that paper is asked anew. Only for a supervisor who helps.
void open_exception(const StaffStage& stage, const ItemId& item);
/// What happens on S07. True when the event is thereby done.
[[nodiscard]] bool take_exception_event(const StaffStage& stage, const Event& event);

/// The camera looks for a badge, or no more; what a screen below does with it goes on.
void watch_for_badge(const StaffStage& stage, bool is_wished);

/// S03 opens.
void ask_to_help(const StaffStage& stage, const StaffMember& who);

/// Takes back what the helper entered and the citizen has not confirmed, and ends the help.
void conclude_help(const StaffStage& stage);

}  // namespace motlan

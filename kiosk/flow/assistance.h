// An assisted visit (ux 6.2): the citizen has let staff help. While the helper has the kiosk,
// nothing that only the citizen may do is done; when it is handed back, what the helper entered
// counts only as far as the citizen confirms it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/domain/help.h"
#include "kiosk/flow/visit.h"

namespace motlan {

struct Screen;
struct State;

enum class HelpPhase : std::uint8_t {
    Helping,     ///< the helper has the kiosk
    Confirming,  ///< the citizen has it back and reads what was entered
};

struct Assistance {
    /// Then the citizen must agree anew.
    static constexpr std::chrono::minutes kLongest{15};

    StaffMember who;
    HelpScope scope = HelpScope::Guide;
    std::optional<ItemId> only{};  ///< what may be typed; nothing: every item
    HelpPhase phase = HelpPhase::Helping;
    SteadyTime ends{};
    WallTime since{};
    // As they were when the citizen handed over.
    Answers answers;
    Papers papers;
    Answers drafts;
    PaperExceptions exceptions;
    std::set<ItemId> confirmed;
};

/// The visit of a screen; nullptr where there is none.
[[nodiscard]] const Visit* visit_of(const Screen& screen);

/// The item that the screen is about; nothing where it is about none or several.
[[nodiscard]] std::optional<ItemId> item_at(const Screen& screen);

/// What the helper may do on that screen: no more than to show the way where another item is asked
/// than the one that was granted.
[[nodiscard]] HelpScope scope_on(const Screen& screen, const Assistance& help);

/// While the helper has the kiosk.
[[nodiscard]] bool is_helping(const State& state);

/// Of the helper's time, rounded up; 0 when nobody helps.
[[nodiscard]] int help_minutes(const State& state);

/// Whether the screen is the citizen's own: while the helper has the kiosk it shows nothing but
/// that it is the citizen's turn.
[[nodiscard]] bool is_citizens_turn(const State& state);

/// What the helper has entered or changed since, in the order of the procedure.
[[nodiscard]] std::vector<ItemId> helped_items(const State& state);

}  // namespace motlan

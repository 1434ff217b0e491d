// That staff have helped in a visit, and how far the citizen let them: what a dossier and the audit
// log say of it. Never what was entered.
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/domain/staff.h"

namespace motlan {

/// What the citizen lets a helper do.
enum class HelpScope : std::uint8_t {
    Guide,  ///< show the way; nothing of the citizen's is shown
    Type,   ///< type answers and lay papers as well; what the State holds stays masked
};
[[nodiscard]] std::string_view name(HelpScope scope);

/// One time that staff helped.
struct HelpRecord {
    StaffNumber staff;
    HelpScope scope = HelpScope::Guide;
    WallTime from{};
    WallTime to{};
    int entered = 0;    ///< answers and papers that the helper left
    int confirmed = 0;  ///< of these, what the citizen has confirmed; the rest was taken back
    bool operator==(const HelpRecord&) const = default;
};

/// Why somebody cannot declare alone.
enum class SigningNeed : std::uint8_t { CannotRead, CannotSign };
[[nodiscard]] std::string_view name(SigningNeed need);

/// S06: two members of staff say that the declaration was read to the citizen, who agreed.
struct WitnessStatement {
    SigningNeed need = SigningNeed::CannotRead;
    StaffNumber reader;
    StaffNumber witness;  ///< another person, who has entered nothing
    WallTime at{};        ///< when both had signed in
    bool operator==(const WitnessStatement&) const = default;
};

}  // namespace motlan

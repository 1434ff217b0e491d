// Who helps at a kiosk and who looks after it: what a badge says, how often a PIN may be tried,
// how long a sign-in lasts. Staff are named to the citizen whom they help; nothing here is a
// citizen's.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"
#include "kiosk/core/strong.h"

namespace motlan {

/// An attendant helps citizens; a technician looks after the machine and never sees a visit; a
/// supervisor is an attendant who may also take papers in the place of a silent source.
enum class StaffRole : std::uint8_t { Attendant, Technician, Supervisor };

/// Stands on the badge and in records: one to twelve capital letters, digits and hyphens.
using StaffNumber = Strong<struct StaffNumberTag, std::string>;
[[nodiscard]] bool is_staff_number(std::string_view text);

/// Random, one for each badge, so that a lost one can be taken back: 16 hexadecimal digits.
using BadgeId = Strong<struct BadgeIdTag, std::string>;

struct StaffMember {
    StaffNumber number;
    std::string name;  ///< as the citizen reads it
    StaffRole role = StaffRole::Attendant;
    bool operator==(const StaffMember&) const = default;
};

/// No badge is issued for longer (security design 4.3).
[[nodiscard]] std::chrono::days longest_badge_life(StaffRole role);

/// Six digits. It cannot be printed or logged.
class Pin {
public:
    static constexpr std::size_t kLength = 6;
    /// Reads exactly six ASCII digits. Fails with Fault::PinWrong.
    static Result<Pin> parse(std::string_view digits);

    [[nodiscard]] std::string_view reveal() const { return digits_; }
    /// What fifteen guesses would find: one digit six times, or digits in a row.
    [[nodiscard]] bool is_easy() const;

private:
    explicit Pin(std::string_view digits) : digits_(digits) {}

    std::string digits_;
};

/// Wrong PINs in a row that cost nothing, and after how many only a technician can help
/// (security design 4.10).
inline constexpr int kFreePinTries = 5;
inline constexpr int kMostPinTries = 15;

/// How long the next try has to wait after so many wrong ones: 15 seconds after the fifth, twice as
/// long after each further one; nothing once it is locked.
[[nodiscard]] std::optional<std::chrono::seconds> pin_wait(int tries);

/// Somebody who has signed in on this kiosk.
struct SignedIn {
    StaffMember who;
    SteadyTime since{};
    SteadyTime touched{};  ///< when something was last done

    static constexpr std::chrono::minutes kIdle{5};
    static constexpr std::chrono::minutes kLongest{60};
    [[nodiscard]] bool is_over(SteadyTime now) const;
};

}  // namespace motlan

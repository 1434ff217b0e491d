#include "kiosk/domain/staff.h"

#include <algorithm>

#include "kiosk/core/digits.h"
#include "kiosk/domain/help.h"

namespace motlan {
namespace {

constexpr std::size_t kLongestNumber = 12;
constexpr std::chrono::seconds kFirstWait{15};

}  // namespace

std::string_view name(HelpScope scope) {
    switch (scope) {
        case HelpScope::Guide: return "guide";
        case HelpScope::Type: return "type";
    }
    return {};
}

std::string_view name(SigningNeed need) {
    switch (need) {
        case SigningNeed::CannotRead: return "cannot_read";
        case SigningNeed::CannotSign: return "cannot_sign";
    }
    return {};
}

bool is_staff_number(std::string_view text) {
    return !text.empty() && text.size() <= kLongestNumber &&
           std::ranges::all_of(text, [](char letter) {
               return is_digit(letter) || (letter >= 'A' && letter <= 'Z') || letter == '-';
           });
}

std::chrono::days longest_badge_life(StaffRole role) {
    return std::chrono::days(role == StaffRole::Technician ? 60 : 180);
}

Result<Pin> Pin::parse(std::string_view digits) {
    if (digits.size() != kLength || !are_digits(digits)) return fail(Fault::PinWrong);
    return Pin(digits);
}

bool Pin::is_easy() const {
    const auto goes_by = [this](int step) {
        return std::ranges::adjacent_find(digits_, [step](char one, char next) {
                   return next != one + step;
               }) == digits_.end();
    };
    return goes_by(0) || goes_by(1) || goes_by(-1);
}

std::optional<std::chrono::seconds> pin_wait(int tries) {
    if (tries >= kMostPinTries) return std::nullopt;
    if (tries < kFreePinTries) return std::chrono::seconds(0);
    return kFirstWait * (1 << (tries - kFreePinTries));
}

bool SignedIn::is_over(SteadyTime now) const {
    return now - touched >= kIdle || now - since >= kLongest;
}

}  // namespace motlan

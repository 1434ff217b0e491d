// Chance, and what staff do by chance.
#pragma once

#include <random>

#include "tests/flow/walk.h"

namespace motlan {

class Dice {
public:
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
    template <typename T>
    T one_of(const std::vector<T>& values) {
        return values[below(values.size())];
    }

private:
    std::mt19937_64 random_{20261123};
};

inline ItemId some_item(Dice& dice) {
    return ItemId(
        dice.one_of<std::string>({"name", "copies", "reason", "where", "home", "lease", "none"}));
}

inline SourceVerdict some_verdict(Dice& dice) { return static_cast<SourceVerdict>(dice.below(5)); }

/// Staff come, help and go.
inline Event with_staff(Dice& dice) {
    const auto role = static_cast<StaffRole>(dice.below(3));
    const StaffNumber number(dice.below(2) == 0 ? "0123" : "0456");
    switch (dice.below(20)) {
        case 0: return StaffEntryWished{};
        case 1: return CardCodeRead{to_bytes("MLB1:ABC")};
        case 2: return LettersTyped{"246810"};
        case 3: return StaffAdmitted{{number, "Nguyễn Văn An", role}};
        case 4: return StaffRefused{Fault::PinWrong};
        case 5: return HelpScopeChosen{static_cast<HelpScope>(dice.below(2)), dice.below(2) == 1};
        case 6: return HandedBack{};
        case 7: return HelpedJudged{some_item(dice), dice.below(2) == 0};
        case 8: return CallTakeWished{"KIOSK-02"};
        case 9: return HelpHereWished{};
        case 10: return DeedsWished{};
        case 11: return WitnessWished{};
        case 12: return SigningNeedChosen{static_cast<SigningNeed>(dice.below(2))};
        case 13: return ExceptionWished{ItemId("home")};
        case 14: return ExceptionReasonChosen{static_cast<ExceptionReason>(dice.below(3))};
        case 15: return Walk::land(some_verdict(dice));
        case 16: return dice.below(2) == 0 ? Event(CallsListed{}) : Event(DeedsRead{});
        default: return Proceeded{};
    }
}

/// What leads a sign-in on: mere chance seldom types a PIN.
inline Event with_entry(Dice& dice, const StaffEntry& entry) {
    const auto role = static_cast<StaffRole>(dice.below(3));
    const StaffNumber number(dice.below(2) == 0 ? "0123" : "0456");
    switch (entry.stage) {
        case EntryStage::Badge: return CardCodeRead{to_bytes("MLB1:ABC")};
        case EntryStage::Pin:
            return entry.pin.empty() ? Event(LettersTyped{"246810"}) : Event(Proceeded{});
        case EntryStage::Checking: break;
    }
    return StaffAdmitted{{number, "Nguyễn Văn An", role}};
}

/// What leads an exception on.
inline Event with_exception(Dice& dice, const ExceptionWish& wish) {
    if (wish.stage == ExceptionStage::Checking) return Walk::land(some_verdict(dice));
    if (wish.reason) return Proceeded{};
    return ExceptionReasonChosen{static_cast<ExceptionReason>(dice.below(3))};
}

}  // namespace motlan

#include "kiosk/app/shown_time.h"

#include "kiosk/flow/assistance.h"

namespace motlan {

ShownTime shown_time(const State& state) {
    const auto* still_there = std::get_if<StillThere>(&state.overlay);
    const auto* submitting = std::get_if<Submitting>(&state.screen);
    const auto* wishes = std::get_if<ReviewWishes>(&state.screen);
    const auto* fee = std::get_if<PayFee>(&state.screen);
    const auto* details = std::get_if<CheckDetails>(&state.screen);
    const auto* showing = std::get_if<ShowCard>(&state.screen);
    return {.minute = std::chrono::floor<std::chrono::minutes>(state.now),
            .screen = state.screen.index(),
            .overlay = state.overlay.index(),
            .seconds_left = still_there != nullptr ? still_there->seconds_left : 0,
            .may_leave = submitting != nullptr && submitting->may_leave,
            .number_shown = details != nullptr && details->number_shown,
            .size = state.comfort.size,
            .is_asking = wishes != nullptr && wishes->stage == WishStage::Asking,
            .fee = fee != nullptr ? fee->stage : FeeStage::Asking,
            .fee_minutes = fee != nullptr ? (fee->seconds_left + 59) / 60 : 0,
            .help_minutes = help_minutes(state),
            .is_slow = showing != nullptr && showing->is_slow};
}

}  // namespace motlan

#include "kiosk/domain/page.h"

#include <utility>

namespace motlan {

std::string_view name(KeepReason reason) {
    constexpr auto kNames =
        std::to_array<std::string_view>({"as_original", "readable", "no_better", "right_paper"});
    static_assert(kNames.size() == kKeepReasons.size());
    return kNames.at(std::to_underlying(reason));
}

void Page::turn_right() {
    turns = (turns + 1) % 4;
    said.clear();
    std::erase_if(doubts, [](Fault doubt) {
        return doubt == Fault::PageUpsideDown || doubt == Fault::PageTextLost ||
               doubt == Fault::PageOtherPaper || doubt == Fault::PageHeld;
    });
    if (doubts.empty()) kept_because.reset();
}

}  // namespace motlan

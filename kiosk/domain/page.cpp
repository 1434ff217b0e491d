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
    as_first.reset();
    // What the reader doubted is read anew; a doubt that somebody has answered stays on record.
    std::erase_if(doubts, [this](Fault doubt) {
        const bool is_read = doubt == Fault::PageTextLost || doubt == Fault::PageOtherPaper ||
                             doubt == Fault::PageHeld;
        return doubt == Fault::PageUpsideDown || (is_read && !kept_because);
    });
    if (doubts.empty()) kept_because.reset();
}

}  // namespace motlan

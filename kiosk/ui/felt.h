// What a finger and the six keys did, whatever is shown: for who tests panel and keys. Only the
// newest is kept, because nobody asks for it while citizens are served.
#pragma once

#include <vector>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/geometry.h"

namespace motlan {

struct Felt {
    std::vector<Point> fingers{};  ///< where each came down
    std::vector<FocusKey> keys{};

    bool operator==(const Felt&) const = default;
    void add(Point finger) { keep(fingers, finger); }
    void add(FocusKey key) { keep(keys, key); }

private:
    static constexpr std::size_t kMost = 64;

    template <typename One>
    static void keep(std::vector<One>& all, One one) {
        if (all.size() >= kMost) all.erase(all.begin());
        all.push_back(one);
    }
};

}  // namespace motlan

// What a citizen chooses who files for somebody else (ux C06b).
#pragma once

#include <cstddef>

#include "kiosk/domain/for_whom.h"

namespace motlan {

struct SubjectChosen {
    ForWhom whom;
};
/// One of the people whom the source has named, by his place.
struct RelativeChosen {
    std::size_t index;
};

}  // namespace motlan

// A text that is longer than a page: in parts that follow each other, none of it lost.
#pragma once

#include <vector>

#include "kiosk/ui/widgets/text.h"

namespace motlan {

struct TextPart {
    Phrase words;
    TextStyle style;  ///< with an id of its own from the second part on
    int height = 0;
};

/// What a part may take, in pixels.
struct PartSize {
    int width = 0;
    int most_high = 0;
};

/// The whole text where it is no higher than that; else as many whole lines as have room, and the
/// rest in further parts, each of which says its own words. The style needs an id where the phrase
/// has no key.
[[nodiscard]] std::vector<TextPart> parts_of(const Ui& ui, const Phrase& phrase, TextStyle style,
                                             PartSize size);

}  // namespace motlan

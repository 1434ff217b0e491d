// A question laid over the screen. What lies under it cannot be touched; the safe answer is
// primary.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/icon.h"

namespace motlan {

struct DialogSpec {
    std::string id;
    Icon icon = Icon::Info;
    Phrase title;
    std::vector<Phrase> words;
    std::vector<Phrase> more{};  ///< below the words as far as there is room, else only heard
    Phrase primary;              ///< "<id>.primary"
    Phrase other;                ///< "<id>.other"; no button when empty
    Phrase third{};              ///< "<id>.third", between the two; no button when empty
    /// What is news of words that change by themselves; empty: they are said once.
    std::string news{};
    Privacy privacy = Privacy::Public;  ///< of the words
};

enum class DialogAnswer : std::uint8_t { None, Primary, Other, Third };

/// What a question lies on: all that was drawn so far steps back and cannot be touched.
void draw_sheet(Ui& ui, const Rect& box);

[[nodiscard]] DialogAnswer dialog(Ui& ui, const DialogSpec& wished);

}  // namespace motlan

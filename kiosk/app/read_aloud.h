// What is heard of a visit while somebody wishes to hear: the narrator's words, and the sounds of
// what was read or refused before them. Nothing ever waits for its turn. Of the window's thread.
#pragma once

#include <optional>

#include "kiosk/app/offered.h"
#include "kiosk/app/voice.h"
#include "kiosk/flow/comfort.h"
#include "kiosk/ui/narrator.h"

namespace motlan {

class ReadAloud {
public:
    explicit ReadAloud(Earshot earshot) : earshot_(earshot) {}

    /// An event was taken and led from one to the other.
    void meet(const Event& event, const Offered& before, const Offered& after);
    /// What is to be heard now; empty when nothing is new, or as long as nobody wishes to hear.
    /// Call it after each drawing.
    [[nodiscard]] Utterance next(const SemanticTree& tree, const Focus& focus,
                                 const Comfort& comfort, SteadyTime now);

    /// Somebody else hears it from now on; answers whether that is so. The screen is said anew.
    bool hear(Earshot earshot);
    /// Whether somebody wishes to hear.
    [[nodiscard]] bool is_on() const { return narrator_.has_value(); }
    /// Whether what was given last is about what changed by itself: nobody need be there.
    [[nodiscard]] bool was_news() const { return narrator_ && narrator_->was_news(); }

private:
    /// A reader that sends nonsense again and again is heard as often as one can bear.
    static constexpr std::chrono::milliseconds kBetweenRefusals{2'000};
    /// A hand that trembles at a limit is led in peace.
    static constexpr std::chrono::milliseconds kBetweenNotes{400};

    [[nodiscard]] std::optional<Earcon> take_sound(SteadyTime now);

    Earshot earshot_;
    std::optional<Narrator> narrator_;  ///< while somebody wishes to hear
    std::optional<Earcon> sound_;       ///< of what has happened since the last words
    bool has_typed_ = false;            ///< a key was chosen since then
    SteadyTime bearable_from_{};
    SteadyTime guided_from_{};
};

}  // namespace motlan

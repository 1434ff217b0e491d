// What is said of a screen and when (ux 6.4): all of it in short when it comes, then what the keys
// type, the node that they are on, and what changes by itself. Pure but for what was said last.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "kiosk/core/clock.h"
#include "kiosk/ui/earshot.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/typing_echo.h"

namespace motlan {

/// The screen in short: its headings and sentences, then how many choices there are.
[[nodiscard]] std::string screen_speech(const SemanticTree& tree, Language language,
                                        Earshot earshot);

/// One node: words, what it is, its state, which of how many controls it is. A key with a letter
/// is called by the letter's name.
[[nodiscard]] std::string node_speech(const Node& node, const SemanticTree& tree, Language language,
                                      Earshot earshot);

/// For whom and when something is said.
struct Hearing {
    Language language;
    SteadyTime now;
};

class Narrator {
public:
    explicit Narrator(Earshot earshot) : earshot_(earshot), typing_(earshot) {}

    /// What is to be said now; empty when nothing is new. Call it after each drawing. Who does
    /// nothing for 20 s hears it once more, and no more than once (ux 6.4 rule 1).
    [[nodiscard]] std::string next(const SemanticTree& tree, const Focus& focus,
                                   const Hearing& hearing);
    /// Whether the words given last are about what changed by itself: nobody need be there.
    [[nodiscard]] bool was_news() const { return was_news_; }
    /// Begins anew: the next screen is said whatever it is.
    void forget() { *this = Narrator(earshot_); }

private:
    std::string said_now(const SemanticTree& tree, const Focus& focus, const Hearing& hearing);
    [[nodiscard]] std::string once_more(const SemanticTree& tree, const Focus& focus,
                                        const Hearing& hearing);
    std::string changed_words(const SemanticTree& tree, SteadyTime now);

    Earshot earshot_;
    TypingEcho typing_;
    std::string screen_;                       ///< headings of the one said last
    std::string place_;                        ///< id of the focused node
    std::string focus_;                        ///< what was said of it
    std::map<std::string, std::string> told_;  ///< words of nodes that change by themselves
    SteadyTime quiet_until_{};                 ///< what changes before is said then
    SteadyTime silent_from_{};                 ///< about when what was said last was over
    bool may_repeat_ = false;                  ///< it was wished, and not said once more yet
    int repeats_ = 0;
    bool was_news_ = false;
};

}  // namespace motlan

// What is said of a screen and when (ux 6.4): all of it in short when it comes, then the node that
// the keys are on, then what changes by itself. Pure but for what was said last.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/semantic_tree.h"

namespace motlan {

/// Who hears it: everybody in the room, or the one with headphones. A loudspeaker never says a
/// private value (ux 6.4 rule 5).
enum class Earshot : std::uint8_t { Room, Headphones };

/// The screen in short: its headings and sentences, then how many choices there are.
[[nodiscard]] std::string screen_speech(const SemanticTree& tree, Language language,
                                        Earshot earshot);

/// One node: words, what it is, its state, which of how many controls it is.
[[nodiscard]] std::string node_speech(const Node& node, const SemanticTree& tree, Language language,
                                      Earshot earshot);

class Narrator {
public:
    explicit Narrator(Earshot earshot) : earshot_(earshot) {}

    /// What is to be said now; empty when nothing is new. Call it after each drawing.
    [[nodiscard]] std::string next(const SemanticTree& tree, const Focus& focus, Language language);
    /// Begins anew: the next screen is said whatever it is.
    void forget() { *this = Narrator(earshot_); }

private:
    std::string changed_words(const SemanticTree& tree);

    Earshot earshot_;
    std::string screen_;                       ///< headings of the one said last
    std::string focus_;                        ///< what was said of the focused node
    std::map<std::string, std::string> told_;  ///< words of nodes that change by themselves
    int repeats_ = 0;
};

}  // namespace motlan

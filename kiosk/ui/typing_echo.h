// What is said of a field when keys have changed it (ux C10): the letter that came out, the word
// that a blank has ended, what was taken away and what is left. Some words and never more, however
// much was typed since. Of a private value a room hears only that something was typed.
#pragma once

#include <map>
#include <string>

#include "kiosk/ui/earshot.h"

namespace motlan {

class TypingEcho {
public:
    explicit TypingEcho(Earshot earshot) : earshot_(earshot) {}

    /// What is to be said of the fields as they are now; empty when none has changed. A field that
    /// was not there before is no change.
    [[nodiscard]] std::string next(const SemanticTree& tree, Language language);

private:
    [[nodiscard]] std::string change_of(const Node& field, const std::string& before,
                                        Language language) const;

    Earshot earshot_;
    std::map<std::string, std::string> fields_;  ///< their values, by what they are
};

}  // namespace motlan

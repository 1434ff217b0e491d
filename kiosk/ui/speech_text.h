// Joins what is said one after the other.
#pragma once

#include <string>
#include <string_view>

namespace motlan {

/// Adds a sentence, with a pause before it unless there is one.
inline void add_sentence(std::string& text, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += std::string_view(".,;:!?").contains(text.back()) ? " " : ". ";
    text += sentence;
}

}  // namespace motlan

// Tells a code reader that types like a keyboard from a person who types. Such a reader loses the
// marks of Vietnamese letters, so what it typed is never read (device design 3).
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "kiosk/ui/touch.h"

namespace motlan {

class KeyBurst {
public:
    /// Letters were typed.
    void type(std::string_view letters, TouchTime when);
    /// Whether the last letters came faster than anybody types; they are nobody's words.
    [[nodiscard]] bool is_machine() const;
    /// Return or Tab was pressed. What came right before it is a code if it is of at least twenty
    /// characters, less than 30 ms from one to the next, a card's digits and bars among them.
    void enter(TouchTime when);
    [[nodiscard]] bool has_code() const { return has_code_; }
    /// Whether a code was typed since the last call.
    [[nodiscard]] bool take_code() { return std::exchange(has_code_, false); }

private:
    /// Whether they came so fast, if there were so many.
    [[nodiscard]] bool is_fast(std::size_t count) const;
    /// What is shown is drawn between two letters, so only their mean distance says something.
    static constexpr TouchTime kLongestMean{30};
    /// A longer pause begins anew.
    static constexpr TouchTime kLongestGap{300};
    static constexpr std::size_t kFewestLetters = 20;
    /// So many at that pace are no slip of two fingers.
    static constexpr std::size_t kFewestStrokes = 8;
    /// A card's number has twelve digits.
    static constexpr std::size_t kFewestMarks = 12;

    TouchTime first_{};
    TouchTime last_{};
    std::size_t strokes_ = 0;  ///< a key may make a letter of several bytes
    std::size_t letters_ = 0;
    std::size_t marks_ = 0;  ///< digits and bars among them
    bool has_code_ = false;
};

}  // namespace motlan

#include "kiosk/ui/key_burst.h"

#include <algorithm>

namespace motlan {

void KeyBurst::type(std::string_view letters, TouchTime when) {
    if (when - last_ > kLongestGap) letters_ = 0;
    if (letters_ == 0) {
        first_ = when;
        marks_ = 0;
        strokes_ = 0;
    }
    last_ = when;
    ++strokes_;
    letters_ += letters.size();
    marks_ += static_cast<std::size_t>(std::ranges::count_if(
        letters, [](char letter) { return (letter >= '0' && letter <= '9') || letter == '|'; }));
}

bool KeyBurst::is_fast(std::size_t count) const {
    return (last_ - first_) / static_cast<TouchTime::rep>(count - 1) < kLongestMean;
}

bool KeyBurst::is_machine() const { return strokes_ >= kFewestStrokes && is_fast(strokes_); }

void KeyBurst::enter(TouchTime when) {
    const std::size_t letters = std::exchange(letters_, 0);
    if (letters < kFewestLetters || marks_ < kFewestMarks || when - last_ > kLongestGap) return;
    has_code_ = is_fast(letters);
}

}  // namespace motlan

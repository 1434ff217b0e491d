// Which keys the on-screen keyboard has and in which rows they stand. Draws nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/icon.h"

namespace motlan {

/// One key: what it shows and what choosing it means.
struct Key {
    std::string id;
    Phrase label;
    Event event;
    int width = 10;  ///< in tenths of a letter key
    Icon icon = Icon::None;
    Privacy privacy = Privacy::Public;
    bool is_repeating = false;  ///< while a finger lies on it
    bool is_on = false;         ///< what it stands for holds now
    bool is_word = false;       ///< a whole word, as large as a letter
};
using KeyRow = std::vector<Key>;

/// The key that changes between small and capital letters.
inline constexpr std::string_view kShift = "key.shift";

/// The first of the words above the keys.
inline constexpr std::string_view kFirstWord = "key.word.0";

struct KeyLayout {
    std::vector<KeyRow> rows;
    int columns = 10;  ///< letters beside each other in a full row
};

/// The Vietnamese keyboard: seven rows, or five on a box of that width where keys stay 20 mm wide.
/// What it writes is somebody's own: letters and tones are named in headphones only.
[[nodiscard]] KeyLayout key_layout(const Ui& ui, int width, bool is_capital);

/// Whole words to choose from; what they say may be somebody's name.
[[nodiscard]] KeyRow word_row(const Ui& ui, std::span<const std::string> words, int columns);

/// What looking for something needs: no marks, no capitals, and digits only where they are.
[[nodiscard]] KeyLayout plain_layout(const Ui& ui, bool has_digits);

/// The number pad: digits as on a telephone, and delete.
[[nodiscard]] std::vector<KeyRow> number_rows(const Ui& ui, Privacy digits);

}  // namespace motlan

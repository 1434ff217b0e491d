// What of a text that is not ours can be shown: a name, an address, an officer's words. The text
// itself travels as it came; only its picture and its sound are put in order.
#pragma once

#include <string>
#include <string_view>

namespace motlan {

/// Whether the kiosk's letters have a shape for it: Latin with all its marks, Greek and Cyrillic,
/// punctuation and money (Noto Sans 2.x). A test holds this against the font.
[[nodiscard]] bool is_drawable(char32_t letter);

/// The text composed (NFC), so that no mark loses its letter; control characters as blanks, what
/// only steers other letters left out, and one U+FFFD for whatever has no shape or is no text:
/// somebody must see that something stood there. At most two marks stay on a letter, and one line
/// break follows another.
[[nodiscard]] std::string readable(std::string text);

/// The same for the ear: what has no shape is left out.
[[nodiscard]] std::string sayable(std::string_view readable_text);

}  // namespace motlan

// A button: words and often an icon, never an icon alone. Chosen on release inside.
#pragma once

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/icon.h"
#include "kiosk/ui/widgets/text.h"

namespace motlan {

enum class ButtonKind : std::uint8_t {
    Primary,    ///< the one thing to do here
    Secondary,  ///< another way
    Quiet,      ///< a small side step
    Danger,     ///< ends or deletes
    Accent,     ///< calls somebody
};

struct ButtonSpec {
    std::string id;
    Phrase label;
    Icon icon = Icon::None;
    ButtonKind kind = ButtonKind::Secondary;
    bool is_enabled = true;
    Phrase why_not{};           ///< while it is not enabled: why, in a sentence
    bool is_icon_last = false;  ///< the icon stands behind the words: "next"
    bool is_stacked = false;    ///< the icon stands above the words
    TextRole role = TextRole::Button;
    bool is_for_holding = false;  ///< acts while a finger lies on it
};

/// True when it was chosen.
[[nodiscard]] bool button(Ui& ui, const Rect& box, const ButtonSpec& spec);

/// Height that the button needs when it is that wide; its icon gives way before its words wrap.
[[nodiscard]] int button_height(const Ui& ui, const ButtonSpec& spec, int width);

/// The end of the box, as high as the button needs and at least 20 mm; the box loses it and the
/// space between.
[[nodiscard]] Rect take_end(const Ui& ui, Rect& box, const ButtonSpec& spec);

/// Width that the button needs for its label in one line.
[[nodiscard]] int button_width(const Ui& ui, const ButtonSpec& spec);

}  // namespace motlan

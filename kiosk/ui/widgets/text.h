// Text by role: a heading, a sentence, a value. Wraps, never scrolls; writes a node.
#pragma once

#include <optional>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/column.h"

namespace motlan {

enum class Align : std::uint8_t { Left, Center, Right };

/// More lines than any text has.
inline constexpr int kEndless = 100'000;

struct TextStyle {
    TextRole role = TextRole::Body;
    Weight weight = Weight::Regular;
    std::optional<Colour> ink;  ///< the theme's ink when empty
    Align align = Align::Left;
    bool is_middle = false;  ///< centered from top to bottom
    std::string id{};        ///< the text's key when empty
    Privacy privacy = Privacy::Public;
    /// What it is to somebody who hears it: a heading from Heading2 on, else a text. A status is
    /// said again when its words change.
    std::optional<NodeRole> heard_as{};
    std::string news{};         ///< what of a status is said again when it changes; empty: all
    int most_lines = kEndless;  ///< the last of them ends in "…" when there are more
};

/// How many lines of a role have room in that height, at least one.
[[nodiscard]] int lines_in(const Ui& ui, TextRole role, int height);

/// Styles that every screen uses.
[[nodiscard]] TextStyle heading();
[[nodiscard]] TextStyle subheading();
[[nodiscard]] TextStyle body();
[[nodiscard]] TextStyle strong();
[[nodiscard]] TextStyle caption(const Ui& ui);

/// Height of the phrase when it may be `width` wide.
[[nodiscard]] int text_height(const Ui& ui, const Phrase& phrase, const TextStyle& style,
                              int width);

/// Writes the phrase into the box and a node into the tree. Lines that have no room in the box are
/// left out, which "…" says; the node says all of it.
void text(Ui& ui, const Rect& box, const Phrase& phrase, const TextStyle& style);

/// The same, taking as much of the column as it needs.
void text(Ui& ui, Column& column, const Phrase& phrase, const TextStyle& style);

/// Only paints; for widgets that write a node of their own. Answers how the text was set.
Setting set_text(Ui& ui, const Rect& box, std::string_view words, const TextStyle& style);

}  // namespace motlan

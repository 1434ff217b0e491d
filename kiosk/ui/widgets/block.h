// Texts that belong together, one below the other on a card. However long they are, no line is
// lost: what is too much for one row goes on in the next, and so on the next page.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/pieces.h"

namespace motlan {

class Block {
public:
    /// A block that will be `width` wide; `mark` stands at its left. The Ui must outlive it.
    Block(Ui& ui, int width, Tone tone, Icon mark = Icon::None);

    /// The style needs an id where the phrase has no key.
    void text(const Phrase& phrase, TextStyle style);
    /// The same in one line, with "…" for what does not fit.
    void line(const Phrase& phrase, const TextStyle& style);
    void badge(const BadgeSpec& spec);
    /// Adds it as one row, or as several where it is too high for one. An item is counted.
    void add_to(Pieces& pieces, RowKind kind = RowKind::Other);

private:
    struct Part {
        int height = 0;
        Pieces::Drawing draw;
    };
    [[nodiscard]] int front() const;
    [[nodiscard]] int room() const;
    void draw_mark(const Rect& box) const;
    void add_row(Pieces& pieces, std::size_t first, std::size_t end, RowKind kind);

    Ui& ui_;
    int width_;
    Tone tone_;
    Icon mark_;
    std::vector<Part> parts_;
};

}  // namespace motlan

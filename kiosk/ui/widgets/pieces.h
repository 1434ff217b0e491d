// What a screen shows, piece below piece, and cut into pages where it is too much for one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"
#include "kiosk/ui/widgets/pager.h"
#include "kiosk/ui/widgets/text.h"

namespace motlan {

class Pieces {
public:
    using Drawing = std::function<void(const Rect&)>;

    /// Pieces that will be `width` wide. The Ui must outlive them.
    Pieces(Ui& ui, int width) : ui_(ui), width_(width) {}

    [[nodiscard]] int width() const { return width_; }
    /// Space above the next piece, unless it begins a page.
    void skip(int height) { gap_ += height; }
    void text(const Phrase& phrase, const TextStyle& style);
    void notice(const NoticeSpec& spec);
    /// A picture, or whatever else is only looked at.
    void show(int height, Drawing draw);
    /// As high as it needs, and at least `least`; `when_chosen` is called when it was chosen.
    void button(const ButtonSpec& spec, int least, std::function<void()> when_chosen);
    /// Anything else of that height; `draw` is called when its page is shown.
    void add(int height, Drawing draw, RowKind kind = RowKind::Other);
    /// The piece added last is what was chosen before: its page is the first that is shown.
    void open_here() { opened_ = static_cast<int>(pieces_.size()) - 1; }
    /// A row of a list: rows without space between them lie on one card. One that is no item goes
    /// on with the row above it, without a line between.
    void add_row(int height, Drawing draw, RowKind kind = RowKind::Item);

    /// What all of them need on one page; without those that the upper half shows.
    [[nodiscard]] int height() const;
    /// Draws the page that is shown now; `id` is the page's name in the view memory.
    void draw(const Rect& box, const std::string& id);

private:
    struct Piece {
        int gap = 0;
        int height = 0;
        Drawing draw;
        RowKind kind = RowKind::Other;
        bool is_on_card = false;
        bool is_only_shown = false;
    };
    void long_text(const Phrase& phrase, const TextStyle& style);
    /// How many of the pieces that are only looked at the upper half shows where hands are low.
    [[nodiscard]] std::size_t lead() const;
    void draw_lead();
    void draw_page(Column& column, std::size_t first, std::size_t end);
    void draw_card_under(const Column& column, std::size_t first, std::size_t end);

    Ui& ui_;
    int width_;
    int gap_ = 0;
    std::optional<int> opened_;
    std::vector<Piece> pieces_;
};

}  // namespace motlan

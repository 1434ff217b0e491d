#include "kiosk/ui/screens/arrange_page.h"

#include "kiosk/ui/page_words.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/page_view.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// The page alone, without a tool.
void draw_preview(Ui& ui, const Rect& box, const Page& page) {
    if (!page.preview) return;
    const Rect place = fitted_page(box, {.picture = page.preview, .turns = page.turns});
    ui.add({.id = "page.view",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::PagePicture),
            .rect = place,
            .privacy = Privacy::Masked});
    ui.paint().turned_picture(place, page.preview, page.turns);
    ui.paint().outline(place, ui.colours().outline, 0, ui.dp(2));
}

void add_moves(Ui& ui, Pieces& pieces, const ReviewPage& screen, std::optional<Event>& event) {
    const auto add = [&](const char* id, Text label, Icon icon, Event what) {
        add_choice(ui, pieces, {.id = id, .label = ui.text(label), .icon = icon, .leads_on = true},
                   [&event, what = std::move(what)] { event = what; });
        pieces.skip(ui.dp(16));
    };
    TextStyle style = strong();
    style.id = "page.of";
    pieces.text(ui.text(Text::PageOf, {{"page", std::to_string(screen.shown + 1)},
                                       {"pages", std::to_string(screen.pages.size())}}),
                style);
    pieces.skip(ui.dp(16));
    if (screen.shown > 0)
        add("page.earlier", Text::PageEarlier, Icon::ChevronUp, PageMoved{PageStep::Before});
    if (screen.shown + 1 < screen.pages.size())
        add("page.later", Text::PageLater, Icon::ChevronDown, PageMoved{PageStep::After});
    add("page.drop", Text::PageDrop, Icon::Cross, PageDropped{});
}

void add_reasons(Ui& ui, Pieces& pieces, std::optional<Event>& event) {
    for (const KeepReason reason : kKeepReasons) {
        add_choice(ui, pieces,
                   {.id = "keep." + std::string(name(reason)),
                    .label = reason_words(ui, reason),
                    .leads_on = true},
                   [&event, reason] { event = PageKept{reason}; });
        pieces.skip(ui.dp(16));
    }
    pieces.text(ui.text(Text::PageKeepNote), body());
}

}  // namespace

std::optional<Event> draw_arrange_page(Ui& ui, const ReviewPage& screen) {
    const bool is_reason = screen.stage == ReviewStage::SayReason;
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Scan,
                        .title = ui.text(is_reason ? Text::PageKeepTitle : Text::PageArrangeTitle),
                        .back = ui.text(Text::CommonBack)});
    const Sides sides = split(ui, frame.content, 40);
    const bool is_wide = !sides.side.is_empty();
    Rect words = is_wide ? sides.side : frame.content;
    std::optional<Event> event;
    Pieces pieces(ui, words.w);
    if (is_reason) {
        add_reasons(ui, pieces, event);
    } else {
        add_moves(ui, pieces, screen, event);
    }
    // Large letters need the whole height for the choices.
    Rect picture = is_wide ? sides.main : Rect{};
    const int left = words.h - pieces.height() - ui.dp(24);
    if (!is_wide && left >= ui.dp(240)) {
        picture = {words.x, words.y, words.w, left};
        words.y += left + ui.dp(24);
        words.h -= left + ui.dp(24);
    }
    if (!picture.is_empty()) draw_preview(ui, picture, screen.pages[screen.shown]);
    pieces.draw(words, "page.choices");
    if (frame.went_back) return WentBack{};
    return event;
}

}  // namespace motlan

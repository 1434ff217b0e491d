#include "kiosk/ui/report_page.h"

#include <algorithm>

#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

// Letters of ux 3.2 so large that those of a body are 10 points high, and the smallest that a
// reader of a folder needs no glass for: 6 points.
constexpr double kLargest = 5.7;
constexpr double kSmallest = 3.4;
constexpr double kSmaller = 0.95;
/// 20 mm, so that a folder's holes hit no letter.
constexpr int kMargin = 236;
/// Of the label, percent of the width.
constexpr int kLabel = 30;

/// Draws each line by itself; answers how high they are together.
int draw_lines(Ui& ui, const Rect& box, const Phrase& words, TextStyle style) {
    style.ink = Colour{0, 0, 0, 255};
    const Font font = ui.theme().font(style.role, style.weight);
    const int high = ui.theme().line_height(style.role);
    int top = box.y;
    for (const TextLine& line : lay_out(ui.typeface(), font, words.shown, box.w)) {
        text(ui, {box.x, top, box.w, high}, plain(std::string(line.text)), style);
        top += high;
    }
    return top - box.y;
}

void add_lines(Ui& ui, Column& column, const Phrase& words, const TextStyle& style) {
    column.skip(draw_lines(ui, column.rest(), words, style));
}

void add_row(Ui& ui, Column& column, const SlipLine& line) {
    Rect label = column.rest();
    label.w = label.w * kLabel / 100;
    Rect value = column.rest();
    value.x = label.right() + ui.dp(24);
    value.w -= label.w + ui.dp(24);
    column.skip(std::max(draw_lines(ui, label, line.label, strong()),
                         draw_lines(ui, value, plain(line.value), body())));
    column.skip(ui.dp(8));
}

/// At the right end: who signs, room for it, and the name below.
void add_signature(Ui& ui, Column& column, const std::string& who) {
    Rect half = column.rest();
    half.x += half.w / 2;
    half.w /= 2;
    Column right(half);
    const auto centered = [](TextStyle style) {
        style.align = Align::Center;
        return style;
    };
    right.skip(ui.dp(48));
    add_lines(ui, right, ui.text(Text::CareReportBy), centered(strong()));
    add_lines(ui, right, ui.text(Text::CareReportSign), centered(body()));
    right.skip(ui.dp(160));
    add_lines(ui, right, plain(who), centered(strong()));
    column.skip(right.rest().y - column.rest().y);
}

}  // namespace

DrawnPaper draw_report_page(const Typeface& typeface, Language language, const ReportPage& page) {
    const auto drawing = [&](Ui& ui, Column& column) {
        TextStyle title = subheading();
        title.align = Align::Center;
        TextStyle number = body();
        number.align = Align::Center;
        add_lines(ui, column, ui.text(Text::CareReportTitle), title);
        add_lines(ui, column, ui.text(Text::CareReportNumber, {{"number", page.number}}), number);
        column.skip(ui.dp(24));
        for (const SlipLine& line : page.lines) add_row(ui, column, line);
        add_signature(ui, column, page.who);
    };
    PaperSheet sheet{.typeface = typeface,
                     .language = language,
                     .width = kReportWidth,
                     .tallest = kReportHeight,
                     .letter_scale = kLargest,
                     .edge = kMargin};
    DrawnPaper drawn = draw_paper(sheet, drawing);
    while (!drawn.is_whole && sheet.letter_scale > kSmallest) {
        sheet.letter_scale *= kSmaller;
        drawn = draw_paper(sheet, drawing);
    }
    return drawn;
}

}  // namespace motlan

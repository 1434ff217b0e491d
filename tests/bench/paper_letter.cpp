#include "tests/bench/paper_letter.h"

#include <array>
#include <string>

#include "tests/bench/page_pen.h"
#include "tests/bench/page_words.h"

namespace motlan::testing {

Sheet draw_letter(PageDice& dice, double last) {
    constexpr double kLeft = 25;
    constexpr double kColumn = 165;
    constexpr std::array kSizes{14.0, 12.0, 11.0, 13.0, 10.0, 9.0};
    Pen pen(210, 297, 300, {250, 250, 248});
    const bool has_serifs = dice.chance(0.5);
    const std::string face = has_serifs ? "NotoSerif-Regular" : "NotoSans-Regular";
    std::string text;
    const auto write = [&](double points, double base, const std::string& words) {
        text += words + "\n";
        return pen.paragraph({.face = face, .points = points}, {kLeft, base}, kColumn, words);
    };
    double base = write(13, 30, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    base = write(12, base + 2, "Độc lập - Tự do - Hạnh phúc");
    base = write(14, base + 6, invented_title(dice));
    for (const double points : kSizes) {
        if (base > last) break;
        std::string words;
        for (int i = 0; i < 4; ++i) words += (i > 0 ? " " : "") + invented_sentence(dice, 18);
        base = write(points, base + 3, words);
    }
    base = write(12, base + 3, "Ngày lập: " + invented_date(dice));
    base = write(12, base + 2, "Người khai: " + invented_name(dice));
    pen.stamp({150, base + 22}, 18, dice);
    pen.signature({60, base + 20}, 40, {25, 45, 150}, dice);
    return {.picture = pen.take(), .dpi = 300, .width_mm = 210, .height_mm = 297, .text = text};
}

}  // namespace motlan::testing

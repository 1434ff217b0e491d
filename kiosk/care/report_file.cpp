#include "kiosk/care/report_file.h"

#include <algorithm>
#include <ranges>

#include "kiosk/core/utf8.h"
#include "kiosk/imaging/jbig2.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/ui/report_page.h"

namespace motlan {
namespace {

constexpr std::uint8_t kHalf = 128;

/// The whole sheet: what was drawn ends where its last line does.
BitMask ink_of(const Image& drawn) {
    BitMask mask(kReportWidth, kReportHeight);
    const ImageView view = drawn.view();
    for (int y = 0; y < std::min(view.height, mask.height); ++y) {
        const ByteView row = view.row(y);
        for (int x = 0; x < std::min(view.width, mask.width); ++x)
            if (row[static_cast<std::size_t>(x)] < kHalf) mask.set(x, y);
    }
    return mask;
}

/// The words of a line, each as wide as its share of the letters.
void add_words(const Node& line, int number, std::vector<PageWord>& words) {
    const Rect& place = line.setting->extent;
    const auto all = std::max<std::size_t>(count_letters(line.label.shown), 1);
    const auto wide = [&](std::size_t letters) {
        return static_cast<int>(static_cast<std::size_t>(place.w) * letters / all);
    };
    std::size_t before = 0;
    for (const auto each : line.label.shown | std::views::split(' ')) {
        const std::string word(std::string_view{each});
        const std::size_t letters = count_letters(word);
        if (!word.empty())
            words.push_back({.text = word,
                             .left = place.x + wide(before),
                             .top = place.y,
                             .width = wide(letters),
                             .height = place.h,
                             .confidence = 100,
                             .line = number});
        before += letters + 1;
    }
}

PageText words_of(const SemanticTree& texts) {
    PageText text{.width = kReportWidth, .height = kReportHeight, .dpi = kReportDpi, .words = {}};
    int number = 0;
    for (const Node& line : texts.nodes())
        if (line.setting) add_words(line, number++, text.words);
    return text;
}

}  // namespace

Result<Bytes> report_pdf(const Typeface& typeface, const TestReport& report) {
    constexpr Language kLanguage = Language::Vietnamese;
    const DrawnPaper drawn = draw_report_page(typeface, kLanguage,
                                              {.number = report.number,
                                               .lines = whole_report_lines(report, kLanguage),
                                               .who = report.who});
    const std::vector<FilePage> pages{{.layers = {.width = kReportWidth,
                                                  .height = kReportHeight,
                                                  .dpi = kReportDpi,
                                                  .print = encode_jbig2(ink_of(drawn.picture))},
                                       .text = words_of(drawn.texts)}};
    return bind_pages(pages);
}

}  // namespace motlan

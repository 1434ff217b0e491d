#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <print>
#include <string>
#include <string_view>

#include "kiosk/domain/paper_title.h"
#include "kiosk/imaging/ink_masks.h"
#include "kiosk/imaging/legible.h"
#include "kiosk/imaging/prepared_page.h"
#include "kiosk/reading/client.h"
#include "kiosk/reading/coverage.h"
#include "tests/bench/page_dice.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_keep.h"
#include "tests/bench/page_parts.h"
#include "tests/bench/page_sheet.h"
#include "tests/bench/page_words.h"

namespace motlan::testing {
namespace {

constexpr int kScanDpi = 200;
constexpr Limit kCaught = at_least(97);
constexpr Limit kAlarms = at_most(2);
// A page in a thin face may be read badly; to say so is no false alarm.
constexpr double kWhole = 0.95;

struct Tally {
    Calls other_paper;     ///< another title was asked for
    Calls other_in_doubt;  ///< the same; that part of the text was not read makes a person look too
    Calls right_paper;
    Calls part;   ///< the end of the text is withheld
    Calls whole;  ///< of what is written nearly all was read
};

bool is_called_other(const std::string& title, const PageText& text) {
    return title_verdict(std::array{title}, text) == TitleVerdict::Missing;
}

std::string other_title(const std::string& title, PageDice& dice) {
    std::string other = title;
    while (other == title) other = invented_title(dice);
    return other;
}

// What a recogniser says that stops somewhere on the page (capture design 4).
PageText cut_short(PageText text, PageDice& dice) {
    const double kept = dice.within(0.2, 0.75);
    text.words.resize(static_cast<std::size_t>(double(text.words.size()) * kept));
    return text;
}

std::map<std::string, int> words_of(std::string_view text) {
    std::map<std::string, int> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        if (end > 0) ++words[std::string(text.substr(0, end))];
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

// The share of a sheet's words that came back as they are written, wherever.
double share_read_rightly(const Sheet& sheet, const PageText& text) {
    std::map<std::string, int> left = words_of(sheet.text);
    int all = 0;
    int read = 0;
    for (const auto& [word, count] : left) all += count;
    for (const PageWord& word : text.words) read += left[word.text]-- > 0 ? 1 : 0;
    return all == 0 ? 1 : double(read) / all;
}

// False when anything was said wrongly.
bool read_one(const Sheet& sheet, const PreparedPage& page, ReaderClient& reader, Tally& tally) {
    const Bytes bits = bits_of(legible_ink(split_ink(page.picture.view()), page.dpi));
    const LegiblePage legible{page.picture.width, page.picture.height, page.dpi, bits};
    const auto reading = reader.read(legible);
    if (!reading) return false;
    PageDice dice(reading->text.words.size());
    const bool is_other = is_called_other(other_title(sheet.title, dice), reading->text);
    const bool is_wrong = is_called_other(sheet.title, reading->text);
    const bool is_part = read_share(legible, cut_short(reading->text, dice)) < kLeastRead;
    tally.other_paper.add(is_other);
    tally.other_in_doubt.add(is_other || reading->is_text_lost());
    tally.right_paper.add(is_wrong);
    tally.part.add(is_part);
    const bool is_whole = share_read_rightly(sheet, reading->text) >= kWhole;
    if (is_whole) tally.whole.add(reading->is_text_lost());
    return is_other && !is_wrong && is_part && !(is_whole && reading->is_text_lost());
}

void print(const Tally& tally) {
    print_figure("another paper than asked for: in doubt", tally.other_in_doubt.share(), kPercent,
                 kCaught);
    print_figure("another paper than asked for: called so", tally.other_paper.share(), kPercent,
                 kCaught);
    print_figure("the paper that was asked for: called another", tally.right_paper.share(),
                 kPercent, kAlarms);
    print_figure("a quarter or more of the words not recognised: noticed", tally.part.share(),
                 kPercent, kCaught);
    print_figure(std::format("pages read whole ({}), called partly unread", tally.whole.shown),
                 tally.whole.share(), kPercent, kAlarms);
}

}  // namespace

Calls bench_reading(const PageBench& bench) {
    auto reader = ReaderClient::start(KIOSK_EYE);
    if (!reader) {
        std::println(stderr, "bench_page: kiosk-eye does not start as a reader");
        return {};
    }
    Tally tally;
    for (int i = 0; i < bench.count; ++i) {
        const std::uint64_t seed = bench.seed_of(i);
        PageDice dice(seed ^ 0x7171E);
        const Sheet sheet = draw_sheet(seed, {.dpi = kScanDpi});
        const Image scan = scanned(sheet.picture, dice.within(-3, 3), dice.below(4), seed);
        const auto page = prepare_page(scan.view(), {.source = PageSource::Scan, .dpi = kScanDpi});
        if (page && !read_one(sheet, *page, *reader, tally))
            keep_picture(bench.keep, std::format("read {}", seed), scan);
    }
    print(tally);
    Calls faulty = tally.other_paper;
    faulty += tally.part;
    return faulty;
}

}  // namespace motlan::testing

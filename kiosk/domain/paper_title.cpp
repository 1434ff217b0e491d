#include "kiosk/domain/paper_title.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "kiosk/domain/page_words.h"

namespace motlan {
namespace {

constexpr std::size_t kShortest = 8;
constexpr std::size_t kLongest = 80;
// A page of which less was read may be a photograph or written by hand.
constexpr std::size_t kLeastWords = 20;
// With one wrong letter in so many it may be the title, poorly read: in capitals of a thin face.
constexpr std::size_t kPoorlyRead = 5;
// A page has a few thousand letters; what comes after these is no title.
constexpr std::size_t kMostLetters = 20'000;

bool is_well_read(const PageText& page) {
    const auto clear = std::ranges::count_if(
        page.words, [](const PageWord& word) { return word.confidence >= kClearWord; });
    return !page.is_heading_unread && static_cast<std::size_t>(clear) >= kLeastWords &&
           static_cast<std::size_t>(clear) * 2 >= page.words.size();
}

}  // namespace

bool is_title(std::string_view title) {
    const std::size_t letters = bare_letters(title).size();
    return letters >= kShortest && letters <= kLongest;
}

TitleVerdict title_verdict(std::span<const std::string> titles, const PageText& page) {
    if (titles.empty()) return TitleVerdict::Unknown;
    std::string text;
    for (const PageWord& word : page.words) {
        if (text.size() < kMostLetters) text += bare_letters(word.text);
    }
    const auto is_there = [&](std::size_t forgiven) {
        return std::ranges::any_of(titles, [&](const std::string& title) {
            return end_of_phrase(bare_letters(title), text, forgiven).has_value();
        });
    };
    if (is_there(kForgiven)) return TitleVerdict::Found;
    const bool is_missing = is_well_read(page) && !is_there(kPoorlyRead);
    return is_missing ? TitleVerdict::Missing : TitleVerdict::Unknown;
}

}  // namespace motlan

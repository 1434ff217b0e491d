#include "kiosk/domain/paper_title.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::size_t kShortest = 8;
constexpr std::size_t kLongest = 80;
// A page of which less was read may be a photograph or written by hand.
constexpr std::size_t kLeastWords = 20;
constexpr int kLeastConfidence = 60;
// A page has a few thousand letters; what comes after these is no title.
constexpr std::size_t kMostLetters = 20'000;

std::string letters_of(std::string_view text) {
    std::string letters = fold(text);
    std::erase_if(letters, [](char letter) {
        return (letter < 'a' || letter > 'z') && (letter < '0' || letter > '9');
    });
    return letters;
}

// The fewest slips with which `title` stands anywhere in `text` (Sellers 1980).
std::size_t slips(std::string_view title, std::string_view text) {
    std::vector<std::size_t> before(title.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i) before[i] = i;
    std::vector<std::size_t> here = before;
    std::size_t fewest = title.size();
    for (const char letter : text) {
        here[0] = 0;
        for (std::size_t i = 1; i <= title.size(); ++i) {
            const std::size_t other = before[i - 1] + (title[i - 1] == letter ? 0 : 1);
            here[i] = std::min({other, before[i] + 1, here[i - 1] + 1});
        }
        fewest = std::min(fewest, here.back());
        std::swap(before, here);
    }
    return fewest;
}

bool is_well_read(const PageText& page) {
    const auto clear = std::ranges::count_if(
        page.words, [](const PageWord& word) { return word.confidence >= kLeastConfidence; });
    return static_cast<std::size_t>(clear) >= kLeastWords &&
           static_cast<std::size_t>(clear) * 2 >= page.words.size();
}

}  // namespace

bool is_title(std::string_view title) {
    const std::size_t letters = letters_of(title).size();
    return letters >= kShortest && letters <= kLongest;
}

TitleVerdict title_verdict(std::span<const std::string> titles, const PageText& page) {
    if (titles.empty()) return TitleVerdict::Unknown;
    std::string text;
    for (const PageWord& word : page.words) {
        if (text.size() < kMostLetters) text += letters_of(word.text);
    }
    const bool is_found = std::ranges::any_of(titles, [&](const std::string& title) {
        const std::string letters = letters_of(title);
        return slips(letters, text) * 6 <= letters.size();
    });
    if (is_found) return TitleVerdict::Found;
    return is_well_read(page) ? TitleVerdict::Missing : TitleVerdict::Unknown;
}

}  // namespace motlan

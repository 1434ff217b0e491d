#include "kiosk/domain/page_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/core/utf8.h"

namespace motlan {

std::string bare_letters(std::string_view text) {
    std::string letters = fold(text);
    std::erase_if(letters, [](char letter) {
        return (letter < 'a' || letter > 'z') && (letter < '0' || letter > '9');
    });
    return letters;
}

// The fewest slips with which the phrase ends at each place of the text (Sellers 1980).
std::optional<std::size_t> end_of_phrase(std::string_view phrase, std::string_view text,
                                         std::size_t forgiven) {
    std::vector<std::size_t> before(phrase.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i) before[i] = i;
    std::vector<std::size_t> here = before;
    for (std::size_t end = 0; end < text.size(); ++end) {
        here[0] = 0;
        for (std::size_t i = 1; i <= phrase.size(); ++i) {
            const std::size_t other = before[i - 1] + (phrase[i - 1] == text[end] ? 0 : 1);
            here[i] = std::min({other, before[i] + 1, here[i - 1] + 1});
        }
        if (here.back() * forgiven <= phrase.size()) return end + 1;
        std::swap(before, here);
    }
    return std::nullopt;
}

}  // namespace motlan

#include "kiosk/eye/text_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "kiosk/core/json.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::int64_t kLongestSide = 1 << 20;
constexpr std::int64_t kHighestDpi = 4800;
constexpr std::size_t kWordParts = 7;
constexpr std::size_t kLongestWord = 400;

Tree words_of(const PageWord& word) {
    return Tree::List{word.text,   word.left,       word.top, word.width,
                      word.height, word.confidence, word.line};
}

bool is_word(std::string_view text) {
    const bool has_blank = std::ranges::any_of(text, [](char c) { return c >= 0 && c <= ' '; });
    return !text.empty() && text.size() <= kLongestWord && !has_blank && is_nfc(text);
}

std::optional<PageWord> word_of(const Tree& words, const PageText& page) {
    if (words.list() == nullptr || words.list()->size() != kWordParts) return std::nullopt;
    const auto& parts = *words.list();
    const std::string* letters = parts[0].text();
    if (letters == nullptr || !is_word(*letters)) return std::nullopt;
    const std::array<std::int64_t, kWordParts> most{
        0, page.width, page.height, page.width, page.height, 100, std::int64_t{kWordLimit}};
    std::array<int, kWordParts> numbers{};
    for (std::size_t i = 1; i < kWordParts; ++i) {
        const std::int64_t* number = parts[i].number();
        if (number == nullptr || *number < 0 || *number > most[i]) return std::nullopt;
        numbers[i] = static_cast<int>(*number);
    }
    if (numbers[1] + numbers[3] > page.width || numbers[2] + numbers[4] > page.height) {
        return std::nullopt;
    }
    return PageWord{*letters,   numbers[1], numbers[2], numbers[3],
                    numbers[4], numbers[5], numbers[6]};
}

}  // namespace

Bytes words_of(const PageText& text) {
    Tree::List words;
    for (const PageWord& word : text.words) {
        if (words.size() == kWordLimit) break;
        words.push_back(words_of(word));
    }
    return to_bytes(to_json(Tree::Table{{"width", text.width},
                                        {"height", text.height},
                                        {"dpi", text.dpi},
                                        {"heading_unread", text.is_heading_unread},
                                        {"words", std::move(words)}}));
}

Result<PageText> text_of(ByteView block) {
    const auto words = parse_json(as_text(block));
    if (!words) return fail(Fault::MessageMalformed);
    const std::int64_t width = words->number_at("width");
    const std::int64_t height = words->number_at("height");
    const std::int64_t dpi = words->number_at("dpi");
    if (std::min({width, height, dpi}) < 1 || std::max(width, height) > kLongestSide ||
        dpi > kHighestDpi || words->list_at("words").size() > kWordLimit) {
        return fail(Fault::MessageMalformed);
    }
    PageText text{.width = static_cast<int>(width),
                  .height = static_cast<int>(height),
                  .dpi = static_cast<int>(dpi),
                  .words = {},
                  .is_heading_unread = words->truth_at("heading_unread")};
    for (const Tree& entry : words->list_at("words")) {
        auto word = word_of(entry, text);
        if (!word) return fail(Fault::MessageMalformed);
        text.words.push_back(*std::move(word));
    }
    return text;
}

}  // namespace motlan

#include "kiosk/ui/typing_echo.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "kiosk/core/syllable.h"
#include "kiosk/core/utf8.h"
#include "kiosk/speech/letter_words.h"
#include "kiosk/ui/speech_text.h"

namespace motlan {
namespace {

/// No syllable is longer; of what is, the end is said.
constexpr std::size_t kLongestWord = 12;
/// So many letters at once are named one by one; of more the word is said.
constexpr std::size_t kMostNamed = 3;

/// The last word of a text, or that there are only blanks; of a long word its end, of a letter that
/// stands alone its name.
std::string last_word(std::string_view text, Language language) {
    const bool is_empty = text.empty();
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.empty()) return is_empty ? std::string() : letter_words(U' ', language);
    const std::u32string letters = to_letters(text.substr(text.rfind(' ') + 1));
    if (letters.size() == 1) return letter_words(letters.front(), language);
    return from_letters(letters.substr(letters.size() - std::min(letters.size(), kLongestWord)));
}

bool is_same_letter(const SyllableLetter& one, const SyllableLetter& other) {
    return one.plain == other.plain && one.is_capital == other.is_capital;
}

/// What the keys made of a text. Both texts are cut where the first word begins that is not the
/// same, because a key changes nothing before it.
struct Edit {
    std::string_view before;
    std::string_view now;
    Language language;
    SyllableLetters was{};
    SyllableLetters is{};
    std::size_t same = 0;  ///< letters at the beginning that differ in nothing but their tone

    Edit(std::string_view text_before, std::string_view text_now, Language spoken)
        : before(text_before), now(text_now), language(spoken) {
        const auto differs = std::ranges::mismatch(before, now).in1 - before.begin();
        const auto blank = before.substr(0, static_cast<std::size_t>(differs)).rfind(' ');
        const std::size_t from = blank == std::string_view::npos ? 0 : blank;
        was = letters_of(before.substr(from));
        is = letters_of(now.substr(from));
        same = static_cast<std::size_t>(std::ranges::mismatch(was, is, is_same_letter).in1 -
                                        was.begin());
    }

    [[nodiscard]] std::string words() const {
        if (same == is.size()) return same == was.size() ? tone_set() : erased();
        std::string text;
        if (has_lost_tone()) text = tone_words(SyllableTone::None, language);
        add_sentence(text, is.back().plain == U' ' ? ended() : typed());
        return text;
    }

private:
    /// "dấu sắc. hóa".
    [[nodiscard]] std::string tone_set() const {
        const auto tone = std::ranges::find_if(
            is, [](const SyllableLetter& letter) { return letter.tone != SyllableTone::None; });
        std::string text(tone_words(tone == is.end() ? SyllableTone::None : tone->tone, language));
        add_sentence(text, last_word(now, language));
        return text;
    }

    /// "đã xóa nờ. còn hóa".
    [[nodiscard]] std::string erased() const {
        std::string text = taken_away().spoken;
        const std::string left = last_word(now, language);
        add_sentence(text, left.empty()
                               ? phrase(Text::SpeechEmpty, language).spoken
                               : phrase(Text::SpeechLeft, language, {{"words", left}}).spoken);
        return text;
    }

    /// A tone that has found another place was not taken away.
    [[nodiscard]] Phrase taken_away() const {
        if (was.size() > same + 1) return phrase(Text::SpeechErased, language);
        SyllableLetter letter = was.back();
        if (has_tone(is, 0, same)) letter.tone = SyllableTone::None;
        return phrase(Text::SpeechErasedLetter, language,
                      {{"letter", letter_words(letter, language)}});
    }

    /// The word before the blank; a blank after another ends no word.
    [[nodiscard]] std::string ended() const {
        const bool is_word = !before.empty() && !before.ends_with(' ');
        return is_word || is.size() > same + 1 ? last_word(now, language)
                                               : letter_words(U' ', language);
    }

    [[nodiscard]] std::string typed() const {
        if (is.size() - same > kMostNamed) return last_word(now, language);
        std::string text;
        for (std::size_t i = same; i < is.size(); ++i) {
            SyllableLetter letter = is[i];
            if (has_moved_tone()) letter.tone = SyllableTone::None;
            text += (text.empty() ? "" : ", ") + letter_words(letter, language);
        }
        return text;
    }

    [[nodiscard]] static bool has_tone(const SyllableLetters& letters, std::size_t from,
                                       std::size_t end) {
        return std::any_of(
            letters.begin() + static_cast<std::ptrdiff_t>(from),
            letters.begin() + static_cast<std::ptrdiff_t>(end),
            [](const SyllableLetter& letter) { return letter.tone != SyllableTone::None; });
    }
    /// The tone has gone from the letters that are still there to one that has come.
    [[nodiscard]] bool has_moved_tone() const {
        return has_tone(was, 0, was.size()) && has_tone(is, same, is.size()) &&
               !has_tone(is, 0, same);
    }
    /// A tone was taken back, and its key is a letter now.
    [[nodiscard]] bool has_lost_tone() const {
        return has_tone(was, 0, was.size()) && !has_tone(is, 0, is.size());
    }
};

/// What is drawn in the place of the digits of a PIN.
bool is_hidden(std::string_view value) { return value.contains("•"); }

}  // namespace

std::string TypingEcho::change_of(const Node& field, const std::string& before,
                                  Language language) const {
    const bool is_masked =
        is_unsaid(field, earshot_) || is_hidden(field.value) || is_hidden(before);
    if (!is_masked) return Edit(before, field.value, language).words();
    const bool is_less = field.value.size() < before.size();
    std::string text = phrase(is_less ? Text::SpeechErased : Text::SpeechTyped, language).spoken;
    if (field.value.empty()) add_sentence(text, phrase(Text::SpeechEmpty, language).spoken);
    return text;
}

std::string TypingEcho::next(const SemanticTree& tree, Language language) {
    std::string text;
    std::map<std::string, std::string> fields;
    for (const Node& node : tree.nodes()) {
        if (node.role != NodeRole::Field) continue;
        // The next question has a field of that name, too.
        const std::string which = node.id + "\n" + node.label.spoken;
        fields.insert_or_assign(which, node.value);
        const auto before = fields_.find(which);
        if (before == fields_.end() || before->second == node.value) continue;
        add_sentence(text, change_of(node, before->second, language));
    }
    fields_ = std::move(fields);
    return text;
}

}  // namespace motlan

// The answer that is being written: what it starts as, how keys change it, when it is enough.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/syllable.h"
#include "kiosk/core/word_book.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// True when the item's question is answered with letters.
[[nodiscard]] bool is_text(const Item& item);

/// True when the answer is a name, whose words begin with a capital.
[[nodiscard]] bool is_name(const Item& item);

/// True when keys write the answer: letters, the digits of somebody's number or of one that is too
/// large to count.
[[nodiscard]] bool is_typed(const Item& item);

/// What was begun, else the earlier answer, else what a scanned paper says, else where the question
/// starts.
[[nodiscard]] std::string first_draft(const Visit& visit, const Item& item);

/// Keeps what was begun, to go on with it. What a scanned paper says is no draft: another paper may
/// say it otherwise. Neither are no words at all, but where an answer was wiped out.
void keep_draft(Visit& visit, const Item& item, const std::string& draft);

/// True when the draft answers the item's question.
[[nodiscard]] bool is_acceptable(std::string_view draft, const Item& item);

/// The draft with letters added, composed (NFC) and at most so long; what would not fit or is
/// no text is left out.
[[nodiscard]] std::string with_letters(std::string_view draft, std::string_view letters,
                                       std::size_t longest);

/// The same within what the item's question takes: a text of its length, or a number's digits.
[[nodiscard]] std::string with_letters(std::string_view draft, std::string_view letters,
                                       const Item& item);

/// The same for keys, one after the other: tones and marks find their place in the way wished.
[[nodiscard]] std::string with_keys(std::string_view draft, std::string_view keys, const Item& item,
                                    const Typing& typing);

/// The words that may be chosen, and how long the text may become.
struct WordRoom {
    const WordBook& words;
    std::size_t longest;
};

/// Which words come first when the item's question is answered with letters.
[[nodiscard]] WordsOf words_of(const Item& item);

/// The text with a word chosen that the book suggests there; nothing where it suggests another or
/// the word has no room.
[[nodiscard]] std::optional<std::string> with_chosen(const std::string& text,
                                                     const WordChosen& chosen, WordsOf kind,
                                                     const WordRoom& room);

/// Whether keys are the blank behind a word that was just chosen, which has its own.
[[nodiscard]] bool is_blank_of_word(const std::optional<std::string>& unchosen,
                                    std::string_view keys);

/// The text without its last letter, or as it was before a word was chosen.
[[nodiscard]] std::string erased(const std::string& text,
                                 const std::optional<std::string>& unchosen, ToneStyle style);

}  // namespace motlan

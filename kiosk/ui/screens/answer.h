// The part of a question's screen that is answered: choices, a counter, keys, or a place.
#pragma once

#include <optional>
#include <string>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/field.h"

namespace motlan {

/// Draws the way to answer that fits the kind of question.
[[nodiscard]] std::optional<Event> draw_answer(Ui& ui, const Rect& box, const AskQuestion& screen,
                                               const QuestionKind& kind);

/// What an answer still needs that is not complete, in a sentence.
[[nodiscard]] Phrase missing_words(const Ui& ui, const std::string& draft,
                                   const QuestionKind& kind);

/// What is written with all keys.
struct Writing {
    Phrase label;
    std::string value;
    Phrase hint{};                 ///< while nothing is written; empty: to touch the letters
    bool is_label_needed = false;  ///< it says what the question does not
    /// Which words are suggested first; none: nothing is suggested.
    std::optional<WordsOf> kind{};
};
[[nodiscard]] std::optional<Event> draw_writing(Ui& ui, const Rect& box, const Writing& writing);

/// What is written with digits only.
struct Dialling {
    Writing writing;
    Phrase limits;  ///< below the field: what is asked for
    Grouping grouping = Grouping::None;
    Privacy privacy = Privacy::Public;  ///< of the keys
};
[[nodiscard]] std::optional<Event> draw_digits(Ui& ui, const Rect& box, const Dialling& dialling);

/// The answer of a question for a commune or ward.
[[nodiscard]] std::optional<Event> draw_place(Ui& ui, const Rect& box, const AskQuestion& screen);

/// The button that leads to another province; nothing at a question or stage without one.
[[nodiscard]] std::optional<ButtonSpec> wider_place(const Ui& ui, const AskQuestion& screen);

}  // namespace motlan

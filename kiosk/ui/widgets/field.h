// What the citizen has written, and the keys to write it. Keys answer events; nothing is stored.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/column.h"

namespace motlan {

/// How the digits of a long number stand, so that they are easier to compare.
enum class Grouping : std::uint8_t {
    None,
    Threes,     ///< from the left: "040 200 000 017"
    Thousands,  ///< from the right: "1.200.000"
};

struct FieldSpec {
    std::string id;
    Phrase label;
    bool has_label = true;  ///< written above; where not, the question above says it
    Phrase hint;            ///< shown while nothing is written
    std::string value;
    Privacy privacy = Privacy::Masked;
    Grouping grouping = Grouping::None;
};

/// Digits in threes.
[[nodiscard]] std::string in_threes(std::string_view digits);
/// Digits in thousands, with dots between them, whatever zeros they begin with.
[[nodiscard]] std::string in_thousands(std::string_view digits);

/// Label, frame, the last lines of the value and a caret.
void field(Ui& ui, Column& column, const FieldSpec& spec, int lines);

/// What is on the keyboard: everything; above it words too; or what looking for something needs: no
/// marks, no capitals, and for a name no digits.
enum class Keys : std::uint8_t { All, Worded, Plain, Letters };

/// The Vietnamese keyboard: letters, ă â đ ê ô ơ ư, tones, digits, space, delete. Also what a real
/// keyboard typed. The words are what the one being typed may become, and stand there where they
/// have room. The event is LettersTyped, ToneTyped, LetterErased or WordChosen. Of what is not
/// looked for but written, letters and tones are named in headphones only.
[[nodiscard]] std::optional<Event> keyboard(Ui& ui, const Rect& box, Keys keys = Keys::All,
                                            std::span<const std::string> words = {});
/// Height it wants at that width; a smaller box makes the keys lower. A wide one has fewer rows.
[[nodiscard]] int keyboard_height(const Ui& ui, int width, Keys keys = Keys::All);

struct CounterSpec {
    std::string id;
    std::int64_t value = 0;
    std::int64_t least = 0;
    std::int64_t most = 0;
    Phrase unit;
    Phrase limits;
};

/// A number with "less" and "more". The new number when one was chosen.
[[nodiscard]] std::optional<std::int64_t> counter(Ui& ui, Column& column, const CounterSpec& spec);

/// The number pad: digits and delete. The event is LettersTyped or LetterErased. Digits that are
/// masked are named in headphones only: who hears them one by one knows the number.
[[nodiscard]] std::optional<Event> number_pad(Ui& ui, const Rect& box,
                                              Privacy digits = Privacy::Public);

}  // namespace motlan

// Every citizen-facing text: by typed key in the code, by name where a fault or a hint has one.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/core/fault.h"
#include "kiosk/domain/words.h"
#include "kiosk/ui/texts.h"

namespace motlan {

/// One text of one language. `spoken` is empty when it is read as written.
struct Wording {
    std::string_view key;
    std::string_view shown;
    std::string_view spoken;
};

/// Every text of a language, sorted by key; the place in it is the number of the Text.
[[nodiscard]] std::span<const Wording> wordings(Language language);

/// What a widget shows and says. `key` is empty when the words come from a citizen or a source.
struct Phrase {
    std::string shown;
    std::string spoken;
    std::string_view key;

    [[nodiscard]] bool is_empty() const { return shown.empty(); }
};

/// A value for "{name}" in a text.
struct Filling {
    std::string_view name;
    std::string value;
};
using Fillings = std::initializer_list<Filling>;

/// The text with its values filled in, each as far as it can be read (readable.h).
[[nodiscard]] Phrase phrase(Text text, Language language, Fillings fillings = {});

/// Words that are no text of ours, as far as they can be read: a name, an address, the catalogue's
/// sentence.
[[nodiscard]] Phrase plain(std::string words);

/// The text under a key, for keys made from a fault's code or a hint's name.
[[nodiscard]] std::optional<Text> find_text(std::string_view key);

enum class Audience : std::uint8_t { Citizen, Technician };

/// The sentence for a fault. A test checks that none is missing.
[[nodiscard]] Text fault_text(Fault fault, Audience audience = Audience::Citizen);

}  // namespace motlan

// A text in every language of the kiosk, as an author of the catalogue wrote it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/core/fields.h"

namespace motlan {

enum class Language : std::uint8_t { Vietnamese, English };

/// "vi" or "en".
[[nodiscard]] std::string_view language_code(Language language);

struct Words {
    std::string vi;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::Vietnamese ? vi : en;
    }
    bool operator==(const Words&) const = default;
};

/// Reads the table `key` with exactly the keys vi and en, both NFC and not empty.
[[nodiscard]] Words read_words(Fields& fields, std::string_view key);

}  // namespace motlan

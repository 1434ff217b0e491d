// The card's end of secure messaging (ICAO 9303-11, 9.8): opens commands, protects answers.
#pragma once

#include "tests/support/card_cipher.h"
#include "tests/support/card_command.h"

namespace motlan::testing {

class CardMessaging {
public:
    explicit CardMessaging(std::unique_ptr<CardCipher> cipher) : cipher_(std::move(cipher)) {}

    /// The command inside; nothing when its seal is missing or wrong.
    [[nodiscard]] std::optional<CardCommand> opened(const CardCommand& outer);
    /// The answer with its seal. An odd instruction has no padding mark before its bytes.
    [[nodiscard]] CardAnswer closed(const CardAnswer& inner, bool is_odd);

private:
    std::unique_ptr<CardCipher> cipher_;
};

}  // namespace motlan::testing

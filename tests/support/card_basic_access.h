// The card's side of Basic Access Control (ICAO 9303-11, 4.3).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/core/bytes.h"
#include "tests/support/card_cipher.h"

namespace motlan::testing {

class CardBasicAccess {
public:
    /// `words` are what basic_access_words() says of the card.
    explicit CardBasicAccess(const std::string& words);

    /// Eight fresh random bytes.
    [[nodiscard]] Bytes challenge();
    /// The answer to EXTERNAL AUTHENTICATE; nothing when the key or the challenge is wrong.
    [[nodiscard]] std::optional<Bytes> answer(ByteView words);
    /// The channel, once, after such an answer.
    [[nodiscard]] std::unique_ptr<CardCipher> take_channel() { return std::move(channel_); }

private:
    Bytes encrypting_;
    Bytes sealing_;
    Bytes challenge_;
    std::unique_ptr<CardCipher> channel_;
};

}  // namespace motlan::testing

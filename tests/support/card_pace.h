// The card's side of PACE with the card access number (BSI TR-03110-3, ICAO 9303-11, 4.4), by
// OpenPACE: an end that was written by other people than ours.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/core/bytes.h"
#include "tests/support/card_cipher.h"

namespace motlan::testing {

class CardPace {
public:
    /// `card_access` is the card's EF.CardAccess, whose one suite is used.
    CardPace(ByteView card_access, const std::string& access_number);
    CardPace(CardPace&&) noexcept;
    CardPace& operator=(CardPace&&) noexcept;
    ~CardPace();

    /// The words of one GENERAL AUTHENTICATE (inside 7C) and the answer (inside 7C). Nothing when
    /// the words are wrong, the password among them: then the card begins anew.
    [[nodiscard]] std::optional<Bytes> answer(ByteView words);
    /// The channel, after the last of the four answers and once.
    [[nodiscard]] std::unique_ptr<CardCipher> take_channel();

private:
    struct Session;

    Bytes card_access_;
    std::string access_number_;
    std::unique_ptr<Session> session_;
};

}  // namespace motlan::testing

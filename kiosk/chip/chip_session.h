// One conversation with a chip: commands and answers, in the open until both sides have agreed
// on keys, protected from then on. It ends by itself: exchanges are counted.
#pragma once

#include <optional>
#include <stop_token>

#include "kiosk/chip/secure_messaging.h"
#include "kiosk/device/chip_terminal.h"

namespace motlan {

/// A whole reading with the picture takes about 600 exchanges: 128 KiB in pieces of 223 bytes.
inline constexpr int kExchangeLimit = 1200;

class ChipSession {
public:
    /// `terminal` must outlive it and have a card awake.
    explicit ChipSession(ChipTerminal& terminal, std::stop_token stop = {})
        : terminal_(terminal), stop_(std::move(stop)) {}

    /// Sends a command and fetches the whole answer, also in pieces (status 61xx) and with
    /// another length (6Cxx). Fails with Fault::ChipMalformed, ChipRemoved (also when somebody
    /// asked to stop) or ChipReaderUnavailable.
    [[nodiscard]] Result<Answer> send(const Command& command);

    /// From here on every message is protected.
    void protect(SecureMessaging protection) { protection_.emplace(std::move(protection)); }

    /// The most content bytes that one answer can bring.
    [[nodiscard]] std::size_t content_limit() const {
        return protection_ ? kProtectedContentLimit : kAnswerContentLimit;
    }

private:
    [[nodiscard]] Result<Answer> exchange(const Command& command);
    [[nodiscard]] Result<Answer> fetch(const Command& command);

    ChipTerminal& terminal_;
    std::stop_token stop_;
    std::optional<SecureMessaging> protection_;
    int exchanges_ = 0;
};

}  // namespace motlan

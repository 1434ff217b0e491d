// Secure messaging with a chip (Doc 9303-11 section 9.8): what goes is encrypted and
// authenticated, what comes is believed only when its code holds. A counter that both sides
// keep makes every message good once. After the first message that does not hold, nothing does.
#pragma once

#include "kiosk/chip/apdu.h"
#include "kiosk/chip/chip_key.h"

namespace motlan {

/// The most content bytes that an answer can bring when it is protected: with its padding and
/// three objects around it, it stays within kAnswerContentLimit.
inline constexpr std::size_t kProtectedContentLimit = 0xDF;

class SecureMessaging {
public:
    /// `counter` is one block: how the send sequence counter starts (sections 9.8.6.3, 9.8.7.3).
    SecureMessaging(Cipher cipher, ByteView session_secret, Bytes counter);

    /// The command as it travels. It brings something or expects something, and its content is
    /// at most kProtectedContentLimit.
    [[nodiscard]] Command protect(const Command& command);

    /// What the chip meant. Fails with Fault::ChipMalformed for an answer without protection or
    /// whose code does not hold, and from then on always.
    [[nodiscard]] Result<Answer> unprotect(const Answer& answer);

private:
    [[nodiscard]] Result<Answer> open(const Answer& answer);
    [[nodiscard]] Result<Bytes> open_content(ByteView secret) const;
    [[nodiscard]] Bytes code_of(ByteView objects) const;
    [[nodiscard]] Bytes start() const;
    void count();

    Cipher cipher_;
    ChipKey encryption_;
    ChipKey authentication_;
    Bytes counter_;
    bool is_broken_ = false;
};

}  // namespace motlan

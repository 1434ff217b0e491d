// The library of pcscd, owned: for the sources of this folder only. One thread uses each of these.
#pragma once

#include <winscard.h>

#include <chrono>
#include <optional>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// A card that is awake and ours alone. It is reset when this ends, so that nothing of its
/// secure channel stays.
class PcscCard {
public:
    PcscCard(SCARDHANDLE card, DWORD protocol) : card_(card), protocol_(protocol) {}
    PcscCard(const PcscCard&) = delete;
    PcscCard& operator=(const PcscCard&) = delete;
    ~PcscCard() { SCardDisconnect(card_, SCARD_RESET_CARD); }

    /// Fails as ChipTerminal::exchange() does.
    [[nodiscard]] Result<Bytes> exchange(ByteView command) const;

private:
    SCARDHANDLE card_;
    DWORD protocol_;
};

/// A conversation with pcscd. One that broke off is begun anew by the next call.
class PcscContext {
public:
    PcscContext() = default;
    PcscContext(const PcscContext&) = delete;
    PcscContext& operator=(const PcscContext&) = delete;
    ~PcscContext() { close(); }

    /// The first reader with `part` in its name. Fails with Fault::ChipReaderUnavailable, as it
    /// does when pcscd is not there.
    [[nodiscard]] Result<std::string> reader_named(const std::string& part);
    /// Waits for a card and wakes it into `card`. Fails as ChipTerminal::wake() does.
    [[nodiscard]] Result<void> wake(const std::string& reader, std::chrono::milliseconds patience,
                                    std::optional<PcscCard>& card);
    void close();

private:
    /// The names of all readers, each closed by a zero; empty when there is none to ask.
    std::string list();
    LONG connect(const std::string& reader, std::optional<PcscCard>& card);

    std::optional<SCARDCONTEXT> context_;
};

}  // namespace motlan

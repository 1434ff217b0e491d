// A chip reader that pcscd knows (PC/SC), USB or contactless. pcscd and the reader may go and
// come back: the next wake() finds them. One worker thread uses it; status() any.
#pragma once

#include <memory>
#include <string>

#include "drivers/card_pcsc/reader_watch.h"
#include "kiosk/device/chip_terminal.h"

namespace motlan {

class PcscTerminal final : public ChipTerminal {
public:
    /// `reader` is a part of the reader's name; empty: the first one.
    explicit PcscTerminal(std::string reader);
    ~PcscTerminal() override;

    Result<void> wake(std::chrono::milliseconds patience) override;
    /// Waits as long as the reader's driver does: pcscd offers no end of its own for a command
    /// that is under way (SCardCancel ends only the wait for a card), and drivers for USB readers
    /// give a silent card up after some seconds.
    Result<Bytes> exchange(ByteView command) override;
    void rest() override;
    /// Whether the reader was there two seconds ago at most; ready before the first look.
    [[nodiscard]] DeviceStatus status() const override;

private:
    struct Session;

    std::string reader_;
    std::unique_ptr<Session> session_;
    ReaderWatch watch_;
};

}  // namespace motlan

// A code reader on a serial line: RS-232, or USB set to CDC ("USB-COM"). Unplugged, it is
// Fault::ReaderUnavailable; plugged in again, the next start() finds it by its path, which should
// be one of /dev/serial/by-id because numbers change. One worker thread uses it; status() any.
#pragma once

#include <atomic>

#include "drivers/serial_reader/code_framing.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/descriptor.h"
#include "kiosk/device/qr_reader.h"

namespace motlan {

class SerialReader final : public QrReader {
public:
    /// `clock` must outlive this.
    SerialReader(SerialSettings settings, const Clock& clock);
    SerialReader(const SerialReader&) = delete;
    SerialReader& operator=(const SerialReader&) = delete;
    ~SerialReader() override { stop(); }

    Result<void> start() override;
    /// May come back before `patience` is over when a part of a code has come.
    Result<std::optional<Bytes>> next(std::chrono::milliseconds patience) override;
    void stop() override;
    /// What the node looks like now, and whether the last start() could open it; ready before the
    /// first. Opens nothing.
    [[nodiscard]] DeviceStatus status() const override;

private:
    /// How long to wait for the next byte.
    [[nodiscard]] std::chrono::milliseconds wait_for(std::chrono::milliseconds patience) const;
    [[nodiscard]] Result<void> read_bytes();

    SerialSettings settings_;
    const Clock& clock_;
    CodeFraming framing_;
    Descriptor line_;
    SteadyTime last_byte_;
    std::atomic<std::optional<Fault>> fault_;
};

}  // namespace motlan

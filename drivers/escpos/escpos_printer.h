// A receipt printer that speaks ESC/POS over a device file: USB (/dev/usb/lp0), a serial line, or
// a plain file that keeps what a printer would get. One worker thread uses it; only status() may
// be asked from another.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>

#include "drivers/escpos/escpos_code.h"
#include "kiosk/core/descriptor.h"
#include "kiosk/device/devices.h"
#include "kiosk/device/receipt_printer.h"

namespace motlan {

/// How long a printer may take.
struct PrinterPatience {
    std::chrono::milliseconds answer{300};   ///< to one question; it answers while it prints
    std::chrono::milliseconds slip{15'000};  ///< to take and print a whole slip
};

class EscposPrinter final : public ReceiptPrinter {
public:
    explicit EscposPrinter(EscposSettings settings, PrinterPatience patience = {})
        : settings_(std::move(settings)), patience_(patience) {}

    /// Sends the slip and, where the printer answers, waits until it has printed it. Fails with
    /// Fault::PrinterPaperOut, PrinterCoverOpen, PrinterBusy (it takes no bytes and says no
    /// reason) or PrinterUnavailable.
    Result<void> print(const ImageView& slip) override;
    void look() override;
    [[nodiscard]] int width_dots() const override { return settings_.width_dots; }
    [[nodiscard]] DeviceStatus status() const override { return status_.load(); }

private:
    Result<void> open();
    [[nodiscard]] DeviceStatus ask_all();
    std::optional<std::uint8_t> ask(PrinterQuestion question);
    [[nodiscard]] int unsent() const;
    Result<void> send(ByteView bytes, std::chrono::milliseconds patience);
    Result<Bytes> receive(std::chrono::milliseconds patience);
    Result<void> wait_until_done();
    Result<void> lost();

    EscposSettings settings_;
    PrinterPatience patience_;
    Descriptor line_;
    bool is_done_ = false;  ///< it has said so since the last slip was sent
    std::atomic<DeviceStatus> status_{DeviceStatus{}};
};

}  // namespace motlan

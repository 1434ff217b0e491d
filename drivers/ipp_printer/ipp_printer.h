// A printer on the network or behind ipp-usb that speaks IPP Everywhere. It is asked directly,
// without a print server. One worker thread uses it; only status() may be asked from another.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/device/devices.h"
#include "kiosk/device/receipt_printer.h"

namespace motlan {

class IppSession;

/// How long an IPP printer may take.
struct IppPatience {
    std::chrono::milliseconds answer{4000};
    std::chrono::milliseconds slip{30'000};
    std::chrono::milliseconds pause{200};  ///< between two questions about a job
};

/// What a printer's reasons say (RFC 8011, 5.4.12; PWG 5100.9). Some printers say them while they
/// are idle, so the state alone counts for nothing; how bad the printer finds a reason is left out.
[[nodiscard]] DeviceStatus status_of_reasons(std::span<const std::string> reasons);

class IppPrinter final : public ReceiptPrinter {
public:
    explicit IppPrinter(IppSettings settings, IppPatience patience = {})
        : settings_(std::move(settings)), patience_(patience) {}

    /// Sends the slip as PWG raster and waits until the printer has printed it. A slip that is not
    /// printed is taken back, so that nobody finds it there later.
    Result<void> print(const ImageView& slip) override;
    /// Also takes back what an earlier process of this machine has left in the printer.
    void look() override;
    [[nodiscard]] int width_dots() const override { return settings_.width_dots; }
    [[nodiscard]] DeviceStatus status() const override { return status_.load(); }

private:
    Result<void> send(const Bytes& document);
    Result<void> wait_for(int job);
    void see(IppSession& session);
    bool take_back_left_jobs();

    IppSettings settings_;
    IppPatience patience_;
    std::optional<int> left_job_;  ///< not printed, or not yet, and not taken back
    bool is_swept_ = false;        ///< no other job of ours is in the printer
    std::atomic<bool> takes_raster_ = true;
    std::atomic<DeviceStatus> status_{DeviceStatus{}};
};

}  // namespace motlan

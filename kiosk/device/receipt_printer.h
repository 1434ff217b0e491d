// A printer of slips. Used by one worker thread. It is given pixels, never text.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/device/device_status.h"

namespace motlan {

class ReceiptPrinter {
public:
    virtual ~ReceiptPrinter() = default;

    /// Prints a grey picture (dark is ink) of the printer's width in dots and cuts the paper.
    /// Fails with Fault::PrinterPaperOut, PrinterCoverOpen, PrinterBusy, PrinterRefused (it does
    /// not take what we send) or PrinterUnavailable.
    virtual Result<void> print(const ImageView& slip) = 0;
    /// Dots across the paper: 576 for 80 mm and 384 for 58 mm at 203 dpi.
    [[nodiscard]] virtual int width_dots() const = 0;
    /// Asks the printer how it is, so that status() knows it before anybody prints. Takes up to
    /// some seconds when the printer is gone.
    virtual void look() = 0;
    /// As of the last look or slip; any thread.
    [[nodiscard]] virtual DeviceStatus status() const = 0;
};

}  // namespace motlan

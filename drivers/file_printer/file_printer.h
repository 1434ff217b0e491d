// A printer that writes each slip as a picture into a folder.
// A slip holds no name and no number of a citizen, so it may lie on disk.
#pragma once

#include <filesystem>

#include "kiosk/device/receipt_printer.h"

namespace motlan {

class FilePrinter final : public ReceiptPrinter {
public:
    explicit FilePrinter(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Writes slip-<n>.png. Fails with Fault::PrinterUnavailable.
    Result<void> print(const ImageView& slip) override;
    void look() override {}  // a folder is always there
    [[nodiscard]] int width_dots() const override { return 576; }
    [[nodiscard]] DeviceStatus status() const override { return {}; }

private:
    std::filesystem::path folder_;
    int printed_ = 0;
};

}  // namespace motlan

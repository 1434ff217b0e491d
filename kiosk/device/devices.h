// The devices of one kiosk, and how the configuration names them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/device/card_camera.h"
#include "kiosk/device/document_scanner.h"
#include "kiosk/device/receipt_printer.h"

namespace motlan {

struct Devices {
    std::unique_ptr<CardCamera> card_camera;
    std::unique_ptr<DocumentScanner> scanner;
    std::unique_ptr<ReceiptPrinter> printer;
};

/// The device tables of kiosk.toml.
struct DeviceSettings {
    std::string card_camera_driver;          ///< "simulated", "folder" or "camera"
    std::filesystem::path card_camera;       ///< folder or device node
    int card_camera_frames_per_second = 10;  ///< for "folder"
    std::string scanner_driver;              ///< "simulated" or "sane"
    std::string scanner;                     ///< SANE device name
    std::string printer_driver;              ///< "simulated" or "file"
    std::filesystem::path printer;           ///< folder
    ScanSettings scan;
};

}  // namespace motlan

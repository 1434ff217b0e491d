// The devices of one kiosk, and how the configuration names them.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/device/card_camera.h"
#include "kiosk/device/chip_terminal.h"
#include "kiosk/device/document_scanner.h"
#include "kiosk/device/qr_reader.h"
#include "kiosk/device/receipt_printer.h"

namespace motlan {

struct Devices {
    std::unique_ptr<CardCamera> card_camera;
    std::unique_ptr<DocumentScanner> scanner;
    std::unique_ptr<ReceiptPrinter> printer;
    std::unique_ptr<QrReader> hand_reader;          ///< empty: this kiosk has none
    std::unique_ptr<ChipTerminal> chip;             ///< empty: this kiosk has none
    std::unique_ptr<CardCamera> document_camera{};  ///< empty: papers go to the scanner
};

/// How the camera is set; what is left out it decides by itself.
struct CameraControls {
    std::optional<int> focus;                           ///< in the camera's own steps
    std::optional<int> gain{};                          ///< as above
    std::optional<int> brightness{};                    ///< as above
    std::optional<std::chrono::microseconds> exposure;  ///< of each picture
    bool light = false;                                 ///< the lamp beside the lens
};

/// How a serial reader is set up, and what it puts around a code.
struct SerialSettings {
    std::filesystem::path node;              ///< such as /dev/serial/by-id/…
    int baud = 9600;                         ///< symbols a second; a USB reader does not care
    std::string prefix;                      ///< bytes before each code
    std::string suffix = "\r\n";             ///< bytes after it
    bool has_aim_prefix = false;             ///< "]Q1" and the like before each code
    std::chrono::milliseconds silence{100};  ///< ends a code that has no suffix
};

/// The chip reader.
struct ChipSettings {
    std::string reader;           ///< part of its name at pcscd; empty: the first one
    std::filesystem::path trust;  ///< folder of the issuing State's certificates (PEM)
    bool reads_face = false;      ///< whether the picture is read and shown
};

/// A receipt printer that speaks ESC/POS.
struct EscposSettings {
    std::filesystem::path node;  ///< such as /dev/usb/lp0 or /dev/serial/by-id/…
    int baud = 9600;             ///< symbols a second of a serial line
    int width_dots = 576;        ///< 576 for paper of 80 mm, 384 for 58 mm, both at 203 dpi
    bool answers = true;         ///< false: the cable carries nothing back
};

/// A printer that speaks IPP, reached without any print server.
struct IppSettings {
    std::string address;   ///< such as ipp://localhost:60000/ipp/print
    int width_dots = 576;  ///< as above
};

/// The device tables of kiosk.toml.
struct DeviceSettings {
    std::string card_camera_driver;               ///< "simulated", "folder" or "camera"
    std::filesystem::path card_camera;            ///< folder or device node
    int card_camera_frames_per_second = 10;       ///< for "folder"
    CameraControls card_camera_controls;          ///< for "camera"
    std::string document_camera_driver = "none";  ///< and those of the card camera
    std::filesystem::path document_camera;        ///< folder or device node
    CameraControls document_camera_controls;      ///< for "camera"
    std::string scanner_driver;                   ///< "simulated" or "sane"
    std::string scanner;                          ///< SANE device name
    PaperSource paper_source = PaperSource::Glass;
    std::string printer_driver;     ///< "simulated", "file", "escpos" or "ipp"
    std::filesystem::path printer;  ///< folder of "simulated" and "file"
    EscposSettings escpos;
    IppSettings ipp;
    ScanSettings scan;
    std::optional<SerialSettings> hand_reader;  ///< driver "serial"; none: driver "none"
    std::optional<ChipSettings> chip;           ///< driver "pcsc"; none: driver "none"
};

}  // namespace motlan

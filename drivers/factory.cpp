#include "drivers/factory.h"

#include <chrono>
#include <memory>

#include "drivers/camera/v4l2_camera.h"
#include "drivers/card_pcsc/pcsc_terminal.h"
#include "drivers/escpos/escpos_printer.h"
#include "drivers/file_printer/file_printer.h"
#include "drivers/folder/folder_camera.h"
#include "drivers/ipp_printer/ipp_printer.h"
#include "drivers/sane/sane_scanner.h"
#include "drivers/serial_reader/serial_reader.h"
#include "drivers/simulated/devices.h"

namespace motlan {

std::unique_ptr<DocumentScanner> make_scanner(const DeviceSettings& settings,
                                              const DeviceParts& parts) {
    if (settings.scanner_driver == "simulated") {
        return std::make_unique<SimulatedScanner>(parts.world, settings.paper_source);
    }
    if (settings.scanner_driver == "sane") {
        return std::make_unique<SaneScanner>(
            SaneSetup{parts.eye, settings.scanner, settings.paper_source});
    }
    return nullptr;
}

std::unique_ptr<ReceiptPrinter> make_printer(const DeviceSettings& settings,
                                             const DeviceParts& parts) {
    if (settings.printer_driver == "escpos") {
        return std::make_unique<EscposPrinter>(settings.escpos);
    }
    if (settings.printer_driver == "ipp") return std::make_unique<IppPrinter>(settings.ipp);
    auto file = std::make_unique<FilePrinter>(settings.printer);
    if (settings.printer_driver == "file") return file;
    if (settings.printer_driver != "simulated") return nullptr;
    return std::make_unique<SimulatedPrinter>(parts.world, std::move(file));
}

namespace {

std::unique_ptr<QrReader> make_hand_reader(const DeviceSettings& settings,
                                           const DeviceParts& parts) {
    if (!settings.hand_reader) return nullptr;
    return std::make_unique<SerialReader>(*settings.hand_reader, parts.clock);
}

}  // namespace

// The cameras differ in what is held before the simulated one, and in their device: on one that
// they shared, opening either camera would close the other.
std::unique_ptr<CardCamera> make_document_camera(const DeviceSettings& settings,
                                                 const DeviceParts& parts) {
    if (settings.document_camera_driver == "simulated") {
        return std::make_unique<SimulatedCamera>(parts.world, SimulatedCamera::Sees::Papers);
    }
    if (settings.document_camera_driver == "camera") {
        return std::make_unique<V4l2Camera>(
            CameraSetup{.path = settings.document_camera.string(),
                        .controls = settings.document_camera_controls},
            std::make_unique<LinuxVideoDevice>());
    }
    DeviceSettings as_card_camera = settings;
    as_card_camera.card_camera_driver = settings.document_camera_driver;
    as_card_camera.card_camera = settings.document_camera;
    return make_camera(as_card_camera, parts);
}

std::unique_ptr<CardCamera> make_camera(const DeviceSettings& settings, const DeviceParts& parts) {
    if (settings.card_camera_driver == "simulated") {
        return std::make_unique<SimulatedCamera>(parts.world);
    }
    if (settings.card_camera_driver == "folder") {
        const std::chrono::milliseconds interval(1000 / settings.card_camera_frames_per_second);
        return std::make_unique<FolderCamera>(FolderSetup{settings.card_camera, interval},
                                              parts.clock);
    }
    if (settings.card_camera_driver == "camera") {
        return std::make_unique<V4l2Camera>(CameraSetup{.path = settings.card_camera.string(),
                                                        .controls = settings.card_camera_controls},
                                            parts.video);
    }
    return nullptr;
}

std::unique_ptr<ChipTerminal> make_chip(const ChipSettings& settings) {
    return std::make_unique<PcscTerminal>(settings.reader);
}

Result<Devices> make_devices(const DeviceSettings& settings, const DeviceParts& parts) {
    Devices devices{.card_camera = make_camera(settings, parts),
                    .scanner = make_scanner(settings, parts),
                    .printer = make_printer(settings, parts),
                    .hand_reader = make_hand_reader(settings, parts)};
    if (settings.chip) devices.chip = make_chip(*settings.chip);
    devices.document_camera = make_document_camera(settings, parts);
    if (!devices.card_camera || !devices.scanner || !devices.printer) {
        return fail(Fault::ConfigInvalid);
    }
    return devices;
}

}  // namespace motlan

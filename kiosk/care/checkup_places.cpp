#include "kiosk/care/checkup_places.h"

#include <format>
#include <fstream>
#include <string>
#include <system_error>

#include "kiosk/app/closing.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

/// What is named must be there; a simulated device serves nobody.
Remark look_at(std::string_view area, std::string_view driver, const fs::path& node, Fault gone) {
    std::error_code problem;
    if (driver == "simulated")
        return {Grade::Wrong, area, "is simulated: kioskctl devices lists what is plugged in",
                Fault::ConfigInvalid};
    if (!node.empty() && node.is_absolute() && !fs::exists(node, problem))
        return {Grade::Wrong, area, std::format("{} is not plugged in", node.string()), gone};
    return {Grade::Fine, area, std::format("{} {}", driver, node.string()), {}};
}

int lines_of(const fs::path& file) {
    std::ifstream stream(file);
    int lines = 0;
    for (std::string line; std::getline(stream, line);) ++lines;
    return lines;
}

}  // namespace

std::vector<Remark> look_at_device_settings(const Settings& settings) {
    const DeviceSettings& devices = settings.devices;
    std::vector<Remark> remarks = {
        look_at("card camera", devices.card_camera_driver, devices.card_camera,
                Fault::CameraUnavailable),
        look_at("scanner", devices.scanner_driver, devices.scanner, Fault::ScannerUnavailable),
        look_at("printer", devices.printer_driver,
                devices.printer_driver == "file" ? fs::path() : devices.printer,
                Fault::PrinterUnavailable)};
    if (devices.hand_reader)
        remarks.push_back(
            look_at("hand reader", "serial", devices.hand_reader->node, Fault::ReaderUnavailable));
    if (settings.place != WindowPlace::FullScreen)
        remarks.push_back({Grade::Wrong, "screen", "place is not \"full\"", Fault::ConfigInvalid});
    return remarks;
}

std::vector<Remark> look_at_plan(const fs::path& state, WallTime now) {
    const auto rest = planned_rest(state);
    if (!rest || rest->to <= now) return {};
    if (rest->holds(now))
        return {{Grade::Notice, "kiosk",
                 std::format("rests as planned until {}", minute_text(rest->to)), std::nullopt}};
    return {{Grade::Fine, "kiosk",
             std::format("will rest from {} to {}", minute_text(rest->from), minute_text(rest->to)),
             std::nullopt}};
}

std::vector<Remark> look_at_system(const fs::path& root) {
    std::vector<Remark> remarks;
    // The first line of the list is its heading (proc_swaps(5)).
    if (lines_of(root / "proc/swaps") > 1)
        remarks.push_back({Grade::Notice, "memory", "this machine swaps: turn it off", {}});
    std::ifstream pattern(root / "proc/sys/kernel/core_pattern");
    std::string dumps;
    std::getline(pattern, dumps);
    if (!dumps.empty() && dumps != "|/bin/false")
        remarks.push_back(
            {Grade::Notice, "memory", "crashed programs leave their memory on the disk", {}});
    return remarks;
}

}  // namespace motlan

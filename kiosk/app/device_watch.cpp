#include "kiosk/app/device_watch.h"

#include <algorithm>
#include <utility>

#include "kiosk/core/log.h"

namespace motlan {
namespace {

constexpr std::chrono::minutes kLately{10};
constexpr std::chrono::seconds kLongestTrial{60};

/// How long a device must stay before it is believed to be back.
std::chrono::seconds trial_after(int losses) {
    constexpr int kMostDoublings = 6;
    if (losses <= 1) return {};
    return std::min(kLongestTrial, std::chrono::seconds(1 << std::min(losses - 1, kMostDoublings)));
}

Word word_of(DeviceRole device) {
    switch (device) {
        case DeviceRole::CardCamera: return "card_camera";
        case DeviceRole::HandReader: return "hand_reader";
        case DeviceRole::ChipReader: return "chip";
        case DeviceRole::Scanner: return "scanner";
        case DeviceRole::DocumentCamera: return "document_camera";
        case DeviceRole::Printer: return "printer";
    }
    return "printer";
}

/// Works, but not for long: nothing that goes away.
bool is_warning(Fault fault) { return fault == Fault::PrinterPaperLow; }

}  // namespace

std::vector<DeviceTrouble> troubles_of(const Devices& devices) {
    std::vector<DeviceTrouble> troubles;
    const auto ask = [&](const auto& device, DeviceRole role) {
        if (!device) return;
        const DeviceStatus status = device->status();
        // Said before anybody begins, although a slip or two may still be printed.
        const auto fault = !status.fault && status.running_low
                               ? std::optional(Fault::PrinterPaperLow)
                               : status.fault;
        if (fault) troubles.push_back({.device = role, .fault = *fault});
    };
    ask(devices.card_camera, DeviceRole::CardCamera);
    ask(devices.hand_reader, DeviceRole::HandReader);
    ask(devices.chip, DeviceRole::ChipReader);
    ask(devices.scanner, DeviceRole::Scanner);
    ask(devices.document_camera, DeviceRole::DocumentCamera);
    ask(devices.printer, DeviceRole::Printer);
    return troubles;
}

void DeviceWatch::lose(Known& device, DeviceRole role, Fault fault, SteadyTime now) {
    if (!std::exchange(device.is_gone, true)) {
        const bool is_lately = device.losses > 0 && now - device.last_loss < kLately;
        device.losses = is_lately ? device.losses + 1 : 1;
        device.last_loss = now;
    }
    device.well_since.reset();
    if (!device.believed) {
        device.told_losses = device.losses;
        log(LogEvent::DeviceLost,
            {{"device", word_of(role)}, {"fault", fault}, {"losses", device.losses}});
    }
    device.believed = fault;
}

void DeviceWatch::find(Known& device, DeviceRole role, SteadyTime now) {
    device.is_gone = false;
    if (!device.believed) return;
    if (!device.well_since) device.well_since = now;
    if (now - *device.well_since < trial_after(device.losses)) return;
    log(LogEvent::DeviceFound, {{"device", word_of(role)}, {"fault", *device.believed}});
    device.believed.reset();
    device.well_since.reset();
}

const std::vector<DeviceTrouble>& DeviceWatch::see(const std::vector<DeviceTrouble>& said,
                                                   SteadyTime now) {
    believed_.clear();
    for (const DeviceRole role : all_device_roles()) {
        Known& device = known_.at(std::to_underlying(role));
        const auto word = std::ranges::find(said, role, &DeviceTrouble::device);
        const bool is_lost = word != said.end() && !is_warning(word->fault);
        if (is_lost) lose(device, role, word->fault, now);
        if (!is_lost) find(device, role, now);
        if (device.believed)
            believed_.push_back({role, *device.believed, device.told_losses});
        else if (word != said.end())
            believed_.push_back(*word);
    }
    return believed_;
}

}  // namespace motlan

#include "drivers/simulated/devices.h"

#include <algorithm>
#include <thread>

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kFramePause{100};
constexpr std::chrono::milliseconds kScanStep{40};
constexpr int kScanStepPercent = 10;

/// What a camera sees above an empty counter.
EncodedPicture empty_table(Lamp lamp) {
    constexpr int kWidth = 640;
    constexpr int kHeight = 360;
    const std::uint8_t level = lamp == Lamp::On ? 216 : 168;
    EncodedPicture table{.coding = PictureCoding::RawGrey, .width = kWidth, .height = kHeight};
    table.bytes.assign(std::size_t{kWidth} * kHeight, level);
    return table;
}

}  // namespace

Result<void> SimulatedCamera::start() {
    if (const auto fault = world_.camera_fault()) return fail(*fault);
    is_started_ = true;
    return {};
}

Result<std::optional<EncodedPicture>> SimulatedCamera::newest(std::chrono::milliseconds patience) {
    if (!is_started_) return fail(Fault::CameraUnavailable);
    std::this_thread::sleep_for(std::min(patience, kFramePause));
    if (const auto fault = world_.camera_fault()) return fail(*fault);
    auto held = sees_ == Sees::Cards ? world_.card() : world_.paper_on_glass();
    if (held) return held;
    return empty_table(lamp_);
}

Result<EncodedPicture> SimulatedScanner::scan(const ScanSettings& settings,
                                              const Progress& progress) {
    is_cancelled_ = false;
    for (int percent = 0; percent <= 100; percent += kScanStepPercent) {
        if (const auto fault = world_.scanner_fault()) return fail(*fault);
        if (!world_.paper_on_glass()) return fail(Fault::ScannerNoPaper);
        if (is_cancelled_) return fail(Fault::ScannerCancelled);
        progress(percent);
        std::this_thread::sleep_for(kScanStep);
    }
    auto paper = world_.paper_on_glass();
    if (!paper) return fail(Fault::ScannerNoPaper);
    world_.next_paper(is_fed() ? LastSheet::Goes : LastSheet::Stays);
    paper->dpi = settings.dpi;
    return *std::move(paper);
}

DeviceStatus SimulatedScanner::status() const {
    // An open cover or a jam is the citizen's or the officer's to mend; it does not keep the
    // scanner from being offered.
    const auto fault = world_.scanner_fault();
    const bool is_gone = fault == Fault::ScannerUnavailable || fault == Fault::ScannerUnplugged;
    return {is_gone ? fault : std::nullopt};
}

Result<void> SimulatedPrinter::print(const ImageView& slip) {
    if (const auto fault = world_.printer_fault()) return fail(*fault);
    return paper_->print(slip);
}

}  // namespace motlan

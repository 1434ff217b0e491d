// Devices that obey a SimulatedWorld, for the demo, training, journeys and tests.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

#include "drivers/simulated/world.h"
#include "kiosk/device/card_camera.h"
#include "kiosk/device/document_scanner.h"
#include "kiosk/device/receipt_printer.h"

namespace motlan {

/// Sees the card that is held before it, or the paper that lies under it, ten times a second;
/// otherwise an empty table, which its lamp makes brighter.
class SimulatedCamera final : public CardCamera {
public:
    enum class Sees : std::uint8_t { Cards, Papers };
    explicit SimulatedCamera(SimulatedWorld& world, Sees sees = Sees::Cards)
        : world_(world), sees_(sees) {}

    Result<void> start() override;
    Result<std::optional<EncodedPicture>> newest(std::chrono::milliseconds patience) override;
    std::optional<Lamp> set_lamp(std::optional<Lamp> wish) override {
        return lamp_ = wish.value_or(lamp_);
    }
    void stop() override {
        is_started_ = false;
        lamp_ = Lamp::Off;
    }
    void look() override {}  // the world is seen as it is
    [[nodiscard]] DeviceStatus status() const override { return {world_.camera_fault()}; }

private:
    SimulatedWorld& world_;
    Sees sees_;
    bool is_started_ = false;
    Lamp lamp_ = Lamp::Off;
};

/// Scans the paper on the glass, or sheet by sheet from the feeder until it is empty, at about the
/// pace of a real scanner.
class SimulatedScanner final : public DocumentScanner {
public:
    explicit SimulatedScanner(SimulatedWorld& world, PaperSource source = PaperSource::Glass)
        : world_(world), source_(source) {}

    Result<EncodedPicture> scan(const ScanSettings& settings, const Progress& progress) override;
    void cancel() override { is_cancelled_ = true; }
    void look() override {}  // the world is seen as it is
    [[nodiscard]] bool is_fed() const override { return source_ != PaperSource::Glass; }
    [[nodiscard]] DeviceStatus status() const override;

private:
    SimulatedWorld& world_;
    PaperSource source_;
    std::atomic<bool> is_cancelled_ = false;
};

/// Hands slips on to another printer unless its own paper is out.
class SimulatedPrinter final : public ReceiptPrinter {
public:
    SimulatedPrinter(SimulatedWorld& world, std::unique_ptr<ReceiptPrinter> paper)
        : world_(world), paper_(std::move(paper)) {}

    Result<void> print(const ImageView& slip) override;
    void look() override {}  // the world is seen as it is
    [[nodiscard]] int width_dots() const override { return paper_->width_dots(); }
    [[nodiscard]] DeviceStatus status() const override {
        return {world_.printer_fault(), world_.is_paper_low()};
    }

private:
    SimulatedWorld& world_;
    std::unique_ptr<ReceiptPrinter> paper_;
};

}  // namespace motlan

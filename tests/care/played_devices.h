// Devices whose words a test lays out before them, and a clock that moves when they are waited for.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/device/card_camera.h"
#include "kiosk/device/chip_terminal.h"
#include "kiosk/device/document_scanner.h"
#include "kiosk/device/qr_reader.h"
#include "kiosk/device/receipt_printer.h"
#include "tests/support/hand_clock.h"

namespace motlan {

using testing::HandClock;

class PlayedCamera final : public CardCamera {
public:
    explicit PlayedCamera(HandClock& clock) : clock_(clock) {}
    std::optional<Fault> fault;
    int until_lost = -1;  ///< pictures before it is unplugged; -1: never
    bool is_running = false;
    std::chrono::milliseconds pace{100};

    Result<void> start() override {
        if (fault) return fail(*fault);
        is_running = true;
        return {};
    }
    Result<std::optional<EncodedPicture>> newest(std::chrono::milliseconds) override {
        clock_.move(pace);
        if (!is_running || until_lost == 0) return fail(Fault::CameraUnavailable);
        if (until_lost > 0) --until_lost;
        return EncodedPicture{};
    }
    std::optional<Lamp> set_lamp(std::optional<Lamp>) override { return std::nullopt; }
    void stop() override { is_running = false; }
    void look() override {}
    [[nodiscard]] DeviceStatus status() const override { return {fault}; }

private:
    HandClock& clock_;
};

class PlayedScanner final : public DocumentScanner {
public:
    Result<EncodedPicture> page = EncodedPicture{};

    Result<EncodedPicture> scan(const ScanSettings&, const Progress&) override { return page; }
    void cancel() override {}
    [[nodiscard]] bool is_fed() const override { return false; }
    void look() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }
};

class PlayedPrinter final : public ReceiptPrinter {
public:
    explicit PlayedPrinter(HandClock& clock) : clock_(clock) {}
    DeviceStatus state;
    std::optional<Fault> refusal;
    std::chrono::milliseconds pace{2'000};
    int slips = 0;

    Result<void> print(const ImageView&) override {
        clock_.move(pace);
        if (refusal) return fail(*refusal);
        ++slips;
        return {};
    }
    [[nodiscard]] int width_dots() const override { return 576; }
    void look() override {}
    [[nodiscard]] DeviceStatus status() const override { return state; }

private:
    HandClock& clock_;
};

class PlayedReader final : public QrReader {
public:
    explicit PlayedReader(HandClock& clock) : clock_(clock) {}
    std::optional<Fault> fault;
    std::deque<Result<std::optional<Bytes>>> codes;
    bool is_running = false;

    Result<void> start() override {
        if (fault) return fail(*fault);
        is_running = true;
        return {};
    }
    Result<std::optional<Bytes>> next(std::chrono::milliseconds patience) override {
        clock_.move(patience);
        if (codes.empty()) return std::nullopt;
        auto code = std::move(codes.front());
        codes.pop_front();
        return code;
    }
    void stop() override { is_running = false; }
    [[nodiscard]] DeviceStatus status() const override { return {fault}; }

private:
    HandClock& clock_;
};

class PlayedChip final : public ChipTerminal {
public:
    explicit PlayedChip(HandClock& clock) : clock_(clock) {}
    Result<void> awake = fail(Fault::ChipAbsent);
    Result<Bytes> answer = Bytes{0x6A, 0x82};

    Result<void> wake(std::chrono::milliseconds patience) override {
        clock_.move(patience);
        return awake;
    }
    Result<Bytes> exchange(ByteView) override {
        clock_.move(std::chrono::milliseconds(30));
        return answer;
    }
    void rest() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }

private:
    HandClock& clock_;
};

}  // namespace motlan

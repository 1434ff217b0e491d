// The world around a simulated kiosk: what lies on the glass, what is held before the camera,
// what is broken. The demo's desk, journeys and tests change it; the simulated devices obey it
// and refuse the impossible. Thread-safe.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/device/world.h"

namespace motlan {

/// What becomes of the last sheet when it has been scanned.
enum class LastSheet : std::uint8_t { Stays, Goes };

class SimulatedWorld final : public World {
public:
    /// `province_control`: the province stand-in's control socket; empty when there is none.
    explicit SimulatedWorld(std::filesystem::path province_control = {})
        : province_control_(std::move(province_control)) {}

    Result<void> show_card(const std::filesystem::path& picture) override;
    Result<void> lay_papers(const std::vector<std::filesystem::path>& pictures) override;
    Result<void> happen(std::string_view accident) override;
    Result<void> tell_province(std::string_view line) override;

    /// Breaks a device with one of its faults; nothing mends it.
    void break_camera(std::optional<Fault> fault);
    void break_scanner(std::optional<Fault> fault);
    void break_printer(std::optional<Fault> fault);
    /// The paper of the printer nears its end.
    void let_paper_run_low(std::optional<Fault> low);

    // What the devices see.
    [[nodiscard]] std::optional<EncodedPicture> card() const;
    [[nodiscard]] std::optional<EncodedPicture> paper_on_glass() const;
    /// The scanner has moved the sheet on; the last one stays on the glass, or has left the feeder.
    void next_paper(LastSheet last = LastSheet::Stays);
    [[nodiscard]] std::optional<Fault> camera_fault() const;
    [[nodiscard]] std::optional<Fault> scanner_fault() const;
    [[nodiscard]] std::optional<Fault> printer_fault() const;
    [[nodiscard]] bool is_paper_low() const;

private:
    struct Contents {
        std::optional<EncodedPicture> card;
        std::vector<EncodedPicture> papers;
        std::optional<Fault> camera_fault;
        std::optional<Fault> scanner_fault;
        std::optional<Fault> printer_fault;
        bool is_paper_low = false;
    };

    std::filesystem::path province_control_;
    // Devices live on worker threads, the desk on the window's.
    mutable std::mutex mutex_;
    Contents contents_;
};

}  // namespace motlan

// A scanner that SANE knows. Talks to its own child, `kiosk-eye --scan DEVICE`, because a
// vendor's code may crash; then the scan fails and the next one starts a fresh child.
// One thread scans; cancel() may come from another.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/device/document_scanner.h"
#include "kiosk/ipc/child.h"

namespace motlan {

struct SaneSetup {
    std::filesystem::path program;  ///< kiosk-eye
    std::string device;             ///< SANE's name of the scanner, e.g. "test:0"
    PaperSource source = PaperSource::Glass;
    /// How long the device may take to be ready for another sheet before it is given up.
    std::chrono::milliseconds homing{15'000};
    /// How long a sheet that has begun may bring nothing before the device is given up.
    std::chrono::milliseconds stall{20'000};
};

class SaneScanner final : public DocumentScanner {
public:
    explicit SaneScanner(SaneSetup setup) : setup_(std::move(setup)) {}

    Result<EncodedPicture> scan(const ScanSettings& settings, const Progress& progress) override;
    void cancel() override { is_cancelled_ = true; }
    void look() override;
    [[nodiscard]] bool is_fed() const override { return setup_.source != PaperSource::Glass; }
    [[nodiscard]] bool sees_both_sides() const override { return sees_both_sides_; }
    /// What the last scan or look said; ready before the first one.
    [[nodiscard]] DeviceStatus status() const override;

private:
    Result<void> wait_until_ready(std::chrono::milliseconds patience);
    Result<void> get_ready();
    Result<EncodedPicture> try_scan(const ScanSettings& settings, const Progress& progress);
    Result<EncodedPicture> wait_for_page(const Progress& progress);
    [[nodiscard]] std::optional<Result<void>> ask_whether_there();
    [[nodiscard]] bool is_node_gone() const;
    void learn_name(const Message& message);
    [[nodiscard]] Fault as_seen_before(Fault fault) const;

    SaneSetup setup_;
    std::optional<Child> child_;
    std::optional<Child> looker_;  ///< asked by a look, and not heard yet
    int unanswered_ = 0;           ///< looks that have waited for it
    std::atomic<bool> is_cancelled_ = false;
    bool has_worked_ = false;
    bool sees_both_sides_ = false;  ///< the last page was one of a sheet's two sides
    bool was_there_ = false;        ///< at the last look
    std::chrono::steady_clock::time_point next_try_{};
    std::atomic<std::optional<Fault>> last_fault_{std::nullopt};
};

/// Every scanner that SANE finds, asked of a child of its own: name, and words for a technician.
/// Fails with Fault::ScannerUnavailable.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> list_sane_scanners(
    const std::filesystem::path& program);

}  // namespace motlan

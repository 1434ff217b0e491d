// One open SANE device. libsane knows no threads: one thread owns this from open to end.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/device/document_scanner.h"

namespace motlan {

struct ScanWish {
    ScanSettings settings;
    PaperSource source = PaperSource::Glass;
};

/// Asked and told between two reads of a scan.
struct ScanWatch {
    DocumentScanner::Progress progress;
    std::function<bool()> is_cancelled;
};

/// A scanner that SANE finds.
struct FoundScanner {
    std::string name;   ///< what opens it, e.g. "test:0"
    std::string words;  ///< maker, model and kind, for a technician
};

/// Every scanner that SANE finds now; asking the network for more may take seconds.
[[nodiscard]] Result<std::vector<FoundScanner>> find_scanners();

/// What a USB scanner that was opened as `device` is called now: the kernel numbers it anew at each
/// plugging in. Nothing when it is there as before, when none of its kind is, or when several are.
[[nodiscard]] std::optional<std::string> name_after_replug(std::string_view device,
                                                           const std::vector<FoundScanner>& found);

/// The fault that a SANE status means; Fault::ScannerUnavailable for all that nobody at the
/// kiosk can put right.
[[nodiscard]] Fault fault_of_sane_status(int status);

class SaneSession {
public:
    /// Opens also a USB scanner that has another number since it was plugged in anew. Fails with
    /// Fault::ScannerUnavailable, ScannerUnplugged or ScannerBusy.
    static Result<SaneSession> open(const std::string& device);

    /// What it was opened as.
    [[nodiscard]] const std::string& name() const { return name_; }

    /// Scans one sheet. Fails like DocumentScanner::scan(), and with Fault::PictureTooLarge.
    Result<EncodedPicture> scan(const ScanWish& wish, const ScanWatch& watch);

    /// Whether the sheets of the last scan() come as two pages each.
    [[nodiscard]] bool sees_both_sides() const { return sees_both_sides_; }

    /// Call after each scan(), when its outcome is safe: backends are known to hang or crash
    /// where a page ends. Sends the head home; keeps the sheets in a feeder unless something went
    /// wrong.
    void finish();

private:
    struct Close {
        void operator()(void* device) const;
    };
    SaneSession(void* device, std::string name) : device_(device), name_(std::move(name)) {}
    void configure(const ScanWish& wish);
    void choose_mode(ScanColour colour);
    void choose_source(PaperSource source);
    void watch_for_double_feeds();
    [[nodiscard]] Fault fault_of(int status) const;
    Result<EncodedPicture> read_page(std::size_t asked_lines, const ScanWatch& watch);

    std::unique_ptr<void, Close> device_;
    std::string name_;
    bool keeps_sheets_ = false;
    bool sees_both_sides_ = false;
    bool is_page_over_ = false;  ///< the device has said so
};

}  // namespace motlan

// One open SANE device. libsane knows no threads: one thread owns this from open to end.
#pragma once

#include <functional>
#include <memory>
#include <string>
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

/// The fault that a SANE status means; Fault::ScannerUnavailable for all that nobody at the
/// kiosk can put right.
[[nodiscard]] Fault fault_of_sane_status(int status);

class SaneSession {
public:
    /// Fails with Fault::ScannerUnavailable, ScannerUnplugged or ScannerBusy.
    static Result<SaneSession> open(const std::string& device);

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
    explicit SaneSession(void* device) : device_(device) {}
    void configure(const ScanWish& wish);
    void choose_mode(ScanColour colour);
    void choose_source(PaperSource source);
    void watch_for_double_feeds();
    [[nodiscard]] Fault fault_of(int status) const;
    Result<EncodedPicture> read_page(const ScanWatch& watch);

    std::unique_ptr<void, Close> device_;
    bool keeps_sheets_ = false;
    bool sees_both_sides_ = false;
    bool is_page_over_ = false;  ///< the device has said so
};

}  // namespace motlan

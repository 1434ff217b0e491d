// One open SANE device. libsane knows no threads: one thread owns this from open to end.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/device/document_scanner.h"

namespace motlan {

struct ScanWish {
    ScanSettings settings;
    bool from_feeder = false;
};

/// Asked and told between two reads of a scan.
struct ScanWatch {
    DocumentScanner::Progress progress;
    std::function<bool()> is_cancelled;
};

/// The fault that a SANE status means; Fault::ScannerUnavailable for all that nobody at the
/// kiosk can put right.
[[nodiscard]] Fault fault_of_sane_status(int status);

class SaneSession {
public:
    /// Fails with Fault::ScannerUnavailable or Fault::ScannerBusy.
    static Result<SaneSession> open(const std::string& device);

    /// Scans one sheet. Fails like DocumentScanner::scan(), and with Fault::PictureTooLarge.
    Result<EncodedPicture> scan(const ScanWish& wish, const ScanWatch& watch);

    /// Call after each scan(), when its outcome is safe: backends are known to hang or crash
    /// here. Sends the head home; keeps the sheets in a feeder unless something went wrong.
    void finish();

private:
    struct Close {
        void operator()(void* device) const;
    };
    explicit SaneSession(void* device) : device_(device) {}
    void configure(const ScanWish& wish);
    void choose_mode(ScanColour colour);
    void choose_source(bool from_feeder);
    Result<EncodedPicture> read_page(const ScanWatch& watch);

    std::unique_ptr<void, Close> device_;
    bool keeps_sheets_ = false;
};

}  // namespace motlan

// A scanner of papers. Used by one worker thread; cancel() may come from another.
#pragma once

#include <cstdint>
#include <functional>

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/device/device_status.h"

namespace motlan {

/// Where the sheets are: one on the glass, or several in a feeder that sees one side or both.
enum class PaperSource : std::uint8_t { Glass, Feeder, FeederBothSides };

enum class ScanColour : std::uint8_t { Grey, Colour };

struct ScanSettings {
    int dpi = 300;  ///< dots per inch, 100 to 600
    ScanColour colour = ScanColour::Colour;
};

class DocumentScanner {
public:
    /// Told the share of the sheet that is done, 0 to 100.
    using Progress = std::function<void(int percent)>;

    virtual ~DocumentScanner() = default;

    /// Scans the sheet on the glass or the next one of the feeder. Fails with
    /// Fault::ScannerNoPaper, ScannerJam, ScannerDoubleFeed, ScannerCoverOpen, ScannerBusy,
    /// ScannerWarmingUp, ScannerUnavailable, ScannerUnplugged (it was there before),
    /// ScannerShortPage (fewer bytes came than the scanner promised) or ScannerCancelled.
    virtual Result<EncodedPicture> scan(const ScanSettings& settings, const Progress& progress) = 0;
    /// Ends a running scan() soon; thread-safe.
    virtual void cancel() = 0;
    /// Whether another sheet may follow the one just scanned without anybody laying it.
    [[nodiscard]] virtual bool is_fed() const = 0;
    /// Whether the sheet just scanned was the front or the back of one whose sides come one after
    /// the other, the front first.
    [[nodiscard]] virtual bool sees_both_sides() const { return false; }
    /// Sees whether the scanner is there, so that status() knows it before anybody begins. Not
    /// while scan() runs. Takes up to some seconds when the scanner is missing or slow.
    virtual void look() = 0;
    [[nodiscard]] virtual DeviceStatus status() const = 0;
};

}  // namespace motlan

// The road to a contactless or contact chip: carries command and answer bytes, understands none.
// Used by one worker thread.
#pragma once

#include <chrono>
#include <cstddef>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/device/device_status.h"

namespace motlan {

/// The longest answer of a chip: 65,536 bytes and the two of its status (ISO 7816-3).
inline constexpr std::size_t kChipAnswerLimit = 65'538;

class ChipTerminal {
public:
    virtual ~ChipTerminal() = default;

    /// Waits up to `patience` for a card on the reader and wakes it, afresh if one was awake.
    /// Fails with Fault::ChipReaderUnavailable, or ChipAbsent when the time is over.
    virtual Result<void> wake(std::chrono::milliseconds patience) = 0;
    /// One command (ISO 7816-4) and its answer, status included. Fails with
    /// Fault::ChipRemoved when the card has gone or stays silent, ChipReaderUnavailable when the
    /// reader has.
    virtual Result<Bytes> exchange(ByteView command) = 0;
    /// Lets the card sleep; may be called at any time.
    virtual void rest() = 0;
    [[nodiscard]] virtual DeviceStatus status() const = 0;
};

}  // namespace motlan

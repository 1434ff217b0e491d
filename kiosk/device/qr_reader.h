// A hand-held or built-in reader that decodes a code by itself and sends its bytes.
// Used by one worker thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/device/device_status.h"

namespace motlan {

/// No code that a reader may send is longer; what is longer is dropped to its end.
inline constexpr std::size_t kReaderCodeLimit = 4096;

class QrReader {
public:
    virtual ~QrReader() = default;

    /// Opens the reader and forgets what it sent before. Fails with Fault::ReaderUnavailable,
    /// or ReaderIsKeyboard when it types keys instead of sending bytes.
    virtual Result<void> start() = 0;
    /// Waits up to `patience` for one whole code, its frame taken off; nothing when none came.
    /// Fails with Fault::ReaderUnavailable when it was unplugged; with ReaderNotUtf8 or QrTooLong
    /// for one code, after which the next may come.
    virtual Result<std::optional<Bytes>> next(std::chrono::milliseconds patience) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual DeviceStatus status() const = 0;
};

}  // namespace motlan

// Cuts what a code reader sends into codes and takes off what the reader puts around them.
// Pure: bytes in, codes out; somebody else knows what time it is. Holds a few KiB at most for
// each call of take().
#pragma once

#include <deque>
#include <optional>

#include "kiosk/device/devices.h"

namespace motlan {

class CodeFraming {
public:
    /// Looks at the settings of the frame only: prefix, suffix and AIM identifier.
    explicit CodeFraming(const SerialSettings& settings);

    /// Bytes as they came, in pieces of any size.
    void take(ByteView bytes);
    /// The reader has fallen silent: what is there is a whole code, even without its suffix.
    void end();
    /// Forgets everything.
    void clear();

    /// Whether a code has begun and its end has not come yet.
    [[nodiscard]] bool is_in_code() const { return is_too_long_ || !pending_.empty(); }
    /// The oldest whole code, without its frame and without control characters at its ends, where
    /// readers put line ends, tabs, STX and ETX; those inside are the code's own. Nothing when
    /// none is whole. Fails, once for each such code, with Fault::QrTooLong (over
    /// kReaderCodeLimit) or ReaderNotUtf8.
    Result<std::optional<Bytes>> next();

private:
    [[nodiscard]] bool has_suffix() const;
    void finish();
    [[nodiscard]] ByteView without_frame(ByteView code) const;

    Bytes prefix_;
    Bytes suffix_;
    bool has_aim_prefix_;
    std::size_t room_;  ///< for a code and its frame
    Bytes pending_;
    bool is_too_long_ = false;
    std::deque<Result<Bytes>> whole_;
};

}  // namespace motlan

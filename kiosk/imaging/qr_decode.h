// Reads the one code in a grey picture: plainly first, then through a short cascade of
// filters, until it is read or the work allowed for one picture is spent.
// The only place that knows the barcode library. Pure; an exact payload or nothing.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_sequence.h"
#include "kiosk/imaging/resize.h"

namespace motlan {

/// The largest payload that is handed on (security design 4.10). A real code holds at most
/// 2,953 bytes (ISO/IEC 18004:2015, table 7).
inline constexpr std::size_t kPayloadLimit = 4096;

/// What was found of a code.
struct CodeReading {
    std::optional<Bytes> payload;  ///< the exact bytes, no charset guessed
    std::string_view step;         ///< the step that read it, e.g. "plain"; empty when unread
    std::optional<Box> place;      ///< where a code was seen, read or not, in pixels
    int modules = 0;               ///< modules along a side of that code; 0 when unknown
};

/// Reads one code from a sequence of pictures.
class CodeReader {
public:
    /// Looks for a code in one more picture, grey and of any size.
    [[nodiscard]] CodeReading look(const ImageView& grey);

private:
    CodeReading look_at_half(const ImageView& grey);
    CodeReading look_closely(const ImageView& grey, CodeReading seen);

    QrSequence sequence_;
};

/// Looks for a code. `grey` must be a grey picture; any size is allowed.
[[nodiscard]] CodeReading read_code(const ImageView& grey);

}  // namespace motlan

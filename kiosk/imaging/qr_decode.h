// Reads the one code in a grey picture or in a sequence of them: plainly first, then by its
// modules, small pictures also through filters, until it is read or the work allowed is spent.
// The only place that knows the barcode library. No input or output; an exact payload or nothing.
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
    std::string_view step;         ///< what read it: "plain", "modules" of this picture, "pictures"
                                   ///< together, or a filter's name; empty when unread
    int pictures = 1;              ///< how many pictures took part
    std::optional<Box> place;      ///< where a code was seen, read or not, in pixels
    int modules = 0;               ///< modules along a side of that code; 0 when unknown
};

/// Reads one code from a sequence of pictures, such as a camera's. What it remembers of unread
/// pictures is forgotten when one is read, after kForgetAfter pictures without a code, and with
/// the reader.
class CodeReader {
public:
    static constexpr int kForgetAfter = 12;

    /// Looks for a code in one more picture, grey and of any size. Answers an exact payload or
    /// none; a code that is seen and not read has a place.
    [[nodiscard]] CodeReading look(const ImageView& grey);

private:
    CodeReading look_at_half(const ImageView& grey);
    CodeReading look_closely(const ImageView& grey, CodeReading seen);
    void forget();

    QrSequence sequence_;
    std::optional<Box> last_place_;
    int without_code_ = 0;
};

/// Looks for a code. `grey` must be a grey picture; any size is allowed.
[[nodiscard]] CodeReading read_code(const ImageView& grey);

}  // namespace motlan

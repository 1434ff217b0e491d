// Sees the code in one picture: where its fixed patterns fit best, and what each module shows
// there. Pure; reads nothing of what the code says.
#pragma once

#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_find.h"
#include "kiosk/imaging/qr_layout.h"
#include "kiosk/imaging/qr_view.h"
#include "kiosk/imaging/resize.h"

namespace motlan {

/// A code as one picture shows it.
struct SeenCode {
    QrPlacement place;
    QrLayout layout;
    QrView view;
    double agreement = 0;  ///< how well the fixed patterns fit, up to 1
};

/// The place where the fixed patterns fit best, in a grey picture that is not empty; nothing when
/// they fit nowhere. Where a code was seen before, it is looked for there first.
[[nodiscard]] std::optional<SeenCode> find_code(const ImageView& grey,
                                                const std::optional<Box>& seen);

}  // namespace motlan

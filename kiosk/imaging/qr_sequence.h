// Reads a code from what several pictures show of its modules: each is placed, measured and
// solved by itself and then together with the ones before it.
// Keeps measured levels of at most eight pictures, no picture; all of it is gone with the object.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_find.h"
#include "kiosk/imaging/qr_restore.h"
#include "kiosk/imaging/qr_solve.h"
#include "kiosk/imaging/qr_view.h"
#include "kiosk/imaging/resize.h"

namespace motlan {

/// What became of one more picture.
struct QrAttempt {
    RestoredCode code;                 ///< whole when it was read
    std::optional<QrPlacement> place;  ///< where the code is, unless it may be chance
    int pictures = 0;                  ///< how many were taken together
};

class QrSequence {
public:
    /// So many pictures later a view is forgotten: by then another card may be there. Pictures of
    /// two cards are never taken together.
    static constexpr int kKeptFor = 15;

    /// Takes one more picture of the code, grey and not empty. `seen` is where a code was seen in
    /// it or in the one before; it makes finding quicker.
    [[nodiscard]] QrAttempt add(const ImageView& grey, const std::optional<Box>& seen = {});

    /// Forgets all pictures.
    void clear();

private:
    QrAttempt join(QrView view, const QrLayout& layout);
    std::span<QrView> keep(QrView view, const QrLayout& layout);
    void forget(std::size_t at);
    void forget_old();

    std::vector<QrView> views_;
    std::vector<int> taken_;  ///< the number of the picture of each
    int pictures_ = 0;
};

}  // namespace motlan

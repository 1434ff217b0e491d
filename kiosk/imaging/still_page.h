// Notices when a sheet lies still under a document camera, so that it is captured without a
// button. A pure function over pictures: the time of each is passed in.
#pragma once

#include <chrono>
#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/core/paper_hint.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// How long a sheet must lie still (capture goal).
inline constexpr std::chrono::milliseconds kStillFor{1000};

class StillPage {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// The newest picture of the camera, grey or colour, and when it was taken; times never run
    /// back. Says Ready once for each sheet that has lain still for kStillFor: capture that one.
    PaperHint after(const ImageView& picture, Time taken);

    /// Corners of the sheet in the last picture, in its pixels; nothing when there is none.
    [[nodiscard]] const std::optional<PageCorners>& corners() const { return corners_; }

private:
    Image last_;
    std::optional<PageCorners> corners_;
    std::optional<Time> still_since_;
    Image captured_;
    bool is_captured_ = false;
};

}  // namespace motlan

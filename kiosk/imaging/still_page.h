// Notices when a sheet lies still under a document camera, so that it is captured without a
// button. A pure function over pictures: the time of each is passed in.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// How long a sheet must lie still (capture goal).
inline constexpr std::chrono::milliseconds kStillFor{1000};

/// What the desk looks like in the newest picture.
enum class DeskSight : std::uint8_t {
    Empty,     ///< no sheet
    CutOff,    ///< a sheet that runs out of the frame
    Moving,    ///< a sheet or a hand moves
    Settling,  ///< a sheet lies still, not long enough yet
    Ready,     ///< it has lain still for kStillFor: capture this picture. Said once for each sheet
    Captured,  ///< still the sheet that was captured
};

class StillPage {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// The newest picture of the camera, grey or colour, and when it was taken; times never run
    /// back.
    DeskSight after(const ImageView& picture, Time taken);

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

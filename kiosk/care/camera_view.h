// T04: what the card camera sees while somebody sets it, with figures that tell whether a change
// was one for the better. Nothing of a card that is held there is kept.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "kiosk/care/camera_figures.h"
#include "kiosk/care/camera_trial.h"
#include "kiosk/core/camera_control.h"

namespace motlan {

/// What was seen last, and how the camera is set.
struct CameraView {
    Picture picture;
    PictureFigures figures{};
    /// Of the last 50 pictures in which something was held there, in percent; nothing before that.
    std::optional<double> read_rate{};
    std::optional<double> pixels_per_mm{};  ///< of a test slip that was read
    std::vector<ControlRange> controls{};   ///< empty: this camera has nothing to be set
};

/// What is to be set, on its way from whoever sets it to the camera's thread. The lock is between
/// these two.
class CameraWishes {
public:
    /// The newest wish for each control counts.
    void add(const ControlWish& wish);
    /// Nobody looks any more.
    void end();
    [[nodiscard]] std::vector<ControlWish> take();
    [[nodiscard]] bool is_over() const;

private:
    mutable std::mutex mutex_;
    std::vector<ControlWish> wishes_;
    bool is_over_ = false;
};

/// Looks through the camera and tells every picture, until the wishes end. Fails with
/// Fault::CameraUnavailable when the camera cannot be opened or is lost.
[[nodiscard]] Result<void> watch_camera(const CameraTrial& trial, CameraWishes& wishes,
                                        const std::function<void(CameraView)>& tell);

}  // namespace motlan

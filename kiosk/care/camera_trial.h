// The card camera while it is tried out: opened, looked through as a visit does, closed again.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "kiosk/core/clock.h"
#include "kiosk/device/card_camera.h"
#include "kiosk/eye/client.h"

namespace motlan {

/// Looks at one picture as a visit does.
using LookAtCard = std::function<Result<CardSighting>(const EncodedPicture&)>;

// What a card camera must reach (ux 7, T04).
inline constexpr double kLeastReadRate = 95;  ///< percent of the pictures of a code
inline constexpr double kLeastPixelsPerMm = 16;
inline constexpr int kTrialPictures = 50;

struct CameraTrial {
    CardCamera& camera;
    LookAtCard look;
    const Clock& clock;
    std::chrono::seconds patience{20};  ///< until something is held before it
    int pictures = kTrialPictures;      ///< looked at from then on
};

/// The camera while it takes pictures. The trial must outlive it.
class RunningCamera {
public:
    explicit RunningCamera(const CameraTrial& trial);
    RunningCamera(const RunningCamera&) = delete;
    RunningCamera& operator=(const RunningCamera&) = delete;
    ~RunningCamera();

    [[nodiscard]] const Result<void>& started() const { return started_; }
    /// The next picture; nothing when none came or it cannot be understood. Fails with
    /// Fault::CameraUnavailable.
    [[nodiscard]] Result<std::optional<CardSighting>> next() const;

private:
    const CameraTrial& trial_;
    Result<void> started_;
};

/// How many pixels of that picture lie on one millimetre of the test slip that was read in it.
[[nodiscard]] std::optional<double> pixels_per_mm(const CodeSighting& code);

}  // namespace motlan

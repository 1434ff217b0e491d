// A camera that Linux knows as a video device. Unplugged, it is Fault::CameraUnavailable;
// plugged in again, the next start() finds it by its path, which should be one of
// /dev/v4l/by-id because numbers change. One worker thread uses it.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "drivers/camera/video_stream.h"
#include "kiosk/device/adjustable_camera.h"
#include "kiosk/device/devices.h"

namespace motlan {

struct CameraSetup {
    std::string path;
    int width = 1280;
    int height = 720;
    CameraControls controls = {};
};

class V4l2Camera final : public CardCamera, public AdjustableCamera {
public:
    /// `device` must outlive this.
    V4l2Camera(CameraSetup setup, VideoDevice& device)
        : setup_(std::move(setup)), device_(device) {}
    /// With a device of its own.
    V4l2Camera(CameraSetup setup, std::unique_ptr<VideoDevice> own)
        : setup_(std::move(setup)), own_(std::move(own)), device_(*own_) {}
    V4l2Camera(const V4l2Camera&) = delete;
    V4l2Camera& operator=(const V4l2Camera&) = delete;
    ~V4l2Camera() override { stop(); }

    Result<void> start() override;
    Result<std::optional<EncodedPicture>> newest(std::chrono::milliseconds patience) override;
    std::optional<Lamp> set_lamp(std::optional<Lamp> wish) override;
    void stop() override;
    void look() override;
    std::vector<ControlRange> controls() override;
    bool set_control(const ControlWish& wish) override;
    /// Whether the last start(), newest() or look() found the camera; ready before. Any thread.
    [[nodiscard]] DeviceStatus status() const override {
        if (!is_lost_) return {};
        return {.fault = Fault::CameraUnavailable};
    }

private:
    Fault lose();

    CameraSetup setup_;
    std::unique_ptr<VideoDevice> own_;  ///< empty: somebody else's
    VideoDevice& device_;
    std::optional<VideoStream> stream_;
    std::optional<Lamp> lamp_;  ///< as it was set last; nothing: there is none that obeys
    std::atomic<bool> is_lost_ = false;
};

}  // namespace motlan

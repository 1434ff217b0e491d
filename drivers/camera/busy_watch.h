// Sees, between a camera and its device, why the device refuses: another program may have it.
// For the one who sets a kiosk up; a visit needs only to know that there is no camera.
#pragma once

#include "drivers/camera/video_device.h"

namespace motlan {

class BusyWatch final : public VideoDevice {
public:
    /// `device` must outlive this.
    explicit BusyWatch(VideoDevice& device) : device_(device) {}

    /// Whether something was refused since it was last opened because another program has it.
    [[nodiscard]] bool was_busy() const { return was_busy_; }

    bool is_there(const std::string& path) override { return device_.is_there(path); }
    int open(const std::string& path) override;
    void close() override { device_.close(); }
    int control(unsigned long request, void* argument) override;
    void* map(std::size_t size, std::size_t offset) override { return device_.map(size, offset); }
    void unmap(void* address, std::size_t size) override { device_.unmap(address, size); }
    int wait(std::chrono::milliseconds patience) override { return device_.wait(patience); }

private:
    int noted(int status);

    VideoDevice& device_;
    bool was_busy_ = false;
};

}  // namespace motlan

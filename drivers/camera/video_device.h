// The system calls of a video device, so that tests can play a camera that is not there.
// Thin on purpose: no decision is made here.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace motlan {

/// Each call that answers a number answers 0 or a count on success, and -1 with errno set on
/// failure.
class VideoDevice {
public:
    virtual ~VideoDevice() = default;

    /// Whether there is a node of that name; opens nothing.
    virtual bool is_there(const std::string& path) = 0;
    virtual int open(const std::string& path) = 0;
    virtual void close() = 0;
    /// ioctl(), repeated when a signal interrupts it.
    virtual int control(unsigned long request, void* argument) = 0;
    /// Memory of the driver, or nullptr.
    virtual void* map(std::size_t size, std::size_t offset) = 0;
    virtual void unmap(void* address, std::size_t size) = 0;
    /// Waits until a picture is there (1), the time is up (0) or the device is gone (-1).
    virtual int wait(std::chrono::milliseconds patience) = 0;
};

/// The real one, opened without blocking.
class LinuxVideoDevice final : public VideoDevice {
public:
    LinuxVideoDevice() = default;
    LinuxVideoDevice(const LinuxVideoDevice&) = delete;
    LinuxVideoDevice& operator=(const LinuxVideoDevice&) = delete;
    ~LinuxVideoDevice() override { close(); }

    bool is_there(const std::string& path) override;
    int open(const std::string& path) override;
    void close() override;
    int control(unsigned long request, void* argument) override;
    void* map(std::size_t size, std::size_t offset) override;
    void unmap(void* address, std::size_t size) override;
    int wait(std::chrono::milliseconds patience) override;

private:
    int number_ = -1;
};

}  // namespace motlan

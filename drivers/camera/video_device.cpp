#include "drivers/camera/video_device.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace motlan {

bool LinuxVideoDevice::is_there(const std::string& path) {
    return ::access(path.c_str(), F_OK) == 0;
}

int LinuxVideoDevice::open(const std::string& path) {
    close();
    number_ = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    return number_ < 0 ? -1 : 0;
}

void LinuxVideoDevice::close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
}

int LinuxVideoDevice::control(unsigned long request, void* argument) {
    int status = -1;
    do {
        status = ::ioctl(number_, request, argument);
    } while (status < 0 && errno == EINTR);
    return status;
}

void* LinuxVideoDevice::map(std::size_t size, std::size_t offset) {
    void* address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, number_,
                           static_cast<off_t>(offset));
    return address == MAP_FAILED ? nullptr : address;
}

void LinuxVideoDevice::unmap(void* address, std::size_t size) { ::munmap(address, size); }

int LinuxVideoDevice::wait(std::chrono::milliseconds patience) {
    pollfd watched{.fd = number_, .events = POLLIN, .revents = 0};
    const int ready = ::poll(&watched, 1, static_cast<int>(patience.count()));
    if (ready < 0) return errno == EINTR ? 0 : -1;
    // A device that was unplugged says so here (POLLERR, POLLHUP) or at the next control().
    return ready > 0 && (watched.revents & POLLIN) == 0 ? -1 : ready;
}

}  // namespace motlan

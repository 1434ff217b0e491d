#include "drivers/serial_reader/serial_line.h"

#include <fcntl.h>
#include <linux/major.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>

#include <algorithm>
#include <array>

namespace motlan {
namespace {

struct Speed {
    int baud;
    speed_t code;
};
constexpr auto kSpeeds = std::to_array<Speed>({{1200, B1200},
                                               {2400, B2400},
                                               {9600, B9600},
                                               {19200, B19200},
                                               {38400, B38400},
                                               {57600, B57600},
                                               {115200, B115200}});

bool set_up(int line, int baud) {
    const auto* const speed = std::ranges::find(kSpeeds, baud, &Speed::baud);
    termios how{};
    if (speed == kSpeeds.end() || ::tcgetattr(line, &how) != 0) return false;
    ::cfmakeraw(&how);
    how.c_cflag |= static_cast<tcflag_t>(CLOCAL | CREAD);
    how.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    return ::cfsetspeed(&how, speed->code) == 0 && ::tcsetattr(line, TCSANOW, &how) == 0 &&
           ::ioctl(line, TIOCEXCL) == 0 && ::tcflush(line, TCIFLUSH) == 0;
}

}  // namespace

bool types_keys(const std::filesystem::path& node) {
    struct stat about{};
    if (::stat(node.c_str(), &about) == 0 && S_ISCHR(about.st_mode) &&
        major(about.st_rdev) == INPUT_MAJOR) {
        return true;
    }
    // The number of hidraw devices is given out anew at each start of the system.
    std::error_code error;
    const auto real = std::filesystem::weakly_canonical(node, error);
    return real.parent_path() == "/dev/input" || real.filename().string().starts_with("hidraw");
}

Result<Descriptor> open_line(const SerialSettings& settings) {
    if (types_keys(settings.node)) return fail(Fault::ReaderIsKeyboard);
    Descriptor line(::open(settings.node.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!line.is_open() || !set_up(line.number(), settings.baud)) {
        return fail(Fault::ReaderUnavailable);
    }
    return line;
}

void share_line(const Descriptor& line) {
    if (line.is_open()) ::ioctl(line.number(), TIOCNXCL);
}

}  // namespace motlan

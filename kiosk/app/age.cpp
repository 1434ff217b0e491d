#include "kiosk/app/age.h"

#include <ctime>
#include <unistd.h>

#include <sstream>
#include <string>

#include "kiosk/core/file.h"

namespace motlan {
namespace {

constexpr std::size_t kStatusLimit = 4096;

/// Clock ticks between boot and the start of this program.
std::int64_t start_ticks() {
    const std::string text = read_text("/proc/self/stat", kStatusLimit).value_or(")");
    // The second field is the program's name in brackets, which may hold blanks.
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    constexpr int kFieldsBetween = 19;
    std::string skipped;
    for (int i = 0; i < kFieldsBetween; ++i) fields >> skipped;
    std::int64_t ticks = 0;
    fields >> ticks;
    return ticks;
}

}  // namespace

std::chrono::milliseconds time_since_exec() {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const std::int64_t up = now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
    return std::chrono::milliseconds(up - start_ticks() * 1000 / ::sysconf(_SC_CLK_TCK));
}

}  // namespace motlan

#include "tests/bench/peak.h"

#include <charconv>
#include <format>
#include <string>
#include <string_view>

#include "kiosk/core/file.h"

namespace motlan::testing {

int peak_kib(int process) {
    const auto status = read_text(std::format("/proc/{}/status", process), 65536);
    if (!status) return 0;
    constexpr std::string_view kKey = "VmHWM:";
    const std::size_t key = status->find(kKey);
    if (key == std::string::npos) return 0;
    const std::size_t digit = status->find_first_of("0123456789", key);
    int kib = 0;
    std::from_chars(status->data() + digit, status->data() + status->size(), kib);
    return kib;
}

}  // namespace motlan::testing

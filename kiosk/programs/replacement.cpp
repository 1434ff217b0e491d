#include "kiosk/programs/replacement.h"

#include <string>
#include <system_error>

namespace motlan {
namespace {

/// The kernel says so where a running program's name leads to another file or to none (proc(5)).
bool is_program_replaced() {
    std::error_code problem;
    const auto name = std::filesystem::read_symlink("/proc/self/exe", problem).string();
    return name.ends_with(" (deleted)");
}

std::filesystem::file_time_type age(const std::filesystem::path& file) {
    std::error_code problem;
    return std::filesystem::last_write_time(file, problem);
}

}  // namespace

std::function<bool()> watch_for_replacement(const std::filesystem::path& config) {
    return [config, at_start = age(config)] {
        return is_program_replaced() || age(config) != at_start;
    };
}

}  // namespace motlan

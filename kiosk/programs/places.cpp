#include "kiosk/programs/places.h"

#include <cstdlib>
#include <system_error>

namespace motlan {
namespace {

std::filesystem::path from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

}  // namespace

Places places() {
    std::error_code problem;
    return {.state = from_environment("STATE_DIRECTORY"),
            .runtime = from_environment("RUNTIME_DIRECTORY"),
            .program = std::filesystem::read_symlink("/proc/self/exe", problem).parent_path()};
}

std::filesystem::path province_control() { return from_environment("MOTLAN_PROVINCE_CONTROL"); }

std::filesystem::path usual_config() {
    const std::filesystem::path installed = "/etc/motlan/kiosk.toml";
    std::error_code problem;
    return std::filesystem::exists(installed, problem)
               ? installed
               : std::filesystem::path(KIOSK_CHECKOUT_CONFIG);
}

}  // namespace motlan

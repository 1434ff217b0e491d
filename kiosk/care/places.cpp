#include "kiosk/care/places.h"

#include <cstdlib>
#include <system_error>

namespace motlan {
namespace {

// Where the package puts programs, and what its units name (config/systemd).
constexpr std::string_view kInstalledPrograms = "/usr/libexec/motlan";
constexpr std::string_view kInstalledState = "/var/lib/motlan";
constexpr std::string_view kInstalledRuntime = "/run/motlan";
constexpr std::string_view kInstalledConfig = "/etc/motlan/kiosk.toml";

std::filesystem::path from_environment(const char* name, std::string_view otherwise = {}) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::string_view(value) : otherwise;
}

std::filesystem::path own_folder() {
    std::error_code problem;
    return std::filesystem::read_symlink("/proc/self/exe", problem).parent_path();
}

}  // namespace

bool is_installed() { return own_folder() == kInstalledPrograms; }

Places places() {
    const bool installed = is_installed();
    return {.state = from_environment("STATE_DIRECTORY", installed ? kInstalledState : ""),
            .runtime = from_environment("RUNTIME_DIRECTORY", installed ? kInstalledRuntime : ""),
            .program = own_folder()};
}

std::filesystem::path province_control() { return from_environment("MOTLAN_PROVINCE_CONTROL"); }

std::filesystem::path usual_config() {
    return is_installed() ? std::filesystem::path(kInstalledConfig)
                          : std::filesystem::path(KIOSK_CHECKOUT_CONFIG);
}

}  // namespace motlan

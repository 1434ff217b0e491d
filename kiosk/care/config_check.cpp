#include "kiosk/care/config_check.h"

#include <optional>
#include <system_error>

#include "kiosk/app/catalogue.h"
#include "kiosk/app/chip_reader.h"
#include "kiosk/app/last_catalogue.h"
#include "kiosk/app/settings.h"
#include "kiosk/backend/bundle_folder.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/folder.h"

namespace motlan {
namespace {

/// The first file that no bundle may carry.
std::optional<Problem> stranger_in(const std::filesystem::path& folder) {
    std::error_code trouble;
    const auto paths = tree_of(folder / "");  // a root that is a link leads on
    if (!paths || !std::filesystem::is_directory(folder, trouble))
        return Problem{folder.string(), 0, "", "this folder cannot be read"};
    for (const auto& path : *paths) {
        const std::string name = path.lexically_relative(folder).generic_string();
        const bool is_listed = name == kPublished || is_bundle_file_name(name);
        if (!is_own_folder(path) && !is_listed)
            return Problem{path.string(), 0, "", "no bundle carries a file of this name"};
    }
    return std::nullopt;
}

}  // namespace

Checked<Office> check_config(const ConfigToCheck& wish) {
    auto settings = read_settings(wish.file, wish.state);
    if (!settings) return std::unexpected(settings.error());
    const auto chip = chip_reading(settings->devices, wish.file);
    if (!chip) return std::unexpected(chip.error());
    if (!wish.bundle.empty()) {
        if (auto stranger = stranger_in(wish.bundle)) {
            return std::unexpected(*std::move(stranger));
        }
        settings = with_folder(*std::move(settings), wish.bundle);
    }
    return read_office(*settings, CivilDate::of(SystemClock().wall()));
}

}  // namespace motlan

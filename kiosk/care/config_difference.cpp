#include "kiosk/care/config_difference.h"

#include <set>
#include <system_error>

#include "kiosk/app/settings_schema.h"
#include "kiosk/care/settings_text.h"

namespace motlan {

std::vector<std::string> second_needed(const std::filesystem::path& state, std::string_view former,
                                       std::string_view text) {
    std::error_code problem;
    if (!std::filesystem::exists(state / "enrolment/province.toml", problem)) return {};
    std::vector<std::string> needed;
    for (const std::string& path : changed_settings(former, text)) {
        const SettingSpec* spec = find_setting(path);
        if (spec != nullptr && spec->needs_second) needed.push_back(path);
    }
    return needed;
}

std::vector<DeviceTrouble> troubled_by(std::string_view former, std::string_view text,
                                       const std::vector<DeviceTrouble>& troubles) {
    std::set<DeviceRole> changed;
    for (const std::string& path : changed_settings(former, text))
        if (const auto role = device_role_of(path.substr(0, path.find('.')))) changed.insert(*role);
    std::vector<DeviceTrouble> found;
    for (const DeviceTrouble& trouble : troubles)
        if (changed.contains(trouble.device) && trouble.fault != Fault::PrinterPaperLow)
            found.push_back(trouble);
    return found;
}

}  // namespace motlan

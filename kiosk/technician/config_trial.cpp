#include "kiosk/technician/config_trial.h"

#include <system_error>

#include "kiosk/care/config_change.h"
#include "kiosk/care/config_difference.h"

namespace motlan {
namespace {

ConfigPlace place_of(const std::filesystem::path& config) {
    return {.file = config, .runtime = {}};
}

}  // namespace

bool is_trial(const std::filesystem::path& config) {
    std::error_code problem;
    return std::filesystem::exists(place_of(config).before_trial(), problem);
}

TrialSeen look_at_trial(const std::filesystem::path& config, std::string_view tried,
                        const std::vector<DeviceTrouble>& troubles) {
    const ConfigTrial trial = read_trial(config);
    return {.troubles = troubled_by(trial.before, trial.now, troubles),
            .is_over = !is_trial(config) || trial.now != tried};
}

ConfigTrial read_trial(const std::filesystem::path& config) {
    const ConfigPlace place = place_of(config);
    return {.before = read_beside(place.before_trial()).value_or(""),
            .now = read_beside(config).value_or(""),
            .by = config_holder(place)};
}

}  // namespace motlan

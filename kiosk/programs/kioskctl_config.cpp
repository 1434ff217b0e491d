#include "kiosk/programs/kioskctl_config.h"

#include <chrono>
#include <filesystem>
#include <print>

#include "kiosk/app/catalogue.h"
#include "kiosk/app/chip_reader.h"
#include "kiosk/app/settings.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/json.h"
#include "kiosk/programs/places.h"

namespace motlan {
namespace {

Checked<Office> check(const std::filesystem::path& file) {
    const auto settings = read_settings(file, places().state);
    if (!settings) return std::unexpected(settings.error());
    const auto chip = chip_reading(settings->devices, file);
    if (!chip) return std::unexpected(chip.error());
    return read_office(*settings, CivilDate::of(SystemClock().wall()));
}

Tree to_tree(const Problem& problem) {
    return Tree::Table{{"file", problem.file},
                       {"key", problem.key},
                       {"line", problem.line},
                       {"ok", false},
                       {"reason", problem.reason}};
}

}  // namespace

int config_check(Arguments arguments) {
    bool is_json = false;
    std::filesystem::path file = usual_config();
    for (const std::string_view argument : arguments) {
        if (argument == "--json") {
            is_json = true;
        } else if (argument.starts_with("-")) {
            std::println(stderr, "kioskctl: config check: {} is not known", argument);
            return kUsage;
        } else {
            file = argument;
        }
    }
    const auto office = check(file);
    if (!office) {
        if (is_json) {
            std::println("{}", to_json(to_tree(office.error())));
        } else {
            std::println(stderr, "{}", to_text(office.error()));
        }
        return kFoundWrong;
    }
    const auto count = static_cast<std::int64_t>(office->procedures.size());
    if (is_json) {
        std::println("{}", to_json(Tree::Table{{"ok", true}, {"procedures", count}}));
    } else {
        std::println("{}: fine, {} procedures", file.string(), count);
    }
    return kFine;
}

}  // namespace motlan

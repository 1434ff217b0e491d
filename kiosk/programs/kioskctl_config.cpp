#include "kiosk/programs/kioskctl_config.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <print>

#include "kiosk/app/catalogue.h"
#include "kiosk/app/chip_reader.h"
#include "kiosk/app/last_catalogue.h"
#include "kiosk/app/settings.h"
#include "kiosk/backend/bundle_folder.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/json.h"
#include "kiosk/programs/places.h"

namespace motlan {
namespace {

/// What was asked for.
struct Wanted {
    bool is_json = false;
    std::filesystem::path file = usual_config();
    std::filesystem::path bundle;  ///< a folder of files that a bundle is to carry
};

/// The first file that no bundle may carry.
std::optional<Problem> stranger_in(const std::filesystem::path& folder) {
    std::error_code trouble;
    for (std::filesystem::recursive_directory_iterator entry(folder, trouble), end;
         !trouble && entry != end; entry.increment(trouble)) {
        const std::string name = entry->path().lexically_relative(folder).generic_string();
        const bool is_listed = name == kPublished || is_bundle_file_name(name);
        if (!entry->is_directory() && !is_listed) {
            return Problem{entry->path().string(), 0, "", "no bundle carries a file of this name"};
        }
    }
    if (!trouble) return std::nullopt;
    return Problem{folder.string(), 0, "", "this folder cannot be read"};
}

Checked<Office> check(const Wanted& wanted) {
    const std::filesystem::path& file = wanted.file;
    auto settings = read_settings(file, places().state);
    if (!settings) return std::unexpected(settings.error());
    const auto chip = chip_reading(settings->devices, file);
    if (!chip) return std::unexpected(chip.error());
    if (!wanted.bundle.empty()) {
        if (auto stranger = stranger_in(wanted.bundle)) {
            return std::unexpected(*std::move(stranger));
        }
        settings = with_folder(*std::move(settings), wanted.bundle);
    }
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

Checked<Office> check_config(const std::filesystem::path& file) { return check({.file = file}); }

int config_check(Arguments arguments) {
    Wanted wanted;
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        const std::string_view argument = arguments[n];
        if (argument == "--json") {
            wanted.is_json = true;
        } else if (argument == "--bundle" && n + 1 < arguments.size()) {
            wanted.bundle = arguments[++n];
        } else if (argument.starts_with("-")) {
            std::println(stderr, "kioskctl: config check: {} is not known", argument);
            return kUsage;
        } else {
            wanted.file = argument;
        }
    }
    const auto office = check(wanted);
    if (!office) {
        if (wanted.is_json) {
            std::println("{}", to_json(to_tree(office.error())));
        } else {
            std::println(stderr, "{}", to_text(office.error()));
        }
        return kFoundWrong;
    }
    const auto count = static_cast<std::int64_t>(office->procedures.size());
    if (wanted.is_json) {
        std::println("{}", to_json(Tree::Table{{"ok", true}, {"procedures", count}}));
    } else {
        std::println("{}: fine, {} procedures", wanted.file.string(), count);
    }
    return kFine;
}

}  // namespace motlan

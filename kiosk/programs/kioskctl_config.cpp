#include "kiosk/programs/kioskctl_config.h"

#include <filesystem>
#include <print>

#include "kiosk/care/config_check.h"
#include "kiosk/care/places.h"
#include "kiosk/core/json.h"

namespace motlan {
namespace {

/// What was asked for.
struct Wanted {
    bool is_json = false;
    std::filesystem::path file = usual_config();
    std::filesystem::path bundle;  ///< a folder of files that a bundle is to carry
};

Tree to_tree(const Problem& problem) {
    return Tree::Table{{"file", problem.file},
                       {"key", problem.key},
                       {"line", problem.line},
                       {"ok", false},
                       {"reason", problem.reason}};
}

}  // namespace

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
    const auto office =
        check_config({.file = wanted.file, .state = places().state, .bundle = wanted.bundle});
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

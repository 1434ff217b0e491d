#include "kiosk/programs/condition.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>
#include <utility>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"

namespace motlan {
namespace {

constexpr std::string_view kFile = "kiosk.json";
constexpr std::size_t kFileLimit = 16'384;
constexpr std::array<std::string_view, 3> kNames{"welcome", "visit", "out_of_service"};

Tree to_tree(const KioskCondition& condition) {
    Tree::List faults;
    for (const Fault fault : condition.faults) faults.emplace_back(code(fault));
    return Tree::Table{{"configuration", condition.configuration},
                       {"faults", std::move(faults)},
                       {"process", condition.process},
                       {"serving", name(condition.serving)}};
}

/// EPERM: there is one, of another user.
bool runs(std::int64_t process) {
    return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

}  // namespace

std::string_view name(Serving serving) { return kNames.at(std::to_underlying(serving)); }

std::int64_t configuration_mark(const std::filesystem::path& config) {
    std::error_code problem;
    const auto written = std::filesystem::last_write_time(config, problem);
    return problem ? 0 : written.time_since_epoch().count();
}

std::optional<KioskCondition> read_condition(const std::filesystem::path& runtime) {
    const auto text = read_text(runtime / kFile, kFileLimit);
    const auto tree = text ? parse_json(*text) : fail(text.error());
    if (!tree || !runs(tree->number_at("process"))) return std::nullopt;
    const auto* const serving = std::ranges::find(kNames, tree->text_at("serving"));
    if (serving == kNames.end()) return std::nullopt;
    KioskCondition condition{.serving = static_cast<Serving>(serving - kNames.begin()),
                             .process = tree->number_at("process"),
                             .configuration = tree->number_at("configuration")};
    for (const Tree& each : tree->list_at("faults")) {
        const auto fault = each.text() != nullptr ? fault_of(*each.text()) : std::nullopt;
        if (fault) condition.faults.push_back(*fault);
    }
    return condition;
}

std::function<void(KioskCondition)> condition_writer(const std::filesystem::path& runtime,
                                                     const std::filesystem::path& config) {
    return [file = runtime / kFile, mark = configuration_mark(config),
            last = KioskCondition{}](KioskCondition condition) mutable {
        condition.process = ::getpid();
        condition.configuration = mark;
        if (condition == last) return;
        last = condition;
        static_cast<void>(write_file(file, as_bytes(to_json(to_tree(condition)))));
    };
}

}  // namespace motlan

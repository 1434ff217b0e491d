#include "kiosk/care/condition.h"

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
    Tree::List devices;
    for (const DeviceTrouble& trouble : condition.devices)
        devices.emplace_back(Tree::Table{{"device", name(trouble.device)},
                                         {"fault", code(trouble.fault)},
                                         {"losses", trouble.losses}});
    return Tree::Table{{"closed", condition.closed ? code(*condition.closed) : ""},
                       {"configuration", condition.configuration},
                       {"devices", std::move(devices)},
                       {"process", condition.process},
                       {"serving", name(condition.serving)},
                       {"staff_called", condition.staff_called},
                       {"withheld", condition.withheld}};
}

std::optional<DeviceTrouble> trouble_in(const Tree& words) {
    const auto device = device_role_of(words.text_at("device"));
    const auto fault = fault_of(words.text_at("fault"));
    if (!device || !fault) return std::nullopt;
    constexpr std::int64_t kMost = 1'000'000;
    const auto losses = std::clamp<std::int64_t>(words.number_at("losses"), 0, kMost);
    return DeviceTrouble{*device, *fault, static_cast<int>(losses)};
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
                             .closed = fault_of(tree->text_at("closed")),
                             .withheld = tree->number_at("withheld"),
                             .staff_called = tree->truth_at("staff_called"),
                             .process = tree->number_at("process"),
                             .configuration = tree->number_at("configuration")};
    for (const Tree& each : tree->list_at("devices"))
        if (const auto trouble = trouble_in(each)) condition.devices.push_back(*trouble);
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

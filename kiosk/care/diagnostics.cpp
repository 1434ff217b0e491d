#include "kiosk/care/diagnostics.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>
#include <utility>

#include "drivers/search/device_search.h"
#include "kiosk/care/checkup.h"
#include "kiosk/care/journal.h"
#include "kiosk/care/test_history.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/version.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = std::size_t{16} << 20U;
constexpr int kExportedLines = 2'000;
constexpr std::array kParts{DiagnosticPart::Log, DiagnosticPart::Tests, DiagnosticPart::Settings,
                            DiagnosticPart::State};
constexpr std::array<std::string_view, kParts.size()> kPartNames{"log", "tests", "settings",
                                                                 "state"};

DiagnosticPart part_of(std::string_view file) {
    if (file == "journal.txt") return DiagnosticPart::Log;
    if (file == "tests.txt") return DiagnosticPart::Tests;
    return file == "kiosk.toml" ? DiagnosticPart::Settings : DiagnosticPart::State;
}

std::string remarks_of(const Checkup& checkup) {
    std::string text;
    for (const Remark& remark : checkup.remarks) {
        // The province's address is nobody's business outside.
        const bool is_address = remark.area == "enrolment" && remark.grade == Grade::Fine;
        text += std::format("{}\t{}\t{}\t{}\n", name(remark.grade), remark.area,
                            remark.fault ? code(*remark.fault) : "-",
                            is_address ? "enrolled" : remark.words);
    }
    return text;
}

/// What the center and its counters are called: Vietnamese, as nothing may be that goes out.
constexpr std::array<std::string_view, 3> kNames{"center_name", "counters", "other_counter"};

/// The settings without comments and without names.
std::string settings_of(const std::filesystem::path& config) {
    const std::string text = read_text(config, kFileLimit, Links::Refused).value_or("");
    std::string kept;
    for (const auto each : std::string_view(text) | std::views::split('\n')) {
        const std::string_view line(each);
        const std::string_view value = line.substr(0, line.find(" #"));
        const bool is_name = std::ranges::any_of(
            kNames, [value](std::string_view name) { return value.starts_with(name); });
        if (!value.empty() && !value.starts_with('#') && !is_name)
            kept += std::string(value) + "\n";
    }
    return kept;
}

std::string devices_of() {
    std::string text;
    for (const FoundDevice& device : search_devices("/"))
        text += std::format("{}\t{}\t{}\n", name(device.kind), device.title,
                            device.where.filename().string());
    return text;
}

std::string tests_of(const TestHistory& history) {
    std::string text;
    for (const DeviceTest test : all_device_tests())
        for (const TestResult& result : history.read(test)) text += to_json(to_tree(result)) + "\n";
    return text;
}

}  // namespace

DiagnosticFiles collect_diagnostics(const Places& places, const std::filesystem::path& config) {
    return {{"version.txt", std::string(version()) + "\n"},
            {"checkup.txt", remarks_of(check_up(places, config))},
            {"kiosk.toml", settings_of(config)},
            {"devices.txt", devices_of()},
            {"tests.txt", tests_of(TestHistory(places.state / "tests"))},
            {"journal.txt", read_journal({.lines = kExportedLines}).value_or("")}};
}

std::string_view name(DiagnosticPart part) { return kPartNames.at(std::to_underlying(part)); }

std::span<const DiagnosticPart> all_diagnostic_parts() { return kParts; }

DiagnosticFiles files_of(const DiagnosticFiles& all, const DiagnosticParts& wanted) {
    DiagnosticFiles files;
    for (const auto& [file, text] : all)
        if (wanted.contains(part_of(file))) files.emplace(file, text);
    return files;
}

std::optional<RefusedFile> refused_file(const DiagnosticFiles& files) {
    for (const auto& [file, text] : files)
        if (const auto found = find_personal(text)) return RefusedFile{file, *found};
    return std::nullopt;
}

}  // namespace motlan

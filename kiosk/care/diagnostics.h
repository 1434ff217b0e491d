// What helps somebody far away to understand this kiosk, as files; refused as a whole when anything
// in it looks personal.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/care/places.h"
#include "kiosk/care/redactor.h"

namespace motlan {

using DiagnosticFiles = std::map<std::string, std::string, std::less<>>;

/// What can be left out of them.
enum class DiagnosticPart : std::uint8_t { Log, Tests, Settings, State };
/// "log", "tests", "settings", "state".
[[nodiscard]] std::string_view name(DiagnosticPart part);
[[nodiscard]] std::span<const DiagnosticPart> all_diagnostic_parts();
using DiagnosticParts = std::set<DiagnosticPart>;
[[nodiscard]] DiagnosticFiles files_of(const DiagnosticFiles& all, const DiagnosticParts& wanted);

/// Why nothing may leave the machine.
struct RefusedFile {
    std::string file;
    Suspicion found;
};

/// The checkup, the settings without names, what is plugged in, former tests, the journal, the
/// version.
[[nodiscard]] DiagnosticFiles collect_diagnostics(const Places& places,
                                                  const std::filesystem::path& config);

/// The first file that looks personal.
[[nodiscard]] std::optional<RefusedFile> refused_file(const DiagnosticFiles& files);

}  // namespace motlan

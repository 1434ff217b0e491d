// What helps somebody far away to understand this kiosk, as files; refused as a whole when anything
// in it looks personal.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "kiosk/care/places.h"
#include "kiosk/care/redactor.h"

namespace motlan {

using DiagnosticFiles = std::map<std::string, std::string, std::less<>>;

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

// The catalogue on disk: sources, holidays, units, procedures and how to find them, read whole or
// not at all.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/settings.h"
#include "kiosk/core/problem.h"
#include "kiosk/flow/office.h"

namespace motlan {

/// The *.toml files of a folder by name, at most 5,000; none when it is no folder.
[[nodiscard]] std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder);

/// Reads every *.toml of the folder in the order of their names, many of them on all processors at
/// once. Of several problems the first one by name is answered.
[[nodiscard]] Checked<std::vector<Procedure>> read_procedures(const std::filesystem::path& folder,
                                                              const SourceRegister& sources,
                                                              const CivilDate& today);

/// Reads the whole catalogue; the first problem refuses all of it, and so do two versions of one
/// procedure that are in force on the same day. The office offers what is in force today.
[[nodiscard]] Checked<Office> read_office(const Settings& settings, const CivilDate& today);

}  // namespace motlan

// What the province has received, seen from the office: a dossier opened again and written out.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/core/problem.h"
#include "tests/province/office.h"

namespace motlan::province {

/// Opens a dossier of the province in `folder`, by id or code, as the office does.
[[nodiscard]] Checked<Opened> open_received(const std::filesystem::path& folder,
                                            const std::string& dossier);

/// Writes manifest.cms, form.json, paper-2.pdf, … into a folder that it makes, mode 0600.
[[nodiscard]] Checked<void> write_parts(const Opened& opened, const std::filesystem::path& folder);

}  // namespace motlan::province

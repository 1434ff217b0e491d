// Dossiers that came on a memory stick (formats, section 8): taken in through the same desk as
// over the network, so that a dossier that comes both ways is one. Receipts go back onto the stick.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/core/problem.h"
#include "tests/province/desk.h"

namespace motlan::province {

/// What became of one folder of the stick.
struct TakenIn {
    std::string folder;
    std::string refusal;  ///< code of the problem; empty when there is a receipt now
};

/// Takes in every "motlan-<id>" of the folder.
[[nodiscard]] Checked<std::vector<TakenIn>> take_in(Desk& desk, const std::filesystem::path& stick,
                                                    std::string_view authority);

}  // namespace motlan::province

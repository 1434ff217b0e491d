// Badges of the province's staff (formats, section 13): who issues them, what they say, which were
// taken back.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/core/problem.h"
#include "kiosk/core/tree.h"
#include "tests/province/signed_code.h"

namespace motlan::province {

struct StaffBadge {
    std::string number;
    std::string name;
    char role = 'A';  ///< 'A' helps citizens, 'S' may also except papers, 'T' looks after machines
    std::string id;   ///< 16 hexadecimal digits
    WallTime issued{};
    WallTime expires{};
};

/// Letters for a QR, signed. Fails with Fault::SealingFailed.
[[nodiscard]] Result<std::string> badge_code(const StaffBadge& badge, const Identity& signer);

/// Makes the one who issues badges, "badges" in the province's folder, unless it is there.
[[nodiscard]] Checked<void> make_badge_signer(const std::filesystem::path& folder);

/// Takes a badge back, from the next bundle on; false when this is no badge's id.
[[nodiscard]] bool revoke_badge(const std::filesystem::path& folder, const std::string& id);

/// What a bundle says of badges, added to its content; nothing where nobody issues any.
void add_badges(const std::filesystem::path& folder, Tree::Table& content);

}  // namespace motlan::province

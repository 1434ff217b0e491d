#include "tests/province/badges.h"

#include <algorithm>
#include <iterator>
#include <ranges>

#include "kiosk/core/file.h"
#include "tests/province/setup.h"
#include "tests/support/hex.h"

namespace motlan::province {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSigner = "badges";
constexpr std::size_t kFileLimit = std::size_t{1} << 20U;
constexpr std::size_t kIdLength = 16;

bool is_badge_id(std::string_view id) {
    return id.size() == kIdLength &&
           id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Result<std::string> badge_code(const StaffBadge& badge, const Identity& signer) {
    Bytes words = testing::hex(badge.id);
    words.push_back(static_cast<std::uint8_t>(badge.role));
    append_time(words, badge.issued);
    append_time(words, badge.expires);
    words.push_back(static_cast<std::uint8_t>(badge.number.size()));
    std::ranges::copy(as_bytes(badge.number), std::back_inserter(words));
    std::ranges::copy(as_bytes(badge.name), std::back_inserter(words));
    return sign_code("MLB1:", words, signer);
}

Checked<void> make_badge_signer(const fs::path& folder) {
    if (read_identity(folder, std::string(kSigner))) return {};
    const auto authority = read_identity(folder, "ca");
    if (!authority) return std::unexpected(authority.error());
    return write_identity(folder, kSigner, issue(*authority, Role::Badges, kSigner));
}

bool revoke_badge(const fs::path& folder, const std::string& id) {
    if (!is_badge_id(id)) return false;
    const auto ids = read_text(folder / "revoked_badges", kFileLimit).value_or("");
    return write_file(folder / "revoked_badges", as_bytes(ids + id + "\n")).has_value();
}

void add_badges(const fs::path& folder, Tree::Table& content) {
    const auto signer = read_identity(folder, std::string(kSigner));
    if (!signer) return;
    const std::string ids = read_text(folder / "revoked_badges", kFileLimit).value_or("");
    Tree::List revoked;
    for (const auto line : std::views::split(ids, '\n'))
        if (!line.empty()) revoked.emplace_back(std::string(std::string_view(line)));
    content.emplace("badge_signers", Tree::List{signer->certificate});
    content.emplace("revoked_badges", std::move(revoked));
}

}  // namespace motlan::province

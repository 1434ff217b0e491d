// For whom somebody files: for himself, or for a person whom a source or an authority ties to him.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace motlan {

enum class ForWhom : std::uint8_t {
    Self,
    Child,      ///< under 18
    Parent,     ///< mother or father
    Principal,  ///< somebody who has given authority
};
/// As the catalogue and the form spell it: "self", "child", "parent", "principal".
[[nodiscard]] std::string_view name(ForWhom whom);
[[nodiscard]] std::optional<ForWhom> for_whom(std::string_view name);
/// All of them, the commonest first.
[[nodiscard]] std::span<const ForWhom> everybody();

/// How a visit stands to its subject: what conditions look at.
struct Acting {
    ForWhom whom = ForWhom::Self;
    bool is_known = true;  ///< a source has said who that is; otherwise an officer looks
};

}  // namespace motlan

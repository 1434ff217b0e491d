// For whom somebody files: for himself, or for a person or company that a source or an authority
// ties to him.
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
    Company,    ///< an enterprise or organisation that he represents
};
/// As the catalogue and the form spell it: "self", "child", "parent", "principal",
/// "company".
[[nodiscard]] std::string_view name(ForWhom whom);
[[nodiscard]] std::optional<ForWhom> for_whom(std::string_view name);
/// All of them, the commonest first.
[[nodiscard]] std::span<const ForWhom> everybody();

/// How a visit stands to its subject: what conditions look at.
struct Acting {
    ForWhom whom = ForWhom::Self;
    /// A source has said who that is and that he may file for him; otherwise an officer looks.
    bool is_known = true;
};

}  // namespace motlan

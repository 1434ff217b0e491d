// Every value of kiosk.toml: where it stands, what may stand there, and whose word it takes. The
// one list behind read_settings(), the technician's form and kioskctl. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace motlan {

enum class SettingKind : std::uint8_t { Text, Number, Truth, Choice };

struct SettingSpec {
    std::string_view table;  ///< empty above the first table
    std::string_view key;
    SettingKind kind = SettingKind::Text;
    std::int64_t least = 0;  ///< of a number
    std::int64_t most = 0;
    std::span<const std::string_view> choices{};  ///< of a choice, or the only numbers that count
    bool is_needed = false;                       ///< the kiosk does not start without it
    /// It leads to keys, fees, texts or an address: a second technician has to agree (security
    /// design 4.10).
    bool needs_second = false;
};

/// All of them, in the order of the file.
[[nodiscard]] std::span<const SettingSpec> all_settings();

/// nullptr for a key that is not ours.
[[nodiscard]] const SettingSpec* find_setting(std::string_view table, std::string_view key);
/// The same by its dotted path, e.g. "card_camera.focus".
[[nodiscard]] const SettingSpec* find_setting(std::string_view path);

/// "card_camera.focus"; the key alone above the first table.
[[nodiscard]] std::string path_of(const SettingSpec& spec);

/// What may stand there, as one sentence without a full stop.
[[nodiscard]] std::string rule_of(const SettingSpec& spec);

}  // namespace motlan

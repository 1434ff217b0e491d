// kiosk.toml as a text that people read: one value is changed, every comment stays.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"

namespace motlan {

/// The text with the value under `key`, e.g. "card_camera.path". A key that the text only shows in
/// a comment is put in force; an empty value puts such a key back into a comment. Text is quoted
/// where the text quotes it. Fails for a key that the text does not show, and for letters that a
/// terminal obeys.
[[nodiscard]] Checked<std::string> with_setting(std::string_view text, std::string_view key,
                                                std::string_view value);

/// A value that is in force.
struct SettingInForce {
    std::string table;  ///< empty above the first one
    std::string key;
    std::string value;  ///< as it is written, with its quotes
};

/// "screen.width"; the key alone above the first table.
[[nodiscard]] std::string setting_path(std::string_view table, std::string_view key);

/// A text in quotes, as with_setting() writes it.
[[nodiscard]] std::string quoted(std::string_view value);

/// All of them, in the order of the text.
[[nodiscard]] std::vector<SettingInForce> settings_in_force(std::string_view text);

/// The paths of values that differ, e.g. "screen.width", in order; also of one that was put in
/// force or taken out of it.
[[nodiscard]] std::vector<std::string> changed_settings(std::string_view former,
                                                        std::string_view text);

/// The value in force under a path as people write it, without quotes; nothing where there is none.
[[nodiscard]] std::optional<std::string> setting_in(std::string_view text, std::string_view path);

/// What differs, as lines that begin with "-" or "+" and, in a table, its name: "- [screen] width =
/// 1080". In order; at most 2,000 lines are compared.
[[nodiscard]] std::vector<std::string> changed_lines(std::string_view old_text,
                                                     std::string_view new_text);

}  // namespace motlan

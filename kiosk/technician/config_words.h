// The settings of kiosk.toml in words of a technician: names, values, rules, what came of a change.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/app/settings_schema.h"
#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/widgets/card.h"

namespace motlan {

/// "Bright" and the like; the key itself where it has no name.
[[nodiscard]] Phrase setting_words(const Ui& ui, const SettingSpec& spec);
/// What a table is about.
[[nodiscard]] Phrase table_words(const Ui& ui, std::string_view table);
/// A value as it is shown: yes and no for truths, "not set" for none.
[[nodiscard]] Phrase value_words(const Ui& ui, const SettingSpec& spec,
                                 const std::optional<std::string>& value);
/// What may stand there.
[[nodiscard]] Phrase rule_words(const Ui& ui, const SettingSpec& spec);
/// "Printer: width of the paper".
[[nodiscard]] Phrase place_words(const Ui& ui, const SettingSpec& spec);

/// What is wrong with the draft, or what came of the last try to apply it; nothing to say: nullopt.
[[nodiscard]] std::optional<NoticeSpec> change_notice(const Ui& ui, const ConfigWork& change);

}  // namespace motlan

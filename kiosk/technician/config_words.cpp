#include "kiosk/technician/config_words.h"

#include <format>

#include "kiosk/technician/care_words.h"

namespace motlan {
namespace {

/// The place of a problem with its rule, both as one sentence each.
Phrase problem_words(const Ui& ui, const Problem& problem) {
    const SettingSpec* spec = find_setting(problem.key);
    const std::string place =
        spec != nullptr ? place_words(ui, *spec).shown
                        : std::format("{}:{} {}", problem.file, problem.line, problem.key);
    std::string words = ui.text(Text::CareConfigWrong, {{"where", place}}).shown;
    if (spec != nullptr) words += " " + rule_words(ui, *spec).shown + ".";
    return plain(std::move(words));
}

NoticeSpec wrong(const Ui& ui, const Problem& problem) {
    return {.id = "config.wrong",
            .tone = Tone::Error,
            .words = problem_words(ui, problem),
            .small_code = problem.key};
}

}  // namespace

Phrase setting_words(const Ui& ui, const SettingSpec& spec) {
    const auto text = find_text(std::format("care.setting_name.{}", spec.key));
    return text ? ui.text(*text) : plain(std::string(spec.key));
}

Phrase table_words(const Ui& ui, std::string_view table) {
    if (table.empty()) return ui.text(Text::CareConfigGeneral);
    return area_words(ui, table == "chip" ? "chip reader" : table);
}

Phrase value_words(const Ui& ui, const SettingSpec& spec, const std::optional<std::string>& value) {
    if (!value) return plain(ui.text(Text::CareConfigUnset).shown);
    if (spec.kind == SettingKind::Truth)
        return plain(ui.text(*value == "true" ? Text::CareSettingYes : Text::CareSettingNo).shown);
    return plain(*value);
}

Phrase rule_words(const Ui& ui, const SettingSpec& spec) {
    if (!spec.choices.empty() || spec.kind == SettingKind::Truth)
        return ui.text(Text::CareSettingOneOf);
    if (spec.kind == SettingKind::Number)
        return ui.text(Text::CareSettingNumber, {{"least", std::to_string(spec.least)},
                                                 {"most", std::to_string(spec.most)}});
    return ui.text(Text::CareSettingText);
}

Phrase place_words(const Ui& ui, const SettingSpec& spec) {
    Phrase words = setting_words(ui, spec);
    words.shown = std::format("{}: {}", table_words(ui, spec.table).shown, words.shown);
    return words;
}

std::optional<NoticeSpec> change_notice(const Ui& ui, const ConfigWork& change) {
    if (change.is_applying)
        return NoticeSpec{.id = "config.applying",
                          .words = ui.text(Text::CareConfigApplying),
                          .icon = Icon::Clock};
    if (change.problem) return wrong(ui, *change.problem);
    if (!change.reply) return std::nullopt;
    NoticeSpec spec{.id = "config.reply", .tone = Tone::Error};
    switch (change.reply->answer) {
        case DoorAnswer::Begun:
        case DoorAnswer::NeedsSecond: return std::nullopt;
        case DoorAnswer::SecondRefused: spec.words = ui.text(Text::CareSecondRefused); break;
        case DoorAnswer::Unchanged:
            spec.tone = Tone::Note;
            spec.words = ui.text(Text::CareConfigUnchanged);
            break;
        case DoorAnswer::Held:
            spec.words = ui.text(Text::CareConfigHeld, {{"who", change.reply->who}});
            break;
        case DoorAnswer::Overtaken: spec.words = ui.text(Text::CareConfigOvertaken); break;
        case DoorAnswer::NoDoor: spec.words = ui.text(Text::CareConfigNoDoor); break;
        case DoorAnswer::NotWritten: spec.words = ui.text(Text::CareConfigNotWritten); break;
        case DoorAnswer::Wrong:
            return change.reply->problem ? std::optional(wrong(ui, *change.reply->problem))
                                         : std::nullopt;
    }
    return spec;
}

}  // namespace motlan

// T10: one value of kiosk.toml, with what may stand there, judged while it is typed.
#include "kiosk/core/expects.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/config_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/pages/ruler.h"
#include "kiosk/technician/pages/typing.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

bool is_chosen_from_list(const SettingSpec& spec) {
    return !spec.choices.empty() || spec.kind == SettingKind::Truth;
}

std::vector<std::string> values_of(const SettingSpec& spec) {
    std::vector<std::string> values(spec.choices.begin(), spec.choices.end());
    if (spec.kind == SettingKind::Truth) values = {"true", "false"};
    if (!spec.is_needed) values.emplace_back();
    return values;
}

/// What is wrong with what stands there, in place of what may.
BadgeSpec verdict(const Ui& ui, const SettingSpec& spec, const ConfigWork& change) {
    const bool is_wrong = change.complaint.has_value();
    const bool is_missing = is_wrong && change.typed.empty();
    return {.tone = is_wrong ? Tone::Error : Tone::Still,
            .words = is_missing ? ui.text(Text::CareSettingNeeded) : rule_words(ui, spec),
            .id = "setting.rule",
            .is_news = is_wrong};
}

std::optional<CareEvent> draw_list(Ui& ui, const Rect& box, const SettingSpec& spec,
                                   const ConfigWork& change) {
    std::optional<CareEvent> event;
    Pieces pieces(ui, box.w);
    if (spec.needs_second)
        pieces.notice({.id = "setting.two", .words = ui.text(Text::CareSettingTwo)});
    if (change.complaint)
        pieces.notice(
            {.id = "setting.rule", .tone = Tone::Error, .words = ui.text(Text::CareSettingNeeded)});
    for (const std::string& value : values_of(spec)) {
        const bool is_none = value.empty();
        add_choice(
            ui, pieces,
            {.id = is_none ? "value.unset" : "value." + value,
             .label = is_none ? ui.text(Text::CareSettingUnset) : value_words(ui, spec, value),
             .is_selected = change.typed == value},
            [&event, value] { event = ValueChosen{value}; });
        pieces.skip(ui.dp(20));
    }
    pieces.draw(box, "care.setting");
    return event;
}

void draw_verdict(Ui& ui, Column& column, const BadgeSpec& rule) {
    badge(ui, take_shown(ui, column, badge_height(ui, rule.words, column.width())), rule);
    skip_shown(ui, column, ui.dp(16));
}

std::optional<CareEvent> draw_text(Ui& ui, const Rect& box, const SettingSpec& spec,
                                   const CareDesk& desk) {
    Column column(box);
    if (desk.change.complaint) draw_verdict(ui, column, verdict(ui, spec, desk.change));
    return draw_typing(ui, column.rest(), desk,
                       {.label = ui.text(Text::CareSettingText),
                        .value = desk.change.typed,
                        .hint = ui.text(Text::CareConfigUnset)});
}

std::optional<CareEvent> draw_number(Ui& ui, const Rect& box, const SettingSpec& spec,
                                     const CareDesk& desk) {
    Column column(box);
    field(ui, column,
          {.id = "setting.value",
           .label = rule_words(ui, spec),
           .has_label = false,
           .hint = ui.text(Text::CareConfigUnset),
           .value = desk.change.typed,
           .privacy = Privacy::Public},
          1);
    skip_shown(ui, column, ui.dp(16));
    draw_verdict(ui, column, verdict(ui, spec, desk.change));
    const Rect rest = column.rest();
    return felt_in(desk, number_pad(ui, {rest.x, rest.y, std::min(rest.w, ui.dp(640)),
                                         std::min(rest.h, 4 * ui.dp(112))}));
}

}  // namespace

std::optional<CareEvent> draw_setting(Ui& ui, const CareDesk& desk) {
    const SettingSpec* spec = find_setting(desk.change.path);
    expects(spec != nullptr);
    const CareFrame frame = draw_care_frame(ui, desk,
                                            {.title = place_words(ui, *spec),
                                             .next = ui.text(Text::CareSettingTake),
                                             .next_icon = Icon::CheckRound,
                                             .is_next_enabled = !desk.change.complaint});
    std::optional<CareEvent> event;
    if (desk.change.path == kRuledSetting)
        event = draw_ruler(ui, frame.content, desk.change);
    else if (is_chosen_from_list(*spec))
        event = draw_list(ui, frame.content, *spec, desk.change);
    else if (spec->kind == SettingKind::Number)
        event = draw_number(ui, frame.content, *spec, desk);
    else
        event = draw_text(ui, frame.content, *spec, desk);
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return SettingTaken{};
    return event;
}

}  // namespace motlan

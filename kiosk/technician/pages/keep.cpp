// T10: the kiosk has started anew with a change; is it to stay?
#include <algorithm>
#include <chrono>
#include <format>

#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

std::int64_t seconds_left(const CareDesk& desk) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(desk.keep.ends - desk.steady).count();
    return std::clamp<std::int64_t>(left, 0, kKeepPatience.count());
}

void add_state(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    NoticeSpec spec{
        .id = "keep.state",
        .tone = Tone::Warn,
        .title = ui.text(Text::CareKeepLeft, {{"seconds", std::to_string(seconds_left(desk))}}),
        .words = ui.text(Text::CareKeepWords),
        .icon = Icon::Clock};
    if (desk.keep.is_answered) {
        spec.title = {};
        spec.words = ui.text(Text::CareKeepTold);
    }
    pieces.notice(spec);
    pieces.skip(ui.dp(20));
    for (const DeviceTrouble& trouble : desk.keep.troubles) {
        pieces.notice({.id = std::format("keep.{}", name(trouble.device)),
                       .tone = Tone::Error,
                       .title = ui.text(Text::CareKeepTroubled,
                                        {{"device", role_words(ui, trouble.device).shown}}),
                       .words = remedy_words(ui, trouble.fault)});
        pieces.skip(ui.dp(20));
    }
}

}  // namespace

std::optional<CareEvent> draw_keep(Ui& ui, const CareDesk& desk) {
    const CareFrame frame =
        draw_care_frame(ui, desk,
                        {.title = ui.text(Text::CareKeepTitle),
                         .back = ui.text(Text::CareKeepUndo),
                         .next = ui.text(Text::CareKeepKeep),
                         .next_icon = Icon::CheckRound,
                         .is_next_enabled = desk.keep.troubles.empty() && !desk.keep.is_answered});
    std::optional<std::string> nothing;
    std::vector<ListRow> rows;
    for (const std::string& line : desk.keep.changed)
        rows.push_back({.id = std::format("keep.changed.{}", rows.size()), .label = plain(line)});
    Pieces pieces(ui, frame.content.w);
    add_state(ui, pieces, desk);
    add_rows(ui, pieces, rows, nothing);
    pieces.draw(frame.content, "care.keep");
    if (frame.went_back) return KeepTold{false};
    if (frame.proceeded) return KeepTold{true};
    return std::nullopt;
}

}  // namespace motlan

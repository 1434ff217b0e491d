#include "kiosk/technician/care_frame.h"

#include <algorithm>
#include <format>
#include <vector>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/action_bar.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/ease.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

/// The same in every theme, so that nobody takes it for a citizen's screen (ux 2.5).
constexpr Colour kGround = Colour::hex(0x263238);
constexpr Colour kInk = Colour::hex(0xFFFFFF);
/// 3 mm, as the frame of staff (ux 6.2).
constexpr int kEdge = 12;

TextStyle header_style(Weight weight, std::string id) {
    return {.role = TextRole::Caption, .weight = weight, .ink = kInk, .id = std::move(id)};
}

/// Without the build's id, which stands in the figures.
std::string short_version(const CareMachine& machine) {
    return machine.version.substr(0, machine.version.find(' '));
}

void draw_header(Ui& ui, const Rect& header, const CareDesk& desk) {
    Rect box = header;
    if (!ui.theme().is_portrait()) box.h = zones_of(ui).access.y - header.y;
    ui.paint().fill(box, kGround);
    const GroundScope ground(ui, kGround);
    const std::string mark = ui.text(Text::CareMark).shown;
    const Phrase first =
        plain(desk.machine.kiosk.empty() ? mark : std::format("{} · {}", mark, desk.machine.kiosk));
    const Phrase second = plain(std::format("{} · {}", desk.who.name, short_version(desk.machine)));
    const Rect inner = box.inset(ui.dp(ui.theme().is_portrait() ? 64 : 24), ui.dp(kEdge + 4));
    const TextStyle bold = header_style(Weight::Bold, "frame.mark");
    const TextStyle thin = header_style(Weight::Regular, "frame.who");
    const int high = text_height(ui, first, bold, inner.w) + text_height(ui, second, thin, inner.w);
    Column column(inner);
    if (ui.theme().is_portrait()) column.skip(std::max(0, (inner.h - high) / 2));
    text(ui, column, first, bold);
    text(ui, column, second, thin);
}

/// Nobody goes back from a test that still runs.
ActionSpec actions_of(const Ui& ui, const CareDesk& desk, const CareFrameSpec& spec) {
    return {.back = spec.back.is_empty() ? ui.text(Text::CommonBack) : spec.back,
            .next = spec.next,
            .next_icon = spec.next_icon,
            .is_back_enabled = !desk.is_busy(),
            .is_next_enabled = spec.is_next_enabled};
}

struct Wish {
    ButtonSpec button;
    CareEvent event;
};

std::vector<Wish> wishes_of(const Ui& ui, const CareDesk& desk) {
    const auto dressed = [&desk](auto change) {
        Comfort comfort = desk.comfort;
        change(comfort);
        return CareDressed{comfort};
    };
    const Comfort& now = desk.comfort;
    std::vector<Wish> wishes{
        {{.id = "access.language",
          .label = ui.text(Text::AccessOtherLanguage),
          .icon = Icon::Globe},
         dressed([](Comfort& c) { c.language = other(c.language); })},
        {{.id = "access.size", .label = ui.text(size_text(now.size)), .icon = Icon::TextSize},
         dressed([](Comfort& c) { c.size = after(c.size); })}};
    if (ui.theme().is_portrait())
        wishes.push_back({{.id = "access.reach",
                           .label = ui.text(now.is_low ? Text::AccessHigh : Text::AccessLow),
                           .icon = now.is_low ? Icon::ChevronUp : Icon::ChevronDown},
                          dressed([](Comfort& c) { c.is_low = !c.is_low; })});
    wishes.push_back({{.id = "access.leave",
                       .label = ui.text(Text::CareAccessLeave),
                       .icon = Icon::Cross,
                       .kind = ButtonKind::Accent,
                       .is_enabled = !desk.is_busy()},
                      CareLeft{}});
    return wishes;
}

int columns_of(const Ui& ui) {
    const bool is_normal = ui.theme().size() == TextSize::Normal;
    if (!ui.theme().is_portrait()) return is_normal ? 2 : 1;
    if (is_normal) return 4;
    return ui.is_low() ? 3 : 2;
}

}  // namespace

CareFrame draw_care_frame(Ui& ui, const CareDesk& desk, const CareFrameSpec& spec) {
    const Zones zones = zones_of(ui);
    draw_header(ui, zones.header, desk);
    const ActionSpec actions = actions_of(ui, desk, spec);
    const ActionPlaces places = lay_actions(ui, zones.action.inset(ui.dp(64), 0), actions);
    Rect content = zones.content;
    content.h = std::min(content.h, places.next.y - ui.dp(24) - content.y);
    Column column(ui.is_low() ? zones.display : content);
    const bool is_tight = !ui.theme().is_portrait() && ui.theme().size() != TextSize::Normal;
    text(ui, column, spec.title, is_tight ? subheading() : heading());
    column.skip(ui.dp(24));
    if (ui.is_low()) ui.set_display(column.rest());
    const Rect rest = ui.is_low() ? content : column.rest();
    const ActionsTaken taken = draw_actions(ui, places, actions);
    return {rest, taken.went_back, taken.proceeded};
}

std::optional<CareEvent> draw_care_bar(Ui& ui, const CareDesk& desk) {
    const Palette& p = ui.colours();
    const Rect bar = zones_of(ui).access;
    ui.paint().fill(bar, p.surface);
    const GroundScope ground(ui, p.surface);
    std::vector<Wish> wishes = wishes_of(ui, desk);
    const int columns = columns_of(ui);
    const int rows = (static_cast<int>(wishes.size()) + columns - 1) / columns;
    const int gap = ui.dp(16);
    const Rect inner = bar.inset(ui.dp(ui.theme().is_portrait() ? 24 : 20),
                                 ui.dp(ui.theme().size() == TextSize::Normal ? 24 : 20));
    const int high = (inner.h - gap * (rows - 1)) / rows;
    std::optional<CareEvent> event;
    for (int i = 0; Wish & wish : wishes) {
        const Rect row{inner.x, inner.y + i / columns * (high + gap), inner.w, high};
        Rect box = Row(row, columns, gap).at(i % columns);
        if (++i == static_cast<int>(wishes.size())) box.w = row.right() - box.x;
        wish.button.role = TextRole::Caption;
        wish.button.is_stacked = ui.theme().size() == TextSize::Normal;
        if (wish.button.kind != ButtonKind::Accent) wish.button.kind = ButtonKind::Quiet;
        if (button(ui, ui.for_hand(box, row), wish.button)) event = wish.event;
    }
    return event;
}

void draw_care_edge(Ui& ui) {
    const int wide = ui.dp(kEdge);
    const Rect& all = ui.area();
    ui.paint().fill({all.x, all.y, all.w, wide}, kGround);
    ui.paint().fill({all.x, all.bottom() - wide, all.w, wide}, kGround);
    ui.paint().fill({all.x, all.y, wide, all.h}, kGround);
    ui.paint().fill({all.right() - wide, all.y, wide, all.h}, kGround);
}

}  // namespace motlan

#include "kiosk/flow/assistance.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// The labels of what was dropped: "Hợp đồng thuê nhà, Chỗ ở mới".
std::string names_of(const Ui& ui, const Visit& visit) {
    std::string names;
    for (const ItemId& id : visit.dropped) {
        const Item* item = visit.procedure.find(id);
        if (item == nullptr) continue;
        names += (names.empty() ? "" : ", ") + ui.words(item->label).shown;
    }
    return names;
}

}  // namespace

std::optional<Event> draw_dropped(Ui& ui, const Screen& screen) {
    const Visit* visit = visit_of(screen);
    if (visit == nullptr) return std::nullopt;
    std::string dropped;
    for (const ItemId& id : visit->dropped) dropped += id.value() + " ";
    if (dropped.empty()) ui.told().clear();
    if (dropped == ui.told()) return std::nullopt;
    const auto answer =
        dialog(ui, {.id = "dropped",
                    .icon = Icon::Info,
                    .title = ui.text(Text::DroppedTitle),
                    .words = {ui.text(Text::DroppedWords, {{"items", names_of(ui, *visit)}}),
                              ui.text(Text::DroppedUnsent)},
                    .primary = ui.text(Text::WhyClose)});
    if (answer == DialogAnswer::None) return std::nullopt;
    ui.told() = dropped;
    return Touched{};
}

}  // namespace motlan

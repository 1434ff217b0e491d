#include "kiosk/ui/screens/other_way.h"

#include <algorithm>

namespace motlan {
namespace {

/// The items of the way after the one that is taken, if the item belongs to that one.
std::vector<ItemId> next_way(const Visit& visit, const ItemId& item) {
    for (const Alternative& alternative : visit.procedure.alternatives) {
        const auto taken = visit.plan.ways.find(alternative.id);
        if (taken == visit.plan.ways.end()) continue;
        if (!std::ranges::contains(alternative.ways.at(taken->second), item)) continue;
        return alternative.ways.at((taken->second + 1) % alternative.ways.size());
    }
    return {};
}

}  // namespace

std::optional<ButtonSpec> other_way(const Ui& ui, const Visit& visit, const ItemId& item) {
    // Which paper there is, is the citizen's to say.
    if (ui.is_helped()) return std::nullopt;
    std::string names;
    for (const ItemId& id : next_way(visit, item)) {
        const Item* found = visit.procedure.find(id);
        if (found == nullptr) continue;
        names += (names.empty() ? "" : ", ") + ui.words(found->label).shown;
    }
    if (names.empty()) return std::nullopt;
    return ButtonSpec{.id = item.value() + ".other",
                      .label = ui.text(Text::OtherWay, {{"way", names}}),
                      .icon = Icon::Retry,
                      .role = TextRole::Body};
}

}  // namespace motlan

#include "kiosk/flow/suggestion.h"

namespace motlan {

std::optional<std::string> suggestion(const Visit& visit, const Item& item) {
    const ValueOnPaper* wanted = value_on_paper(item);
    const auto pages = wanted != nullptr ? visit.papers.find(wanted->paper) : visit.papers.end();
    if (pages == visit.papers.end()) return std::nullopt;
    for (const Page& page : pages->second) {
        const auto said = page.said.find(item.id);
        if (said != page.said.end()) return said->second.reveal();
    }
    return std::nullopt;
}

std::set<ItemId> answers_on_papers(const Visit& visit) {
    std::set<ItemId> items;
    for (const auto& [id, answer] : visit.answers) {
        const Item* item = visit.procedure.find(id);
        if (item != nullptr && suggestion(visit, *item) == answer.reveal()) items.insert(id);
    }
    return items;
}

}  // namespace motlan

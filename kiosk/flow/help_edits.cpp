#include "kiosk/flow/help_edits.h"

#include <format>

namespace motlan {
namespace {

/// An answer, pages as they are turned, an exception: all that an item can have, one after another.
std::string standing(const ItemId& item, const Answers& answers, const Papers& papers,
                     const PaperExceptions& exceptions) {
    std::string text;
    if (const auto answer = answers.find(item); answer != answers.end())
        text += std::format("answer {}", answer->second.reveal());
    if (const auto pages = papers.find(item); pages != papers.end()) {
        for (const Page& page : pages->second)
            text += std::format("page {} {}", page.turns, as_text(page.packed.bytes));
    }
    if (exceptions.contains(item)) text += "exception";
    return text;
}

}  // namespace

std::vector<HelpEdit> help_edits(const Assistance& help, const Visit& visit,
                                 const std::vector<ItemId>& items) {
    std::vector<HelpEdit> edits;
    for (const ItemId& item : items)
        edits.push_back(
            {.item = item,
             .before = Personal(standing(item, help.answers, help.papers, help.exceptions)),
             .after = Personal(standing(item, visit.answers, visit.papers, visit.exceptions)),
             .is_confirmed = help.confirmed.contains(item)});
    return edits;
}

}  // namespace motlan

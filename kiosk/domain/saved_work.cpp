#include "kiosk/domain/saved_work.h"

#include <algorithm>
#include <utility>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

Tree::Table to_table(const std::map<ItemId, Personal<std::string>>& said) {
    Tree::Table table;
    for (const auto& [item, text] : said) table.emplace(item.value(), text.reveal());
    return table;
}

Tree to_tree(const SavedPage& saved) {
    const Page& page = saved.page;
    Tree::List doubts;
    for (const Fault doubt : page.doubts) doubts.emplace_back(std::string(code(doubt)));
    Tree::Table table{{"coding", std::to_underlying(page.packed.coding)},
                      {"doubts", std::move(doubts)},
                      {"dpi", page.packed.dpi},
                      {"height", page.packed.height},
                      {"packed", static_cast<std::int64_t>(page.packed.bytes.size())},
                      {"preview", static_cast<std::int64_t>(saved.preview.size())},
                      {"said", to_table(page.said)},
                      {"text", static_cast<std::int64_t>(saved.text.size())},
                      {"turns", page.turns},
                      {"width", page.packed.width}};
    if (page.kept_because) table.emplace("kept", name(*page.kept_because));
    if (page.as_first) table.emplace("as_first", std::string(code(*page.as_first)));
    if (page.is_open()) table.emplace("open", true);
    return Tree(std::move(table));
}

Tree::Table to_table(const SavedPapers& papers) {
    Tree::Table table;
    for (const auto& [item, pages] : papers) {
        Tree::List list;
        for (const SavedPage& page : pages) list.push_back(to_tree(page));
        table.emplace(item.value(), std::move(list));
    }
    return table;
}

Tree to_tree(const HelpRecord& help) {
    return Tree(Tree::Table{{"confirmed", help.confirmed},
                            {"entered", help.entered},
                            {"from", to_timestamp(help.from)},
                            {"scope", name(help.scope)},
                            {"staff", help.staff.value()},
                            {"to", to_timestamp(help.to)}});
}

std::string words_of(const SavedWork& work) {
    Tree::Table ways;
    for (const auto& [alternative, way] : work.wished)
        ways.emplace(alternative.value(), static_cast<std::int64_t>(way));
    Tree::List helped;
    for (const HelpRecord& help : work.helped) helped.push_back(to_tree(help));
    return to_json(Tree(Tree::Table{{"answers", to_table(work.answers)},
                                    {"disputes", to_table(work.disputes)},
                                    {"drafts", to_table(work.drafts)},
                                    {"for", name(work.subject.whom)},
                                    {"helped", std::move(helped)},
                                    {"papers", to_table(work.papers)},
                                    {"procedure", work.procedure.value()},
                                    {"subject", work.subject.number.reveal()},
                                    {"type", kSavedType},
                                    {"version", kSavedVersion},
                                    {"ways", std::move(ways)}}));
}

}  // namespace

SavedSubject saved_subject(const std::optional<Behalf>& behalf) {
    if (!behalf) return {};
    SavedSubject saved{.whom = behalf->whom, .number = {}};
    if (!behalf->subject) return saved;
    if (const Profile* person = behalf->subject->person())
        saved.number = Personal(person->number.reveal().digits());
    if (const Company* company = behalf->subject->company())
        saved.number = Personal(company->code.reveal().digits());
    return saved;
}

Result<Bytes> bytes_of(const SavedWork& work) {
    const std::string words = words_of(work);
    if (words.size() > kJsonLimit) return fail(Fault::SavedTooLarge);
    Bytes bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(words.size() >> static_cast<unsigned>(shift)));
    std::ranges::copy(words, std::back_inserter(bytes));
    for (const auto& [item, pages] : work.papers) {
        for (const SavedPage& saved : pages) {
            std::ranges::copy(saved.page.packed.bytes, std::back_inserter(bytes));
            std::ranges::copy(saved.preview, std::back_inserter(bytes));
            std::ranges::copy(saved.text, std::back_inserter(bytes));
            if (bytes.size() > kSavedWorkLimit) return fail(Fault::SavedTooLarge);
        }
    }
    return bytes;
}

}  // namespace motlan

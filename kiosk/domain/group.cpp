#include "kiosk/domain/group.h"

#include <algorithm>
#include <format>
#include <map>

namespace motlan {
namespace {

constexpr std::size_t kMostItems = 10;
constexpr std::int64_t kMostRepeats = 12;
constexpr std::int64_t kMany = 1'000'000;
constexpr std::string_view kMark = "{n}";

void fill_in(std::string& text, const std::string& number) {
    for (std::size_t at = text.find(kMark); at != std::string::npos; at = text.find(kMark)) {
        text.replace(at, kMark.size(), number);
    }
}

void fill_in(Words& words, const std::string& number) {
    fill_in(words.vi, number);
    fill_in(words.en, number);
}

void fill_in(Item& item, const std::string& number) {
    fill_in(item.label, number);
    fill_in(item.why, number);
    if (auto* question = std::get_if<Question>(&item.otherwise)) fill_in(question->text, number);
    if (auto* paper = std::get_if<Paper>(&item.otherwise)) fill_in(paper->how, number);
}

ItemId name_of(const Group& group, const ItemId& item, int number) {
    return ItemId(std::format("{}_{}_{}", group.id.value(), number, item.value()));
}

}  // namespace

Group read_group(const Tree& entry, Fields& above, const std::string& path,
                 const Published& published) {
    Fields fields(entry, above.file(), path);
    Group group{
        .id = GroupId(fields.text("id")), .count = ItemId(fields.text("count")), .items = {}};
    if (group.id.value().empty()) fields.refuse("id", "the text is empty");
    const Tree::List* entries = fields.list("item");
    const std::size_t count = entries != nullptr ? entries->size() : 0;
    if (count == 0 || count > kMostItems) fields.refuse("item", "one to ten items are needed");
    for (std::size_t i = 0; i < std::min(count, kMostItems); ++i) {
        const std::string place = fields.path_of(std::format("item[{}]", i));
        Item item = read_item((*entries)[i], fields, place, published);
        const auto refuse = [&](std::string_view key, std::string reason) {
            fields.refuse({fields.file(), (*entries)[i].line(), std::format("{}.{}", place, key),
                           std::move(reason)});
        };
        if (std::ranges::contains(group.items, item.id, &Item::id)) {
            refuse("id", "this item is listed twice");
        }
        if (published.sources.publisher_of(item.concept_id, published.day) != nullptr) {
            refuse("concept", "a source answers about the citizen only, not about others");
        }
        group.items.push_back(std::move(item));
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return group;
}

std::vector<Item> items_for(const Group& group, int number) {
    std::map<ItemId, ItemId> names;
    for (const Item& item : group.items) {
        names.emplace(item.id, name_of(group, item.id, number));
    }
    std::vector<Item> items = group.items;
    for (Item& item : items) {
        item.id = names.at(item.id);
        fill_in(item, std::to_string(number));
        auto* question = std::get_if<Question>(&item.otherwise);
        if (question != nullptr && question->on_paper && names.contains(question->on_paper->paper))
            question->on_paper->paper = names.at(question->on_paper->paper);
        AllOf both{{{NumberIs{group.count, number, kMany}}}};
        if (item.when) both.parts.push_back(renamed(*item.when, names));
        item.when = Condition{std::move(both)};
    }
    return items;
}

int most_of(const Group& group, const Item& count, Fields& fields) {
    const auto* number = question_of<NumberQuestion>(count);
    if (number != nullptr && number->most <= kMostRepeats) return static_cast<int>(number->most);
    fields.refuse("group", std::format("group {} needs a number up to {}, and {} is none",
                                       group.id.value(), kMostRepeats, count.id.value()));
    return 0;
}

}  // namespace motlan

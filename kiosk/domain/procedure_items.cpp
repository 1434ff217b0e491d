#include "kiosk/domain/procedure_items.h"

#include <algorithm>
#include <format>
#include <variant>

#include "kiosk/domain/condition_reading.h"
#include "kiosk/domain/group.h"

namespace motlan {
namespace {

constexpr std::size_t kMostItems = 400;

/// Where an item was written, for problems.
struct Written {
    std::string path;
    int line = 0;
};

void add_item(Fields& fields, Procedure& procedure, Item item, const Written& written) {
    const auto refuse = [&](const char* key, std::string reason) {
        fields.refuse({fields.file(), written.line, written.path + key, std::move(reason)});
    };
    if (procedure.find(item.id) != nullptr) refuse(".id", "this item is listed twice");
    if (procedure.items.size() == kMostItems) {
        return fields.refuse("item", "there are more than 400 items");
    }
    const auto why = item.when ? objection(*item.when, procedure.items) : std::nullopt;
    if (why) refuse(".when", *why);
    procedure.items.push_back(std::move(item));
}

/// Where an answer may be read stands a paper of this procedure.
void check_suggestions(Fields& fields, const std::vector<Item>& items) {
    for (const Item& item : items) {
        const ValueOnPaper* value = value_on_paper(item);
        if (value == nullptr) continue;
        const auto paper = std::ranges::find(items, value->paper, &Item::id);
        if (paper != items.end() && std::holds_alternative<Paper>(paper->otherwise)) continue;
        fields.refuse("item", std::format("item {} is read from {}, which is no paper",
                                          item.id.value(), value->paper.value()));
    }
}

struct WrittenGroup {
    Group group;
    Written written;
    bool is_counted = false;
};

std::vector<WrittenGroup> read_groups(Fields& fields, const Published& published) {
    std::vector<WrittenGroup> groups;
    const Tree::List* entries = fields.list("group");
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        const Written written{std::format("group[{}]", i), (*entries)[i].line()};
        groups.push_back({read_group((*entries)[i], fields, written.path, published), written});
    }
    return groups;
}

/// The items of a group stand right behind the item that counts them.
void add_groups_of(Fields& fields, Procedure& procedure, std::vector<WrittenGroup>& groups) {
    const Item count = procedure.items.back();
    for (auto& [group, written, is_counted] : groups) {
        if (group.count != count.id) continue;
        is_counted = true;
        const int most = most_of(group, count, fields);
        for (int number = 1; number <= most; ++number) {
            for (Item& item : items_for(group, number)) {
                add_item(fields, procedure, std::move(item), written);
            }
        }
    }
}

}  // namespace

void read_items(Fields& fields, Procedure& procedure, const Published& published) {
    std::vector<WrittenGroup> groups = read_groups(fields, published);
    const Tree::List* entries = fields.list("item");
    const std::size_t count = entries != nullptr ? entries->size() : 0;
    if (count == 0) fields.refuse("item", "a procedure needs at least one item");
    for (std::size_t i = 0; i < count && !fields.failed(); ++i) {
        const Written written{std::format("item[{}]", i), (*entries)[i].line()};
        Item item = read_item((*entries)[i], fields, written.path, published);
        add_item(fields, procedure, std::move(item), written);
        add_groups_of(fields, procedure, groups);
    }
    if (!fields.failed()) check_suggestions(fields, procedure.items);
    for (const auto& [group, written, is_counted] : groups) {
        if (is_counted || fields.failed()) continue;
        fields.refuse({fields.file(), written.line, written.path + ".count",
                       std::format("there is no item {}", group.count.value())});
    }
}

}  // namespace motlan

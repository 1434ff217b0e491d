#include "kiosk/domain/alternative.h"

#include <algorithm>
#include <format>

#include "kiosk/domain/condition_reading.h"

namespace motlan {
namespace {

constexpr std::size_t kMostWays = 8;

std::vector<ItemId> read_way(const Tree& entry, Fields& fields, const std::string& path,
                             std::span<const Item> items) {
    std::vector<ItemId> way;
    const auto refuse = [&](std::string reason) {
        fields.refuse({fields.file(), entry.line(), path, std::move(reason)});
    };
    if (entry.list() == nullptr || entry.list()->empty()) {
        refuse("a list of items is needed here");
        return way;
    }
    for (const Tree& one : *entry.list()) {
        const ItemId item(one.text() != nullptr ? *one.text() : "");
        if (!std::ranges::contains(items, item, &Item::id)) {
            refuse(std::format("there is no item {}", item.value()));
        }
        way.push_back(item);
    }
    return way;
}

}  // namespace

std::optional<std::size_t> Alternative::way_of(const ItemId& item) const {
    const auto found = std::ranges::find_if(
        ways, [&](const auto& way) { return std::ranges::contains(way, item); });
    if (found == ways.end()) return std::nullopt;
    return static_cast<std::size_t>(found - ways.begin());
}

Alternative read_alternative(const Tree& entry, Fields& above, const std::string& path,
                             std::span<const Item> items) {
    Fields fields(entry, above.file(), path);
    Alternative alternative{.id = AlternativeId(fields.text("id")),
                            .label = read_words(fields, "label"),
                            .basis = read_basis(fields, "basis"),
                            .ways = {},
                            .when = read_condition(fields, "when")};
    if (alternative.id.value().empty()) fields.refuse("id", "the text is empty");
    const Tree::List* ways = fields.list("ways");
    const std::size_t count = ways != nullptr ? ways->size() : 0;
    if (count < 2 || count > kMostWays) fields.refuse("ways", "two to eight ways are needed");
    for (std::size_t i = 0; i < count; ++i) {
        const std::string place = fields.path_of(std::format("ways[{}]", i));
        alternative.ways.push_back(read_way((*ways)[i], fields, place, items));
    }
    if (alternative.when) {
        if (auto why = objection(*alternative.when, items)) fields.refuse("when", *std::move(why));
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return alternative;
}

}  // namespace motlan

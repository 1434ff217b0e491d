#include "kiosk/domain/fee.h"

#include <algorithm>
#include <format>

#include "kiosk/core/whole_number.h"
#include "kiosk/domain/condition_reading.h"

namespace motlan {
namespace {

constexpr std::int64_t kMostDong = 100'000'000;
constexpr std::int64_t kMostCount = 1'000'000;

Exemption read_exemption(const Tree& entry, Fields& above, const std::string& path,
                         std::span<const Item> items) {
    Fields fields(entry, above.file(), path);
    Exemption exemption{.label = read_words(fields, "label"),
                        .dong = fields.number("dong", 0, kMostDong),
                        .when = {},
                        .basis = read_basis(fields, "basis")};
    if (auto when = read_condition(fields, "when")) {
        if (auto why = objection(*when, items)) fields.refuse("when", *std::move(why));
        exemption.when = *std::move(when);
    } else {
        fields.refuse("when", "an exemption says for whom it is");
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return exemption;
}

const Item* find(std::span<const Item> items, const ItemId& id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

void check_times(Fields& fields, const Fee& fee, std::span<const Item> items) {
    if (!fee.times) return;
    const Item* item = find(items, *fee.times);
    if (!fee.dong) fields.refuse("times", "there is no sum to multiply");
    if (item == nullptr || question_of<NumberQuestion>(*item) == nullptr) {
        fields.refuse("times", "the fee is multiplied by an item that is no number");
    }
}

void check_count(Fields& fields, const Fee& fee, std::span<const Item> items) {
    const bool is_stepped = fee.first || fee.then_dong || fee.most;
    if (is_stepped && !fee.per) fields.refuse("per", "steps need something to count");
    if (fee.first.has_value() != fee.then_dong.has_value()) {
        fields.refuse("first", "first and then_dong belong together");
    }
    if (!fee.per) return;
    if (!fee.dong) fields.refuse("per", "there is no sum to multiply");
    const Item* item = find(items, *fee.per);
    if (item == nullptr) return fields.refuse("per", "the fee counts an item that is not listed");
    const bool is_paper = std::holds_alternative<Paper>(item->otherwise);
    if (!is_paper && question_of<NumberQuestion>(*item) == nullptr) {
        fields.refuse("per", "the fee counts an item that is no number");
    }
    if (is_paper != fee.unit.has_value()) {
        fields.refuse("unit", "a paper that is counted needs a unit, a number has its own");
    }
}

/// The count that an item's value says.
std::optional<std::int64_t> count_of(const ItemId& item, const Facts& facts) {
    const auto answer = facts.values.find(item);
    if (answer == facts.values.end()) return std::nullopt;
    const auto count = whole_number(answer->second);
    return count && *count >= 0 && *count <= kMostCount ? count : std::nullopt;
}

std::int64_t sum_for(const Fee& fee, std::int64_t count) {
    const std::int64_t first = std::min(count, fee.first.value_or(count));
    const std::int64_t sum = first * *fee.dong + (count - first) * fee.then_dong.value_or(0);
    return std::min(sum, fee.most.value_or(sum));
}

}  // namespace

const Exemption* exemption_of(const Fee& fee, const Facts& facts) {
    const auto applies = std::ranges::find_if(fee.exemptions, [&](const Exemption& exemption) {
        return evaluate(exemption.when, facts) == Truth::Yes;
    });
    return applies == fee.exemptions.end() ? nullptr : &*applies;
}

std::optional<std::int64_t> sum_of(const Fee& fee, const Facts& facts) {
    if (const Exemption* exemption = exemption_of(fee, facts)) return exemption->dong;
    if (!fee.dong) return std::nullopt;
    const auto count = fee.per ? count_of(*fee.per, facts) : std::optional<std::int64_t>(1);
    const auto times = fee.times ? count_of(*fee.times, facts) : std::optional<std::int64_t>(1);
    if (!count || !times) return std::nullopt;
    return sum_for(fee, *count) * *times;
}

Fee read_fee(Fields& above, std::span<const Item> items) {
    const Tree* table = above.table("fee");
    if (table == nullptr) {
        above.refuse("fee", "this key is missing");
        return {};
    }
    Fields fields(*table, above.file(), "fee");
    Fee fee{.dong = fields.maybe_number("dong", 0, kMostDong),
            .per = {},
            .unit = {},
            .times = {},
            .basis = read_basis(fields, "basis"),
            .first = fields.maybe_number("first", 1, kMostCount),
            .then_dong = fields.maybe_number("then_dong", 0, kMostDong),
            .most = fields.maybe_number("most", 0, kMostDong),
            .exemptions = {}};
    if (auto per = fields.maybe_text("per")) fee.per = ItemId(*per);
    if (auto times = fields.maybe_text("times")) fee.times = ItemId(*times);
    if (fields.table("unit") != nullptr) fee.unit = read_words(fields, "unit");
    check_count(fields, fee, items);
    check_times(fields, fee, items);
    const Tree::List* entries = fields.list("exemption");
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        fee.exemptions.push_back(
            read_exemption((*entries)[i], fields, std::format("fee.exemption[{}]", i), items));
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return fee;
}

}  // namespace motlan

#include "kiosk/domain/condition.h"

#include <algorithm>

#include "kiosk/core/whole_number.h"

namespace motlan {
namespace {

Truth truth(bool known) { return known ? Truth::Yes : Truth::No; }

struct Evaluation {
    const Facts& facts;

    Truth operator()(const AllOf& all) const {
        Truth so_far = Truth::Yes;
        for (const Condition& part : all.parts) {
            const Truth one = evaluate(part, facts);
            if (one == Truth::No) return Truth::No;
            if (one == Truth::Unknown) so_far = Truth::Unknown;
        }
        return so_far;
    }
    Truth operator()(const AnyOf& any) const {
        Truth so_far = Truth::No;
        for (const Condition& part : any.parts) {
            const Truth one = evaluate(part, facts);
            if (one == Truth::Yes) return Truth::Yes;
            if (one == Truth::Unknown) so_far = Truth::Unknown;
        }
        return so_far;
    }
    Truth operator()(const NotOf& negation) const {
        const Truth one = evaluate(negation.part.front(), facts);
        return one == Truth::Unknown ? one : truth(one == Truth::No);
    }
    Truth operator()(const ValueIs& value) const {
        return of_value(value.item, [&](const std::string& known) {
            return std::ranges::contains(value.values, known);
        });
    }
    Truth operator()(const NumberIs& range) const {
        return of_value(range.item, [&](const std::string& known) {
            const auto number = whole_number(known);
            return number && *number >= range.least && *number <= range.most;
        });
    }
    Truth operator()(const AgeIs& range) const {
        if (!facts.age) return Truth::Unknown;
        return truth(*facts.age >= range.least && *facts.age <= range.most);
    }
    Truth operator()(const SexIs& sex) const {
        return facts.sex ? truth(*facts.sex == sex.sex) : Truth::Unknown;
    }
    Truth operator()(const ActingIs& acting) const {
        if (!facts.acting) return Truth::Unknown;
        return truth(std::ranges::contains(acting.whom, facts.acting->whom) &&
                     acting.is_known.value_or(facts.acting->is_known) == facts.acting->is_known);
    }

private:
    template <typename Test>
    [[nodiscard]] Truth of_value(const ItemId& item, Test test) const {
        if (facts.left_out.contains(item)) return Truth::No;
        const auto known = facts.values.find(item);
        return known == facts.values.end() ? Truth::Unknown : truth(test(known->second));
    }
};

struct Collection {
    std::set<ItemId>& items;

    void operator()(const AllOf& all) const { each(all.parts); }
    void operator()(const AnyOf& any) const { each(any.parts); }
    void operator()(const NotOf& negation) const { each(negation.part); }
    void operator()(const ValueIs& value) const { items.insert(value.item); }
    void operator()(const NumberIs& range) const { items.insert(range.item); }
    void operator()(const AgeIs&) const {}
    void operator()(const SexIs&) const {}
    void operator()(const ActingIs&) const {}

private:
    void each(const std::vector<Condition>& parts) const {
        for (const Condition& part : parts) std::visit(*this, part.kind);
    }
};

struct Renaming {
    const std::map<ItemId, ItemId>& names;

    void operator()(AllOf& all) const { each(all.parts); }
    void operator()(AnyOf& any) const { each(any.parts); }
    void operator()(NotOf& negation) const { each(negation.part); }
    void operator()(ValueIs& value) const { rename(value.item); }
    void operator()(NumberIs& range) const { rename(range.item); }
    void operator()(AgeIs&) const {}
    void operator()(SexIs&) const {}
    void operator()(ActingIs&) const {}

private:
    void rename(ItemId& item) const {
        const auto found = names.find(item);
        if (found != names.end()) item = found->second;
    }
    void each(std::vector<Condition>& parts) const {
        for (Condition& part : parts) std::visit(*this, part.kind);
    }
};

}  // namespace

Condition renamed(Condition condition, const std::map<ItemId, ItemId>& names) {
    std::visit(Renaming{names}, condition.kind);
    return condition;
}

Truth evaluate(const Condition& condition, const Facts& facts) {
    return std::visit(Evaluation{facts}, condition.kind);
}

Truth evaluate(const std::optional<Condition>& condition, const Facts& facts) {
    return condition ? evaluate(*condition, facts) : Truth::Yes;
}

std::set<ItemId> items_of(const Condition& condition) {
    std::set<ItemId> items;
    std::visit(Collection{items}, condition.kind);
    return items;
}

}  // namespace motlan

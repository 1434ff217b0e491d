#include <algorithm>
#include <format>

#include "kiosk/domain/condition_reading.h"

namespace motlan {
namespace {

/// More combinations than this are not tried; such a condition is believed.
constexpr std::size_t kMostTrials = 20'000;

const Item* find(std::span<const Item> items, const ItemId& id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

/// What a condition compares, gathered over all of its parts.
struct Mentioned {
    std::map<ItemId, std::vector<std::string>> values;  ///< worth trying, by item
    std::vector<int> ages;
    std::vector<Sex> sexes;
    std::vector<Acting> actings;

    void operator()(const AllOf& all) { each(all.parts); }
    void operator()(const AnyOf& any) { each(any.parts); }
    void operator()(const NotOf& negation) { each(negation.part); }
    void operator()(const ValueIs& value) {
        auto& known = values[value.item];
        known.insert(known.end(), value.values.begin(), value.values.end());
    }
    void operator()(const NumberIs& range) {
        for (const std::int64_t at : {range.least - 1, range.least, range.most, range.most + 1}) {
            values[range.item].push_back(std::to_string(at));
        }
    }
    void operator()(const AgeIs& range) {
        for (const int at : {range.least - 1, range.least, range.most, range.most + 1}) {
            if (at >= 0) ages.push_back(at);
        }
    }
    void operator()(const SexIs&) { sexes = {Sex::Male, Sex::Female}; }
    void operator()(const ActingIs&) {
        actings = {Acting{}};
        for (const ForWhom whom : everybody()) {
            if (whom == ForWhom::Self) continue;
            actings.push_back({whom, true});
            actings.push_back({whom, false});
        }
    }

private:
    void each(const std::vector<Condition>& parts) {
        for (const Condition& part : parts) std::visit(*this, part.kind);
    }
};

/// A question that the law allows only when the source fails: the source answers in its own words.
bool may_be_held(const Item& item) { return item.fallback_law.has_value(); }

/// The values that an item can really have, out of those worth trying.
std::vector<std::string> possible(const Item& item, std::vector<std::string> wished) {
    const QuestionKind* kind = kind_of(item);
    if (kind == nullptr) {
        wished.emplace_back("\x01");  // a source may hold anything else
        return wished;
    }
    if (const auto* choices = std::get_if<ChoiceQuestion>(kind)) {
        std::vector<std::string> all;
        if (may_be_held(item)) all = std::move(wished);
        for (const Choice& choice : choices->choices) all.push_back(choice.value);
        return all;
    }
    const auto& number = std::get<NumberQuestion>(*kind);
    std::erase_if(wished, [&](const std::string& text) {
        const std::int64_t value = std::stoll(text);
        return value < number.least || value > number.most;
    });
    wished.push_back(std::to_string(number.least));
    return wished;
}

/// Tries every combination of the possible values until one makes the condition true.
class Trial {
public:
    Trial(const Condition& condition, std::span<const Item> earlier, const Mentioned& mentioned)
        : condition_(condition) {
        for (const auto& [id, wished] : mentioned.values) {
            const Item& item = *find(earlier, id);
            choices_.emplace_back(id, possible(item, wished));
            if (item.when) choices_.back().second.emplace_back();  // empty: it is left out
        }
        ages_ = mentioned.ages;
        sexes_ = mentioned.sexes;
        actings_ = mentioned.actings;
    }

    bool can_be_true() { return with_age(); }

private:
    bool with_age() {
        if (ages_.empty()) return with_sex();
        return std::ranges::any_of(ages_, [this](int age) {
            facts_.age = age;
            return with_sex();
        });
    }
    bool with_sex() {
        if (sexes_.empty()) return with_acting();
        return std::ranges::any_of(sexes_, [this](Sex sex) {
            facts_.sex = sex;
            return with_acting();
        });
    }
    bool with_acting() {
        if (actings_.empty()) return with_value(0);
        return std::ranges::any_of(actings_, [this](const Acting& acting) {
            facts_.acting = acting;
            return with_value(0);
        });
    }
    bool with_value(std::size_t index) {
        if (++trials_ > kMostTrials) return true;
        if (index == choices_.size()) return evaluate(condition_, facts_) == Truth::Yes;
        const auto& [id, values] = choices_[index];
        return std::ranges::any_of(values, [&](const std::string& value) {
            if (value.empty()) {
                facts_.left_out.insert(id);
            } else {
                facts_.left_out.erase(id);
                facts_.values.insert_or_assign(id, value);
            }
            return with_value(index + 1);
        });
    }

    const Condition& condition_;
    std::vector<std::pair<ItemId, std::vector<std::string>>> choices_;
    std::vector<int> ages_;
    std::vector<Sex> sexes_;
    std::vector<Acting> actings_;
    Facts facts_;
    std::size_t trials_ = 0;
};

/// Looks at each comparison: can the item have such a value at all?
struct Comparison {
    std::span<const Item> earlier;
    std::optional<std::string> found;

    void operator()(const AllOf& all) { each(all.parts); }
    void operator()(const AnyOf& any) { each(any.parts); }
    void operator()(const NotOf& negation) { each(negation.part); }
    void operator()(const AgeIs&) {}
    void operator()(const SexIs&) {}
    void operator()(const ActingIs&) {}
    void operator()(const ValueIs& value) {
        const Item& item = *find(earlier, value.item);
        const QuestionKind* kind = kind_of(item);
        if (kind == nullptr || may_be_held(item)) return;
        const auto* choices = std::get_if<ChoiceQuestion>(kind);
        if (choices == nullptr) {
            found = std::format("item {} is no choice, so it is compared with nothing",
                                value.item.value());
            return;
        }
        for (const std::string& one : value.values) {
            if (std::ranges::contains(choices->choices, one, &Choice::value)) continue;
            found = std::format("item {} has no choice {}", value.item.value(), one);
        }
    }
    void operator()(const NumberIs& range) {
        const bool is_number = question_of<NumberQuestion>(*find(earlier, range.item)) != nullptr;
        if (!is_number) found = std::format("item {} is no number", range.item.value());
    }

private:
    void each(const std::vector<Condition>& parts) {
        for (const Condition& part : parts) std::visit(*this, part.kind);
    }
};

}  // namespace

std::optional<std::string> objection(const Condition& condition, std::span<const Item> earlier) {
    for (const ItemId& item : items_of(condition)) {
        if (find(earlier, item) == nullptr) {
            return std::format("there is no item {} before this one", item.value());
        }
    }
    Comparison comparison{.earlier = earlier, .found = {}};
    std::visit(comparison, condition.kind);
    if (comparison.found) return comparison.found;
    Mentioned mentioned;
    std::visit(mentioned, condition.kind);
    if (!Trial(condition, earlier, mentioned).can_be_true()) return "this condition is never true";
    return std::nullopt;
}

}  // namespace motlan

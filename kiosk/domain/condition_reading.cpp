#include "kiosk/domain/condition_reading.h"

#include <algorithm>
#include <format>

namespace motlan {
namespace {

constexpr int kDeepest = 8;
constexpr std::int64_t kMostNumber = 1'000'000;
constexpr int kOldest = 200;

Condition read_one(const Tree& entry, Fields& above, const std::string& path, int depth);

std::vector<Condition> read_parts(Fields& fields, std::string_view key, int depth) {
    std::vector<Condition> parts;
    const Tree::List* entries = fields.list(key);
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        const std::string path = fields.path_of(std::format("{}[{}]", key, i));
        parts.push_back(read_one((*entries)[i], fields, path, depth + 1));
    }
    if (parts.empty()) fields.refuse(key, "a list of conditions is needed here");
    return parts;
}

Condition read_value(Fields& fields) {
    const ItemId item(fields.text("item"));
    const auto least = fields.maybe_number("at_least", 0, kMostNumber);
    const auto most = fields.maybe_number("at_most", 0, kMostNumber);
    if (least || most) {
        return {NumberIs{item, least.value_or(0), most.value_or(kMostNumber)}};
    }
    const auto one = fields.is_list("is") ? std::nullopt : fields.maybe_text("is");
    ValueIs value{.item = item, .values = one ? std::vector{*one} : fields.texts("is")};
    if (value.values.empty()) fields.refuse("is", "a value, at_least or at_most is needed");
    return {std::move(value)};
}

Condition read_age(Fields& fields) {
    const auto least = fields.maybe_number("age_at_least", 0, kOldest);
    const auto below = fields.maybe_number("age_below", 1, kOldest);
    return {
        AgeIs{static_cast<int>(least.value_or(0)), static_cast<int>(below.value_or(kOldest) - 1)}};
}

Condition read_sex(Fields& fields) {
    const std::string sex = fields.text("sex");
    if (sex != "male" && sex != "female") fields.refuse("sex", "male or female is needed here");
    return {SexIs{sex == "male" ? Sex::Male : Sex::Female}};
}

Condition read_acting(const Tree& entry, Fields& fields) {
    const auto one = fields.is_list("behalf") ? std::nullopt : fields.maybe_text("behalf");
    ActingIs acting;
    if (entry.find("known") != nullptr) acting.is_known = fields.truth("known");
    for (const std::string& text : one ? std::vector{*one} : fields.texts("behalf")) {
        const auto whom = for_whom(text);
        if (!whom)
            fields.refuse("behalf",
                          text + " is not one of self, child, parent, principal, company");
        acting.whom.push_back(whom.value_or(ForWhom::Self));
    }
    if (acting.whom.empty()) fields.refuse("behalf", "somebody is needed here");
    return {std::move(acting)};
}

Condition read_kind(const Tree& entry, Fields& fields, int depth) {
    if (entry.find("all") != nullptr) return {AllOf{read_parts(fields, "all", depth)}};
    if (entry.find("any") != nullptr) return {AnyOf{read_parts(fields, "any", depth)}};
    if (entry.find("not") != nullptr) {
        const Tree* part = fields.table("not");
        if (part == nullptr) return {AllOf{}};
        return {NotOf{{read_one(*part, fields, fields.path_of("not"), depth + 1)}}};
    }
    if (entry.find("sex") != nullptr) return read_sex(fields);
    if (entry.find("behalf") != nullptr) return read_acting(entry, fields);
    if (entry.find("item") != nullptr) return read_value(fields);
    if (entry.find("age_at_least") == nullptr && entry.find("age_below") == nullptr) {
        fields.refuse(
            "", "a condition says all, any, not, item, behalf, sex, age_at_least or age_below");
    }
    return read_age(fields);
}

Condition read_one(const Tree& entry, Fields& above, const std::string& path, int depth) {
    Fields fields(entry, above.file(), path);
    if (depth > kDeepest) {
        above.refuse({above.file(), entry.line(), path, "this condition is nested too deep"});
        return {AllOf{}};
    }
    Condition condition = read_kind(entry, fields, depth);
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return condition;
}

}  // namespace

std::optional<Condition> read_condition(Fields& above, std::string_view key) {
    const Tree* entry = above.table(key);
    if (entry == nullptr) return std::nullopt;
    return read_one(*entry, above, above.path_of(key), 0);
}

}  // namespace motlan

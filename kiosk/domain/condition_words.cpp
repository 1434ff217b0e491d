#include <format>

#include "kiosk/domain/condition.h"

namespace motlan {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) {
        if (!all.empty()) all += between;
        all += part;
    }
    return all;
}

std::string range(std::int64_t least, std::int64_t most) {
    return least == most ? std::to_string(least) : std::format("{} to {}", least, most);
}

struct Teller {
    std::string operator()(const AllOf& all) const { return group(all.parts, " and "); }
    std::string operator()(const AnyOf& any) const { return group(any.parts, " or "); }
    std::string operator()(const NotOf& negation) const {
        return "not (" + group(negation.part, "") + ")";
    }
    std::string operator()(const ValueIs& value) const {
        return value.item.value() + " is " + joined(value.values, " or ");
    }
    std::string operator()(const NumberIs& number) const {
        return number.item.value() + " is " + range(number.least, number.most);
    }
    std::string operator()(const AgeIs& age) const {
        return "age is " + range(age.least, age.most);
    }
    std::string operator()(const SexIs& sex) const {
        return sex.sex == Sex::Male ? "sex is male" : "sex is female";
    }
    std::string operator()(const ActingIs& acting) const {
        std::vector<std::string> names;
        for (const ForWhom whom : acting.whom) names.emplace_back(name(whom));
        const std::string known = !acting.is_known   ? ""
                                  : *acting.is_known ? ", known"
                                                     : ", unknown";
        return "filed for " + joined(names, " or ") + known;
    }

private:
    static std::string group(const std::vector<Condition>& parts, std::string_view between) {
        std::vector<std::string> told;
        for (const Condition& part : parts) {
            const std::string text = to_text(part);
            const bool is_group = between == " and " && std::holds_alternative<AnyOf>(part.kind);
            told.push_back(is_group ? "(" + text + ")" : text);
        }
        return joined(told, between);
    }
};

}  // namespace

std::string to_text(const Condition& condition) { return std::visit(Teller{}, condition.kind); }

}  // namespace motlan

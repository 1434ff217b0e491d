#include "kiosk/domain/difference.h"

#include <algorithm>
#include <format>

namespace motlan {
namespace {

std::string sum(const Fee& fee) {
    if (!fee.dong) return "a fee that the counter tells";
    const std::string each = fee.per ? " for each " + fee.per->value() : std::string();
    return std::format("{} đồng{}", *fee.dong, each);
}

std::string day(const std::optional<CivilDate>& date, std::string_view otherwise) {
    return date ? date->to_text() : std::string(otherwise);
}

std::string laws(const std::vector<LegalBasis>& basis) {
    std::string all;
    for (const LegalBasis& each : basis) {
        all += (all.empty() ? "" : "; ") + each.document + (each.verified ? "" : " (unconfirmed)");
    }
    return all;
}

/// How a citizen may be asked for it, when no source holds it.
std::string manner(const Item& item) {
    if (std::holds_alternative<OfficeLooksUp>(item.otherwise)) return "never asked";
    if (std::holds_alternative<Paper>(item.otherwise)) return "a paper to scan";
    const QuestionKind& kind = std::get<Question>(item.otherwise).kind;
    if (std::holds_alternative<ChoiceQuestion>(kind)) return "a choice";
    if (std::holds_alternative<NumberQuestion>(kind)) return "a number";
    if (std::holds_alternative<PersonNumberQuestion>(kind)) return "a person's number to type";
    if (std::holds_alternative<UnitQuestion>(kind)) return "a commune or ward to choose";
    return "a text to type";
}

std::string choices(const Question& question) {
    const auto* list = std::get_if<ChoiceQuestion>(&question.kind);
    std::string all;
    if (list == nullptr) return all;
    for (const Choice& choice : list->choices) all += (all.empty() ? "" : ", ") + choice.label.vi;
    return all;
}

std::string others(const std::optional<BehalfRule>& rule) {
    if (!rule) return "nobody";
    std::string all;
    for (const ForWhom whom : rule->whom)
        all += (all.empty() ? "" : ", ") + std::string(name(whom));
    return all + "; " + laws({rule->basis});
}

std::string need(const Item& item) { return item.when ? to_text(*item.when) : "always"; }

class Comparison {
public:
    Comparison(const Procedure& before, const Procedure& after) : before_(before), after_(after) {}

    std::vector<std::string> run() {
        compare("version", std::to_string(before_.version), std::to_string(after_.version));
        compare("name", before_.name.vi, after_.name.vi);
        compare("result", before_.result.vi, after_.result.vi);
        compare("time limit", before_.time_limit.vi, after_.time_limit.vi);
        compare("fee", sum(before_.fee), sum(after_.fee));
        compare("first day in force", day(before_.from, "any"), day(after_.from, "any"));
        compare("last day in force", day(before_.until, "none"), day(after_.until, "none"));
        compare("legal basis", laws(before_.basis), laws(after_.basis));
        compare("may be filed for", others(before_.behalf), others(after_.behalf));
        for (const Item& item : before_.items) {
            if (after_.find(item.id) == nullptr) say(item, "is no longer needed");
        }
        for (const Item& item : after_.items) compare(before_.find(item.id), item);
        return std::move(said_);
    }

private:
    void compare(std::string_view what, const std::string& was, const std::string& is) {
        if (was != is) said_.push_back(std::format("{}: \"{}\" becomes \"{}\"", what, was, is));
    }
    void say(const Item& item, std::string_view what) {
        said_.push_back(std::format("item {} ({}) {}", item.id.value(), item.label.vi, what));
    }

    void compare(const Item* was, const Item& is) {
        if (was == nullptr) return say(is, "is new: " + manner(is));
        const std::string item = "item " + is.id.value();
        compare(item + ", obtained", manner(*was), manner(is));
        compare(item + ", concept", was->concept_id.value(), is.concept_id.value());
        compare(item + ", label", was->label.vi, is.label.vi);
        compare(item + ", why", was->why.vi, is.why.vi);
        compare(item + ", legal basis", laws({was->basis}), laws({is.basis}));
        compare(item + ", asked although published by", was->fallback_law.value_or("no law"),
                is.fallback_law.value_or("no law"));
        const auto* asked = std::get_if<Question>(&was->otherwise);
        const auto* asks = std::get_if<Question>(&is.otherwise);
        if (asked != nullptr && asks != nullptr) {
            compare(item + ", question", asked->text.vi, asks->text.vi);
            compare(item + ", choices", choices(*asked), choices(*asks));
        }
        compare(item + ", needed when", need(*was), need(is));
    }

    const Procedure& before_;
    const Procedure& after_;
    std::vector<std::string> said_;
};

}  // namespace

std::vector<std::string> differences(const Procedure& before, const Procedure& after) {
    return Comparison(before, after).run();
}

}  // namespace motlan

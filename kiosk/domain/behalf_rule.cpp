#include "kiosk/domain/behalf_rule.h"

#include <algorithm>
#include <array>
#include <format>

namespace motlan {
namespace {

/// Whom the conditions of an item name.
struct Named {
    std::vector<ForWhom>& whom;

    void operator()(const AllOf& all) const { each(all.parts); }
    void operator()(const AnyOf& any) const { each(any.parts); }
    void operator()(const NotOf& negation) const { each(negation.part); }
    void operator()(const ActingIs& acting) const {
        whom.insert(whom.end(), acting.whom.begin(), acting.whom.end());
    }
    void operator()(const auto&) const {}

private:
    void each(const std::vector<Condition>& parts) const {
        for (const Condition& part : parts) std::visit(*this, part.kind);
    }
};

std::vector<ForWhom> named_in(const Item& item) {
    std::vector<ForWhom> whom;
    if (item.when) std::visit(Named{whom}, item.when->kind);
    return whom;
}

/// Asked exactly when nobody knows who the other person is.
bool asks_for_number(const Item& item, const BehalfRule& rule) {
    if (item.concept_id.value() != "will.subject_number" || kind_of(item) == nullptr) return false;
    return std::ranges::all_of(rule.whom, [&item](ForWhom whom) {
        if (whom == ForWhom::Company) return true;
        Facts facts;
        facts.acting = Acting{.whom = whom, .is_known = false};
        return evaluate(item.when, facts) == Truth::Yes;
    });
}

bool has_people(const BehalfRule& rule) {
    return std::ranges::any_of(rule.whom, [](ForWhom whom) { return whom != ForWhom::Company; });
}

/// Needed where a company is the subject, or may be, but about a person.
bool is_of_no_company(const Item& item) {
    Facts facts;
    facts.acting = Acting{.whom = ForWhom::Company, .is_known = true};
    if (evaluate(item.when, facts) == Truth::No) return false;
    return std::ranges::none_of(
        std::array{"organisation.", "will.", "document."},
        [&item](const char* kind) { return item.concept_id.value().starts_with(kind); });
}

void check_company(Fields& fields, const std::vector<Item>& items) {
    for (const Item& item : items) {
        if (!is_of_no_company(item)) continue;
        fields.refuse(
            "item", std::format("item {} is of a person, which a company is not", item.id.value()));
    }
}

}  // namespace

std::optional<BehalfRule> read_behalf(Fields& above) {
    const Tree* entry = above.table("behalf");
    if (entry == nullptr) return std::nullopt;
    Fields fields(*entry, above.file(), above.path_of("behalf"));
    BehalfRule rule;
    for (const std::string& text : fields.texts("for")) {
        const auto whom = for_whom(text);
        const bool is_new =
            whom && *whom != ForWhom::Self && !std::ranges::contains(rule.whom, *whom);
        if (is_new) rule.whom.push_back(*whom);
        if (!is_new)
            fields.refuse("for", text + " is not one of child, parent, principal, company, once");
    }
    if (rule.whom.empty()) fields.refuse("for", "for whom this may be filed is needed here");
    rule.basis = read_basis(fields, "basis");
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return rule;
}

void check_behalf(Fields& fields, const std::optional<BehalfRule>& rule,
                  const std::vector<Item>& items) {
    for (const Item& item : items) {
        for (const ForWhom whom : named_in(item)) {
            if (whom == ForWhom::Self || (rule && std::ranges::contains(rule->whom, whom)))
                continue;
            fields.refuse("item",
                          std::format("item {} looks at behalf {}, which [behalf] does not name",
                                      item.id.value(), name(whom)));
        }
    }
    if (!rule || fields.failed()) return;
    if (std::ranges::contains(rule->whom, ForWhom::Company)) check_company(fields, items);
    if (!has_people(*rule)) return;
    const bool is_asked = std::ranges::any_of(
        items, [&rule](const Item& item) { return asks_for_number(item, *rule); });
    if (!is_asked)
        fields.refuse("behalf",
                      "where no source knows the person, will.subject_number must be asked");
}

}  // namespace motlan

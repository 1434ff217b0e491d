#include "kiosk/domain/behalf.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/core/timestamp.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::size_t kMostRelatives = 20;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestGround = 64;
/// Civil Code 91/2015/QH13, Article 20 and Article 136: until then parents represent a child.
constexpr int kOfAge = 18;

/// The text up to the mark, which is taken away with it; the rest when there is none.
std::string_view take_until(std::string_view& text, char mark) {
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20; });
}

std::optional<std::string> parse_name(std::string_view text) {
    const auto name = to_nfc(text);
    const bool is_name = name && !name->empty() && name->size() <= kLongestName;
    return is_name ? std::optional(*name) : std::nullopt;
}

/// "040214000033|Nguyễn Văn Thử Nhỏ|2014-11-21|Nam|held:HT-2014-0204".
std::optional<Relative> parse_person(std::string_view line) {
    if (std::ranges::count(line, '|') != 4) return std::nullopt;
    const auto number = CitizenNumber::parse(take_until(line, '|'));
    const auto full_name = parse_name(take_until(line, '|'));
    const auto birth = CivilDate::parse_iso(take_until(line, '|'));
    const std::string_view sex = take_until(line, '|');
    if (!number || !full_name || !birth || line.empty()) return std::nullopt;
    return Relative{.who = Profile{.number = Personal(*number),
                                   .old_number = {},
                                   .full_name = Personal(*full_name),
                                   .birth_date = Personal(*birth),
                                   .sex = sex_of(sex),
                                   .address = Personal(std::string()),
                                   .issued = {},
                                   .read_from = ReadFrom::Relation},
                    .ground = std::string(line)};
}

/// "2901999013|Công ty TNHH Thử Nghiệm|held:DN-2901999013"; without a ground the register does not
/// show who may act for it.
std::optional<Relative> parse_company(std::string_view line) {
    if (std::ranges::count(line, '|') != 2) return std::nullopt;
    const auto code = TaxCode::parse(take_until(line, '|'));
    const auto name = parse_name(take_until(line, '|'));
    if (!code || !name) return std::nullopt;
    return Relative{.who = Company{.code = Personal(*code), .name = Personal(*name)},
                    .ground = std::string(line)};
}

std::optional<Relative> parse_relative(std::string_view line, ForWhom whom) {
    if (has_control(line)) return std::nullopt;
    auto one = whom == ForWhom::Company ? parse_company(line) : parse_person(line);
    return one && one->ground.size() <= kLongestGround ? one : std::nullopt;
}

std::string_view number_of(const Relative& one) {
    if (const Company* company = one.company()) return company->code.reveal().digits();
    return std::get<Profile>(one.who).number.reveal().digits();
}

Tree::Table company_in_form(const Company& company) {
    Tree::Table table{{"tax_code", company.code.reveal().digits()}};
    const std::string& name = company.name.reveal();
    if (!name.empty()) table.emplace("name", name);
    return table;
}

}  // namespace

ConceptId relation_of(ForWhom whom) {
    switch (whom) {
        case ForWhom::Self: break;
        case ForWhom::Child: return ConceptId("relation.children");
        case ForWhom::Parent: return ConceptId("relation.parents");
        case ForWhom::Principal: return ConceptId("relation.principals");
        case ForWhom::Company: return ConceptId("relation.companies");
    }
    return ConceptId("person.number");
}

std::optional<std::vector<Relative>> parse_relatives(std::string_view text, ForWhom whom) {
    std::vector<Relative> people;
    while (!text.empty()) {
        auto one = parse_relative(take_until(text, '\n'), whom);
        if (!one || people.size() == kMostRelatives) return std::nullopt;
        if (std::ranges::contains(people, number_of(*one), number_of)) return std::nullopt;
        people.push_back(*std::move(one));
    }
    return people;
}

std::vector<Relative> eligible(std::vector<Relative> people, ForWhom whom, const CivilDate& today) {
    if (whom != ForWhom::Child) return people;
    std::erase_if(people, [&today](const Relative& each) {
        return age_on(std::get<Profile>(each.who).birth_date.reveal(), today) >= kOfAge;
    });
    return people;
}

std::optional<Profile> subject_of(const Profile& applicant, const std::optional<Behalf>& behalf) {
    if (!behalf) return applicant;
    const Profile* person = behalf->subject ? behalf->subject->person() : nullptr;
    return person != nullptr ? std::optional(*person) : std::nullopt;
}

std::optional<TaxCode> company_of(const std::optional<Behalf>& behalf) {
    const Company* company = behalf && is_named(*behalf) ? behalf->subject->company() : nullptr;
    return company != nullptr ? std::optional(company->code.reveal()) : std::nullopt;
}

bool is_named(const Behalf& behalf) {
    if (!behalf.subject) return false;
    const Company* company = behalf.subject->company();
    return company == nullptr || !company->name.reveal().empty();
}

bool may_see_values(const std::optional<Behalf>& behalf) {
    return !behalf || behalf->whom == ForWhom::Child || behalf->whom == ForWhom::Company;
}

Acting acting_of(const std::optional<Behalf>& behalf) {
    if (!behalf) return {};
    return {.whom = behalf->whom, .is_known = behalf->subject && !behalf->subject->ground.empty()};
}

Tree::Table person_in_form(const Profile& person) {
    Tree::Table table{{"birth_date", person.birth_date.reveal().to_iso()},
                      {"full_name", person.full_name.reveal()},
                      {"number", person.number.reveal().digits()}};
    if (person.sex) table.emplace("sex", *person.sex == Sex::Male ? "male" : "female");
    return table;
}

Tree form_of(const Behalf& behalf) {
    Tree::Table form{{"concept", relation_of(behalf.whom).value()},
                     {"for", name(behalf.whom)},
                     {"query", behalf.relation.query},
                     {"source", behalf.relation.source.value()},
                     {"time", to_timestamp(behalf.relation.at)},
                     {"verdict", name(behalf.relation.verdict)}};
    if (!behalf.subject) return form;
    const Relative& subject = *behalf.subject;
    if (!subject.ground.empty()) form.emplace("ground", subject.ground);
    form.emplace("subject", subject.company() != nullptr
                                ? company_in_form(*subject.company())
                                : person_in_form(std::get<Profile>(subject.who)));
    return form;
}

}  // namespace motlan

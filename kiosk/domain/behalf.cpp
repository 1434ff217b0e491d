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

/// "040214000033|Nguyễn Văn Thử Nhỏ|2014-11-21|Nam|held:HT-2014-0204".
std::optional<Relative> parse_relative(std::string_view line) {
    if (std::ranges::count(line, '|') != 4 || has_control(line)) return std::nullopt;
    const auto number = CitizenNumber::parse(take_until(line, '|'));
    const auto full_name = to_nfc(take_until(line, '|'));
    const auto birth = CivilDate::parse_iso(take_until(line, '|'));
    const std::string_view sex = take_until(line, '|');
    const bool is_named = full_name && !full_name->empty() && full_name->size() <= kLongestName;
    if (!number || !is_named || !birth || line.empty() || line.size() > kLongestGround) {
        return std::nullopt;
    }
    return Relative{.profile = {.number = Personal(*number),
                                .old_number = {},
                                .full_name = Personal(*full_name),
                                .birth_date = Personal(*birth),
                                .sex = sex_of(sex),
                                .address = Personal(std::string()),
                                .issued = {},
                                .read_from = ReadFrom::Relation},
                    .ground = std::string(line)};
}

bool is_same(const Relative& one, const Relative& other) {
    return one.profile.number.reveal() == other.profile.number.reveal();
}

}  // namespace

ConceptId relation_of(ForWhom whom) {
    switch (whom) {
        case ForWhom::Self: break;
        case ForWhom::Child: return ConceptId("relation.children");
        case ForWhom::Parent: return ConceptId("relation.parents");
        case ForWhom::Principal: return ConceptId("relation.principals");
    }
    return ConceptId("person.number");
}

std::optional<std::vector<Relative>> parse_relatives(std::string_view text) {
    std::vector<Relative> people;
    while (!text.empty()) {
        auto one = parse_relative(take_until(text, '\n'));
        if (!one || people.size() == kMostRelatives) return std::nullopt;
        const auto is_the_same = [&one](const Relative& each) { return is_same(each, *one); };
        if (std::ranges::any_of(people, is_the_same)) return std::nullopt;
        people.push_back(*std::move(one));
    }
    return people;
}

std::vector<Relative> eligible(std::vector<Relative> people, ForWhom whom, const CivilDate& today) {
    if (whom != ForWhom::Child) return people;
    std::erase_if(people, [&today](const Relative& each) {
        return age_on(each.profile.birth_date.reveal(), today) >= kOfAge;
    });
    return people;
}

std::optional<Profile> subject_of(const Profile& applicant, const std::optional<Behalf>& behalf) {
    if (!behalf) return applicant;
    return behalf->subject.transform([](const Relative& subject) { return subject.profile; });
}

bool may_see_values(const std::optional<Behalf>& behalf) {
    return !behalf || behalf->whom == ForWhom::Child;
}

Acting acting_of(const std::optional<Behalf>& behalf) {
    if (!behalf) return {};
    return {.whom = behalf->whom, .is_known = behalf->subject.has_value()};
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
    if (behalf.subject) {
        form.emplace("ground", behalf.subject->ground);
        form.emplace("subject", person_in_form(behalf.subject->profile));
    }
    return form;
}

}  // namespace motlan

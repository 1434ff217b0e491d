#include "tests/province/sources.h"

#include <algorithm>
#include <format>
#include <ranges>

#include "kiosk/core/digits.h"
#include "kiosk/core/fields.h"
#include "kiosk/core/toml.h"

namespace motlan::province {
namespace {

void check_card(Fields& fields) {
    const Tree* card = fields.table("card");
    if (card == nullptr) return fields.refuse("card", "every person has a card");
    Fields entries(*card, fields.file(), "card");
    const std::string number = entries.text("number");
    if (number.size() != 12 || !number.starts_with("040") ||
        number.find_first_not_of("0123456789") != std::string::npos) {
        entries.refuse("number", "must be 12 digits beginning with 040");
    }
    for (const char* key : {"old_number", "full_name", "birth_date", "sex", "address", "issued"}) {
        (void)entries.text(key);
    }
    if (auto problem = entries.done()) fields.refuse(*std::move(problem));
}

/// Every value of the table is text.
void check_values(Fields& fields, const std::string& place, const Tree& held) {
    const auto* table = held.table();
    if (table == nullptr) return;
    for (const auto& [concept_id, value] : *table) {
        if (value.text() != nullptr) continue;
        fields.refuse(std::format("{}.{}", place, concept_id), "must be text");
    }
}

void check_companies(Fields& fields) {
    const Tree* companies = fields.table("companies");
    const auto* table = companies == nullptr ? nullptr : companies->table();
    if (table == nullptr) return;
    for (const auto& [code, held] : *table) {
        check_values(fields, "companies." + code, held);
        if (!is_tax_code(code)) fields.refuse("companies." + code, "is no tax code");
    }
}

void check_sources(Fields& fields) {
    const Tree* sources = fields.table("sources");
    if (sources == nullptr) return fields.refuse("sources", "every person is known to a source");
    const Tree::Table* table = sources->table();
    if (table == nullptr) return;
    for (const auto& [name, held] : *table) {
        if (!is_source(name)) fields.refuse("sources." + name, "is not a source");
        check_values(fields, "sources." + name, held);
    }
}

Checked<Tree> read_person(const std::filesystem::path& file) {
    auto tree = read_toml(file);
    if (!tree) return tree;
    Fields fields(*tree, file.string());
    (void)fields.text("about");
    check_card(fields);
    check_sources(fields);
    check_companies(fields);
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return tree;
}

}  // namespace

const std::vector<std::string>& source_names() {
    static const std::vector<std::string> kNames{"dc", "ht",   "ct", "dd",   "dkkd", "dn",
                                                 "bh", "gplx", "yt", "btxh", "kho",  "vneid"};
    return kNames;
}

bool is_source(std::string_view name) {
    return std::ranges::find(source_names(), name) != source_names().end();
}

bool is_tax_code(std::string_view text) {
    return are_digits(text) && (text.size() == 10 || text.size() == 13);
}

Checked<Sources> Sources::read(const std::filesystem::path& folder) {
    Sources sources;
    std::error_code trouble;
    for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
        if (entry.path().extension() != ".toml") continue;
        const auto person = read_person(entry.path());
        if (!person) return std::unexpected(person.error());
        const std::string number(person->find("card")->text_at("number"));
        const Tree* companies = person->find("companies");
        if (const auto* table = companies == nullptr ? nullptr : companies->table())
            sources.companies_.insert(table->begin(), table->end());
        const auto [at, is_new] = sources.held_.emplace(number, *person->find("sources"));
        if (!is_new) {
            return std::unexpected(Problem{.file = entry.path().string(),
                                           .key = "card.number",
                                           .reason = "stands in another person's file too"});
        }
    }
    if (trouble)
        return std::unexpected(Problem{.file = folder.string(), .reason = "cannot be read"});
    return sources;
}

// Only the source of the application knows its codes.
std::string Sources::citizen_of(const Query& query) const {
    if (query.code.empty()) return query.citizen;
    const auto shows = [&](const auto& person) {
        const Tree* application = person.second.find("vneid");
        return application != nullptr && application->text_at("vneid.code") == query.code;
    };
    const auto found = std::ranges::find_if(held_, shows);
    return found == held_.end() ? std::string() : found->first;
}

// How the register ties the company to whoever asks: its own line, or one without a ground.
std::string Sources::tie_of(const Query& query, const Tree& company) const {
    const auto person = held_.find(query.citizen);
    const Tree* register_of = person == held_.end() ? nullptr : person->second.find(query.source);
    const std::string_view ties =
        register_of == nullptr ? "" : register_of->text_at("relation.companies");
    for (const auto line : std::views::split(ties, '\n')) {
        const std::string_view tie(line);
        if (tie.starts_with(query.company + "|")) return std::string(tie);
    }
    return std::format("{}|{}|", query.company, company.text_at("organisation.name"));
}

std::optional<Tree::Table> Sources::answer_about_company(const Query& query) const {
    const auto company = companies_.find(query.company);
    if (company == companies_.end()) return std::nullopt;
    Tree::Table values;
    for (const std::string& concept_id : query.concepts) {
        if (concept_id == "relation.companies") {
            values.emplace(concept_id, tie_of(query, company->second));
        } else if (const Tree* value = company->second.find(concept_id)) {
            values.emplace(concept_id, *value);
        }
    }
    return values;
}

std::optional<Tree::Table> Sources::answer(const Query& query) const {
    if (!query.company.empty()) return answer_about_company(query);
    const auto person = held_.find(citizen_of(query));
    const Tree* held = person == held_.end() ? nullptr : person->second.find(query.source);
    if (held == nullptr) return std::nullopt;
    Tree::Table values;
    for (const std::string& concept_id : query.concepts) {
        if (const Tree* value = held->find(concept_id)) values.emplace(concept_id, *value);
    }
    return values;
}

}  // namespace motlan::province

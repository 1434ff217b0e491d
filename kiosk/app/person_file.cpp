#include "kiosk/app/person_file.h"

#include <array>
#include <format>
#include <string_view>

#include "kiosk/core/toml.h"
#include "kiosk/domain/id_card_qr.h"

namespace motlan {
namespace {

/// The card's fields in the order of its code (domain notes 1.1).
constexpr auto kCardKeys = std::to_array<std::string_view>(
    {"number", "old_number", "full_name", "birth_date", "sex", "address", "issued"});

std::string code_of(Fields& card) {
    std::string code;
    for (const std::string_view key : kCardKeys) {
        if (key != kCardKeys.front()) code += '|';
        code += card.text(key);
    }
    return code;
}

/// The code that is on the card; empty when there is none.
std::string read_code(Fields& fields) {
    const Tree* table = fields.table("card");
    if (table == nullptr) return fields.refuse("card", "every person has a card"), std::string();
    Fields card(*table, fields.file(), "card");
    std::string code = code_of(card);
    if (auto problem = card.done()) fields.refuse(*std::move(problem));
    return code;
}

std::map<SourceId, std::map<ConceptId, std::string>> read_sources(Fields& fields) {
    std::map<SourceId, std::map<ConceptId, std::string>> all;
    const Tree* sources = fields.table("sources");
    const Tree::Table* table = sources != nullptr ? sources->table() : nullptr;
    if (table == nullptr) return all;
    for (const auto& [source, held] : *table) {
        if (held.table() == nullptr) continue;
        for (const auto& [concept_id, value] : *held.table()) {
            if (value.text() == nullptr) {
                fields.refuse(std::format("sources.{}.{}", source, concept_id),
                              "a text is needed here");
                continue;
            }
            all[SourceId(source)][ConceptId(concept_id)] = *value.text();
        }
    }
    return all;
}

}  // namespace

SourceWords PersonFile::words(const std::map<SourceId, std::vector<ConceptId>>& queries,
                              const std::set<SourceId>& down) const {
    SourceWords words;
    for (const auto& [source, concepts] : queries) {
        const auto known = held.find(source);
        for (const ConceptId& concept_id : concepts) {
            SourceWord word{
                .verdict = SourceVerdict::NotFound, .source = source, .value = {}, .query = {}};
            if (down.contains(source)) {
                word.verdict = SourceVerdict::Silent;
            } else if (known != held.end() && known->second.contains(concept_id)) {
                word.verdict = SourceVerdict::Held;
                word.value = Personal<std::string>(known->second.at(concept_id));
            }
            words.insert_or_assign(concept_id, std::move(word));
        }
    }
    return words;
}

Checked<PersonFile> read_person(const std::filesystem::path& file, const CivilDate& today) {
    const auto document = read_toml(file);
    if (!document) return std::unexpected(document.error());
    Fields fields(*document, file.string());
    (void)fields.maybe_text("about");
    (void)fields.table("companies");  // what the register says of companies, not of the person
    std::string code = read_code(fields);
    auto card = parse_id_card_qr(as_bytes(code), today);
    if (!card) fields.refuse("card", "a code of these fields would be no ID card");
    std::map<SourceId, std::map<ConceptId, std::string>> held = read_sources(fields);
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return PersonFile{std::move(code), std::move(card->profile), std::move(held)};
}

}  // namespace motlan

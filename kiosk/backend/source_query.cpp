#include "kiosk/backend/source_query.h"

#include <algorithm>
#include <optional>

#include "kiosk/backend/fresh_answer.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

// No value of a register is longer; a screen could not show it.
constexpr std::size_t kValueLimit = 4096;

std::optional<AnswerStatus> status_of(std::string_view name) {
    if (name == "found") return AnswerStatus::Found;
    if (name == "not_found") return AnswerStatus::NotFound;
    if (name == "incomplete") return AnswerStatus::Incomplete;
    return std::nullopt;
}

bool read_values(const Tree& tree, const SourceQuery& query, SourceAnswer& into) {
    const Tree* values = tree.find("values");
    if (values == nullptr || values->table() == nullptr) return false;
    for (const auto& [concept_name, value] : *values->table()) {
        const std::string* text = value.text();
        if (text == nullptr || text->size() > kValueLimit ||
            !std::ranges::contains(query.concepts, concept_name)) {
            return false;
        }
        into.values.emplace(concept_name, Personal(*text));
    }
    return true;
}

bool is_consistent(const SourceAnswer& answer, const SourceQuery& query) {
    switch (answer.status) {
        case AnswerStatus::Found: return answer.values.size() == query.concepts.size();
        case AnswerStatus::NotFound: return answer.values.empty();
        case AnswerStatus::Incomplete: return answer.values.size() < query.concepts.size();
    }
    return false;
}

}  // namespace

Tree to_tree(const SourceQuery& query) {
    Tree::List concepts(query.concepts.begin(), query.concepts.end());
    Tree::Table table{{"concepts", std::move(concepts)},
                      {"consent", query.consent},
                      {"procedure", query.procedure},
                      {"query", query.id},
                      {"source", query.source}};
    const bool is_by_code = !query.code.reveal().empty();
    table.emplace(is_by_code ? "code" : "citizen",
                  (is_by_code ? query.code : query.citizen).reveal());
    if (!query.company.reveal().empty()) table.emplace("company", query.company.reveal());
    return Tree(std::move(table));
}

Result<SourceAnswer> parse_answer(std::string_view content, const SourceQuery& query) {
    const auto tree = parse_json(content);
    if (!tree || tree->text_at("type") != "motlan-answer" || tree->number_at("version") != 1 ||
        tree->text_at("query") != query.id || tree->text_at("source") != query.source) {
        return fail(Fault::SourceAnswerForged);
    }
    const auto status = status_of(tree->text_at("status"));
    const auto answered = parse_timestamp(tree->text_at("answered"));
    if (!status || !answered) return fail(Fault::SourceAnswerForged);
    SourceAnswer answer{.status = *status, .answered = *answered, .values = {}};
    if (!read_values(*tree, query, answer)) return fail(Fault::SourceAnswerForged);
    if (!is_consistent(answer, query)) return fail(Fault::SourceAnswerContradictory);
    return answer;
}

Result<SourceAnswer> open_answer(ByteView cms, const SourceQuery& query, const Trust& trust,
                                 WallTime at) {
    const auto document = open_document(cms, trust, at);
    if (!document) return fail(Fault::SourceAnswerForged);
    auto answer = parse_answer(as_text(document->content), query);
    if (answer && !is_fresh(answer->answered, at)) return fail(Fault::SourceAnswerStale);
    return answer;
}

}  // namespace motlan

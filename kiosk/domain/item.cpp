#include "kiosk/domain/item.h"

#include <algorithm>
#include <format>

#include "kiosk/domain/condition_reading.h"
#include "kiosk/domain/paper_title.h"

namespace motlan {
namespace {

constexpr std::int64_t kMostNumber = 1'000'000;

/// Small letters, digits and '_', beginning with a letter; in a concept, words with dots between.
bool is_name(std::string_view name, bool may_have_dots) {
    bool begins = true;
    for (const char letter : name) {
        const bool is_small = letter >= 'a' && letter <= 'z';
        const bool may_follow = (letter >= '0' && letter <= '9') || letter == '_';
        const bool is_dot = letter == '.' && may_have_dots;
        if (!is_small && (begins || (!may_follow && !is_dot))) return false;
        begins = is_dot;
    }
    return !begins;
}

ItemId read_id(Fields& fields) {
    const std::string id = fields.text("id");
    if (!is_name(id, false)) fields.refuse("id", "write the name in small letters, digits and _");
    return ItemId(id);
}

ConceptId read_concept(Fields& fields) {
    const std::string name = fields.text("concept");
    if (!is_name(name, true) || !name.contains('.')) {
        fields.refuse("concept", "a concept reads like \"person.full_name\"");
    }
    return ConceptId(name);
}

Choice read_choice(const Tree& entry, Fields& above, const std::string& path) {
    Fields fields(entry, above.file(), path);
    Choice choice{.value = fields.text("value"), .label = read_words(fields, "label")};
    if (!is_name(choice.value, false)) {
        fields.refuse("value", "write the value in small letters, digits and _");
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return choice;
}

ChoiceQuestion read_choices(const Tree::List& entries, Fields& above) {
    ChoiceQuestion question;
    if (entries.size() < 2 || entries.size() > 6) {
        above.refuse("choices", "two to six choices are needed");
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string path = above.path_of(std::format("choices[{}]", i));
        Choice choice = read_choice(entries[i], above, path);
        if (std::ranges::contains(question.choices, choice.value, &Choice::value)) {
            above.refuse({above.file(), entries[i].line(), path, "this choice is listed twice"});
        }
        question.choices.push_back(std::move(choice));
    }
    return question;
}

NumberQuestion read_number(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), above.path_of("number"));
    NumberQuestion question{.least = fields.number("least", 0, kMostNumber),
                            .most = fields.number("most", 0, kMostNumber),
                            .usual = fields.number("usual", 0, kMostNumber),
                            .unit = read_words(fields, "unit")};
    if (question.least > question.usual || question.usual > question.most) {
        fields.refuse("usual", "least, usual and most are not in order");
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return question;
}

QuestionKind read_kind(Fields& fields) {
    const Tree::List* choices = fields.list("choices");
    const Tree* number = fields.table("number");
    const auto longest = fields.maybe_number("longest_text", 1, 500);
    const auto kind = fields.maybe_text("kind");
    const bool is_person = kind == "person_number";
    if (kind && !is_person && *kind != "unit")
        fields.refuse("kind", "\"unit\" or \"person_number\" is needed");
    if ((choices != nullptr) + (number != nullptr) + longest.has_value() + kind.has_value() != 1) {
        fields.refuse("text", "exactly one of choices, number, longest_text and kind is needed");
    }
    if (is_person) return PersonNumberQuestion{};
    if (kind) return UnitQuestion{};
    if (choices != nullptr) return read_choices(*choices, fields);
    if (number != nullptr) return read_number(*number, fields);
    return TextQuestion{.longest = static_cast<std::size_t>(longest.value_or(1))};
}

Question read_question(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), above.path_of("question"));
    Question question{.text = read_words(fields, "text"), .kind = read_kind(fields)};
    if (const Tree* value = fields.table("on_paper")) {
        question.on_paper = read_value_on_paper(*value, fields);
        const bool is_number = std::holds_alternative<PersonNumberQuestion>(question.kind);
        const bool is_text = std::holds_alternative<TextQuestion>(question.kind);
        if (!is_text && !(is_number && question.on_paper->shape == ValueShape::PersonNumber))
            fields.refuse("on_paper", "the answer has no such shape");
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return question;
}

Paper read_paper(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), above.path_of("paper"));
    Paper paper{
        .how = read_words(fields, "how"),
        .most_pages = static_cast<int>(fields.maybe_number("most_pages", 1, 50).value_or(10)),
        .titles = fields.texts("titles")};
    for (const std::string& title : paper.titles) {
        if (!is_title(title)) fields.refuse("titles", std::string(kTitleRule));
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return paper;
}

std::variant<OfficeLooksUp, Question, Paper> read_otherwise(Fields& fields) {
    const Tree* question = fields.table("question");
    const Tree* paper = fields.table("paper");
    if (question != nullptr && paper != nullptr) {
        fields.refuse("paper", "an item is a question or a paper, not both");
    }
    if (question != nullptr) return read_question(*question, fields);
    if (paper != nullptr) return read_paper(*paper, fields);
    return OfficeLooksUp{};
}

/// The rule the program exists for: what an owner has published is asked only where a law
/// names the case, and that law stands in the item.
void check_once_only(Fields& fields, const Item& item, const Published& published) {
    const Source* source = published.sources.publisher_of(item.concept_id, published.day);
    const bool is_asked = !std::holds_alternative<OfficeLooksUp>(item.otherwise);
    if (source == nullptr || !is_asked || item.fallback_law) return;
    const Publication& publication = *source->publication_of(item.concept_id, published.day);
    fields.refuse("concept",
                  std::format("asks for what source {} has published ({}, from {})",
                              source->id.value(), publication.act, publication.from.to_iso()));
}

void check_sense(Fields& fields, const Item& item) {
    const bool is_question = std::holds_alternative<Question>(item.otherwise);
    if (is_own_will(item.concept_id) && !is_question) {
        fields.refuse("concept", "only the citizen knows this: a question is needed");
    }
    if (std::holds_alternative<Paper>(item.otherwise) && !is_document(item.concept_id)) {
        fields.refuse("concept", "a paper is a concept of the kind \"document.…\"");
    }
    if (item.fallback_law && item.fallback_law->empty()) {
        fields.refuse("fallback_law", "the text is empty");
    }
}

}  // namespace

bool is_own_will(const ConceptId& concept_id) { return concept_id.value().starts_with("will."); }

bool is_document(const ConceptId& concept_id) {
    return concept_id.value().starts_with("document.");
}

LegalBasis read_basis(const Tree& entry, Fields& above, const std::string& path) {
    Fields fields(entry, above.file(), path);
    LegalBasis basis{.document = fields.text("document"), .verified = fields.truth("verified")};
    if (basis.document.empty()) fields.refuse("document", "the text is empty");
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return basis;
}

LegalBasis read_basis(Fields& above, std::string_view key) {
    const Tree* table = above.table(key);
    if (table == nullptr) {
        above.refuse(key, "nothing may be asked without a legal basis");
        return {};
    }
    return read_basis(*table, above, above.path_of(key));
}

Item read_item(const Tree& entry, Fields& above, const std::string& path,
               const Published& published) {
    Fields fields(entry, above.file(), path);
    Item item{.id = read_id(fields),
              .concept_id = read_concept(fields),
              .label = read_words(fields, "label"),
              .why = read_words(fields, "why"),
              .basis = read_basis(fields, "basis"),
              .otherwise = read_otherwise(fields),
              .fallback_law = fields.maybe_text("fallback_law"),
              .may_be_pending = fields.truth_or("may_be_pending", true),
              .when = read_condition(fields, "when")};
    check_sense(fields, item);
    check_once_only(fields, item, published);
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return item;
}

}  // namespace motlan

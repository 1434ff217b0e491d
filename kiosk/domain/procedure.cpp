#include "kiosk/domain/procedure.h"

#include <algorithm>
#include <set>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::int64_t kMostDong = 100'000'000;

LegalBasis read_basis(const Tree& entry, Fields& above, const std::string& path) {
    Fields fields(entry, above.file(), path);
    LegalBasis basis{.document = fields.text("document"), .verified = fields.truth("verified")};
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return basis;
}

LegalBasis read_basis(Fields& fields, std::string_view key) {
    const Tree* table = fields.table(key);
    if (table == nullptr) {
        fields.refuse(key, "nothing may be asked without a legal basis");
        return {};
    }
    return read_basis(*table, fields, fields.path_of(key));
}

ChoiceQuestion read_choices(const Tree::List& entries, Fields& above) {
    ChoiceQuestion question;
    if (entries.size() < 2 || entries.size() > 6) {
        above.refuse("choices", "two to six choices are needed");
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Fields fields(entries[i], above.file(), above.path_of("choices[" + std::to_string(i) + "]"));
        Choice choice{.value = fields.text("value"), .label = read_words(fields, "label")};
        if (auto problem = fields.done()) above.refuse(*std::move(problem));
        question.choices.push_back(std::move(choice));
    }
    return question;
}

NumberQuestion read_number(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), above.path_of("number"));
    NumberQuestion question{.least = fields.number("least", 0, 1'000'000),
                            .most = fields.number("most", 0, 1'000'000),
                            .usual = fields.number("usual", 0, 1'000'000),
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
    if ((choices != nullptr) + (number != nullptr) + longest.has_value() != 1) {
        fields.refuse("text", "exactly one of choices, number and longest_text is needed");
    }
    if (choices != nullptr) return read_choices(*choices, fields);
    if (number != nullptr) return read_number(*number, fields);
    return TextQuestion{.longest = static_cast<std::size_t>(longest.value_or(1))};
}

Question read_question(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), above.path_of("question"));
    Question question{.text = read_words(fields, "text"), .kind = read_kind(fields)};
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return question;
}

Paper read_paper(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), above.path_of("paper"));
    Paper paper{.how = read_words(fields, "how"),
                .most_pages = static_cast<int>(fields.maybe_number("most_pages", 1, 50).value_or(10))};
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
void check_once_only(Fields& fields, const Item& item, bool has_fallback_law, const Source* source) {
    if (source == nullptr) return;
    const bool can_ask = !std::holds_alternative<OfficeLooksUp>(item.otherwise);
    if (can_ask && !has_fallback_law) {
        const auto publication =
            std::ranges::find(source->publications, item.concept_id, &Publication::concept_id);
        fields.refuse("concept", "asks for what source " + source->id.value() + " has published (" +
                                     publication->act + ", from " + publication->from.to_iso() + ")");
    }
}

Item read_item(const Tree& entry, Fields& above, const std::string& path,
               const SourceRegister& sources, const CivilDate& day) {
    Fields fields(entry, above.file(), path);
    Item item{.id = ItemId(fields.text("id")),
              .concept_id = ConceptId(fields.text("concept")),
              .label = read_words(fields, "label"),
              .why = read_words(fields, "why"),
              .basis = read_basis(fields, "basis"),
              .otherwise = read_otherwise(fields),
              .may_be_pending = fields.truth_or("may_be_pending", true)};
    const auto fallback_law = fields.maybe_text("fallback_law");
    check_once_only(fields, item, fallback_law.has_value(),
                    sources.publisher_of(item.concept_id, day));
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return item;
}

Fee read_fee(Fields& above) {
    const Tree* table = above.table("fee");
    if (table == nullptr) {
        above.refuse("fee", "this key is missing");
        return {};
    }
    Fields fields(*table, above.file(), "fee");
    Fee fee{.dong = fields.maybe_number("dong", 0, kMostDong), .per = {}, .basis = read_basis(fields, "basis")};
    if (auto per = fields.maybe_text("per")) fee.per = ItemId(*per);
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return fee;
}

void read_items(Fields& fields, Procedure& procedure, const SourceRegister& sources,
                const CivilDate& day) {
    const Tree::List* entries = fields.list("item");
    if (entries == nullptr || entries->empty()) {
        fields.refuse("item", "a procedure needs at least one item");
        return;
    }
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const std::string path = "item[" + std::to_string(i) + "]";
        Item item = read_item((*entries)[i], fields, path, sources, day);
        if (procedure.find(item.id) != nullptr) {
            fields.refuse({fields.file(), (*entries)[i].line(), path + ".id", "this item is listed twice"});
        }
        procedure.items.push_back(std::move(item));
    }
}

void read_legal_bases(Fields& fields, Procedure& procedure) {
    const Tree::List* entries = fields.list("basis");
    if (entries == nullptr || entries->empty()) {
        fields.refuse("basis", "a procedure needs a legal basis");
        return;
    }
    for (std::size_t i = 0; i < entries->size(); ++i) {
        procedure.basis.push_back(
            read_basis((*entries)[i], fields, "basis[" + std::to_string(i) + "]"));
    }
}

}  // namespace

const Item* Procedure::find(const ItemId& id) const {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

Checked<Procedure> parse_procedure(const Tree& document, const std::string& file,
                                   const SourceRegister& sources, const CivilDate& day) {
    Fields fields(document, file);
    Procedure procedure{.code = ProcedureCode(fields.text("code")),
                        .version = static_cast<int>(fields.number("version", 1, 1'000'000)),
                        .name = read_words(fields, "name"),
                        .short_name = read_words(fields, "short_name"),
                        .result = read_words(fields, "result"),
                        .time_limit = read_words(fields, "time_limit"),
                        .minutes = static_cast<int>(fields.number("minutes", 1, 60)),
                        .fee = read_fee(fields),
                        .basis = {},
                        .items = {}};
    read_legal_bases(fields, procedure);
    read_items(fields, procedure, sources, day);
    if (procedure.fee.per && procedure.find(*procedure.fee.per) == nullptr) {
        fields.refuse("fee", "the fee counts an item that is not listed");
    }
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return procedure;
}

}  // namespace motlan

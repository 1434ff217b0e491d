// One thing that a procedure needs: its concept, why it is needed, by which law, and what may
// happen when no source holds it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/fields.h"
#include "kiosk/core/strong.h"
#include "kiosk/domain/condition.h"
#include "kiosk/domain/paper_value.h"
#include "kiosk/domain/source.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// Where a rule stands. `verified` is false for what is recalled only: never shown as certain.
struct LegalBasis {
    std::string document;
    bool verified = false;
};

/// One of a closed list of answers.
struct Choice {
    std::string value;
    Words label;
};

struct ChoiceQuestion {
    std::vector<Choice> choices;  ///< two to six
};
struct NumberQuestion {
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::int64_t usual = 0;  ///< where the counter starts
    Words unit;

    /// True when it is small enough for "more" and "less"; a larger one is typed.
    [[nodiscard]] bool is_counted() const { return most <= 30; }
};
struct TextQuestion {
    std::size_t longest = 120;  ///< letters
};
/// Somebody's number: the twelve digits of an identity card, or the nine of an earlier one.
struct PersonNumberQuestion {};
/// A commune or ward, chosen among those that this office knows.
struct UnitQuestion {};
using QuestionKind =
    std::variant<ChoiceQuestion, NumberQuestion, TextQuestion, PersonNumberQuestion, UnitQuestion>;

/// A question that only the citizen can answer, or may answer when no source does.
struct Question {
    Words text;
    QuestionKind kind;
    std::optional<ValueOnPaper> on_paper{};  ///< of what is typed: a scan may suggest the answer
};

/// A paper that may be scanned when no source holds it.
struct Paper {
    Words how;  ///< one sentence about what to lay on the glass
    int most_pages = 10;
    /// What may stand at its head, in Vietnamese; empty where many kinds of paper will do.
    std::vector<std::string> titles{};
};

/// Nothing can be asked: when no source answers, the office looks it up itself.
struct OfficeLooksUp {};

/// One datum or paper that the procedure needs.
struct Item {
    ItemId id;
    ConceptId concept_id;
    Words label;
    Words why;
    LegalBasis basis;
    std::variant<OfficeLooksUp, Question, Paper> otherwise;
    std::optional<std::string> fallback_law;  ///< lets us ask for what a source has published
    bool may_be_pending = true;               ///< the law lets the office look it up later
    std::optional<Condition> when;            ///< needed only then; empty: always
};

/// The kind of question that the item asks; nullptr when it asks none.
[[nodiscard]] inline const QuestionKind* kind_of(const Item& item) {
    const Question* question = std::get_if<Question>(&item.otherwise);
    return question != nullptr ? &question->kind : nullptr;
}

/// The item's question when it is of that kind; nullptr otherwise.
template <typename Kind>
[[nodiscard]] const Kind* question_of(const Item& item) {
    const QuestionKind* kind = kind_of(item);
    return kind != nullptr ? std::get_if<Kind>(kind) : nullptr;
}

/// Where the answer to the item's question may stand; nullptr when no paper is known to say it.
[[nodiscard]] inline const ValueOnPaper* value_on_paper(const Item& item) {
    const auto* question = std::get_if<Question>(&item.otherwise);
    return question != nullptr && question->on_paper ? &*question->on_paper : nullptr;
}

/// What the reading of an item is checked against.
struct Published {
    const SourceRegister& sources;
    CivilDate day;  ///< what is published on this day counts
};

/// True for what only the citizen can know: the concepts "will.…".
[[nodiscard]] bool is_own_will(const ConceptId& concept_id);

/// True for a paper: the concepts "document.…".
[[nodiscard]] bool is_document(const ConceptId& concept_id);

/// Reads a table with the keys document and verified; a missing one is a problem of `above`.
[[nodiscard]] LegalBasis read_basis(Fields& above, std::string_view key);
[[nodiscard]] LegalBasis read_basis(const Tree& entry, Fields& above, const std::string& path);

/// Reads one [[item]]. A question or paper for a concept that a source has published, without the
/// law that allows it, is a problem; so is an own will that nobody is asked for.
[[nodiscard]] Item read_item(const Tree& entry, Fields& above, const std::string& path,
                             const Published& published);

}  // namespace motlan

// A procedure as the catalogue describes it: what it needs, why, and by which law.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/strong.h"
#include "kiosk/domain/source.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// National code, e.g. "2.000635".
using ProcedureCode = Strong<struct ProcedureCodeTag, std::string>;
/// An item of one procedure, e.g. "copies".
using ItemId = Strong<struct ItemIdTag, std::string>;

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
};
struct TextQuestion {
    std::size_t longest = 120;  ///< letters
};
using QuestionKind = std::variant<ChoiceQuestion, NumberQuestion, TextQuestion>;

/// A question that only the citizen can answer, or may answer when no source does.
struct Question {
    Words text;
    QuestionKind kind;
};

/// A paper that may be scanned when no source holds it.
struct Paper {
    Words how;  ///< one sentence about what to lay on the glass
    int most_pages = 10;
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
    bool may_be_pending = true;  ///< the law lets the office look it up later
};

/// A fee in đồng: a fixed sum, a sum per answer of a number item, or not known to us.
struct Fee {
    std::optional<std::int64_t> dong;  ///< empty: set by the province, ask at the counter
    std::optional<ItemId> per;         ///< number item that multiplies it
    LegalBasis basis;
};

struct Procedure {
    ProcedureCode code;
    int version = 1;
    Words name;
    Words short_name;  ///< at most six words, for the list
    Words result;
    Words time_limit;
    int minutes = 5;  ///< how long the visit takes, estimated
    Fee fee;
    std::vector<LegalBasis> basis;
    std::vector<Item> items;

    [[nodiscard]] const Item* find(const ItemId& id) const;
};

/// Reads one config/procedures/*.toml. A question or paper for a concept that a source has
/// published without a lawful fallback is a problem: such a procedure does not load.
[[nodiscard]] Checked<Procedure> parse_procedure(const Tree& document, const std::string& file,
                                                 const SourceRegister& sources, const CivilDate& day);

}  // namespace motlan

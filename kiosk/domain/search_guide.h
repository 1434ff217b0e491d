// A few questions that lead somebody who does not know its name to a procedure: what has happened
// in life, or, for "I don't know", three questions in a row.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/domain/procedure.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// Leads to another question or to procedures, never to both.
struct GuideAnswer {
    std::string id;
    Words label;
    std::optional<Words> hint;
    std::string question;              ///< the next question's id; empty when procedures follow
    std::vector<ProcedureCode> codes;  ///< the most wanted first

    bool operator==(const GuideAnswer&) const = default;
};

struct GuideQuestion {
    std::string id;
    Words text;
    std::vector<GuideAnswer> answers;

    bool operator==(const GuideQuestion&) const = default;
};

struct Guide {
    std::vector<GuideQuestion> questions;
    std::string first;   ///< life events: where everybody starts
    std::string unsure;  ///< the first of the questions for "I don't know"

    [[nodiscard]] const GuideQuestion* find(std::string_view id) const;
    bool operator==(const Guide&) const = default;
};

/// Questions in a row, at most (ux, screen C04).
inline constexpr std::size_t kMostQuestions = 3;

/// Reads the keys `first`, `unsure` and `question` of search.toml. A question that leads nowhere,
/// in a circle, to itself too late, or that nobody can come to is a problem.
[[nodiscard]] Guide read_guide(Fields& fields);

/// The guide without what leads to no procedure of this kiosk.
[[nodiscard]] Guide within(const Guide& guide, std::span<const Procedure> procedures);

/// Every procedure that the question leads to, also through others, each once.
[[nodiscard]] std::vector<ProcedureCode> reachable(const Guide& guide, std::string_view question);

}  // namespace motlan

// A question to a source of the State and its signed answer (formats.md 4). The visit's process
// writes the question and verifies the answer; what carries them sees them only in flight.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/personal.h"
#include "kiosk/core/tree.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

struct SourceQuery {
    std::string id;                 ///< 32 random hexadecimal digits: random_id()
    Personal<std::string> citizen;  ///< the number; empty when `code` says who it is
    Personal<std::string> code;     ///< of the citizen's application, opaque
    Personal<std::string> company;  ///< the tax code of whom it is about; empty: about the citizen
    std::vector<std::string> concepts;
    std::string consent;
    std::string procedure;
    std::string source;
};

enum class AnswerStatus : std::uint8_t { Found, NotFound, Incomplete };

/// A verified answer: about this query, from this source, with asked concepts only.
struct SourceAnswer {
    AnswerStatus status = AnswerStatus::NotFound;
    WallTime answered{};
    std::map<std::string, Personal<std::string>> values;
};

/// The query's document.
[[nodiscard]] Tree to_tree(const SourceQuery& query);

/// Reads the content of an answer to that query. Fails with Fault::SourceAnswerForged, and with
/// SourceAnswerContradictory when its status and its values do not go together.
[[nodiscard]] Result<SourceAnswer> parse_answer(std::string_view content, const SourceQuery& query);

/// Opens an answer: signature, role and signer as `trust` says, then its content.
/// Fails with Fault::SourceAnswerForged, SourceAnswerContradictory, or SourceAnswerStale when it
/// was answered more than an hour before or after `at`: it was made for an earlier question.
[[nodiscard]] Result<SourceAnswer> open_answer(ByteView cms, const SourceQuery& query,
                                               const Trust& trust, WallTime at);

}  // namespace motlan

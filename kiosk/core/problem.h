// What is wrong with a document that a technician or an author wrote: where, and why.
#pragma once

#include <expected>
#include <string>

namespace motlan {

/// One problem of a written document. Never holds personal data.
struct Problem {
    std::string file;
    int line = 0;        ///< from 1; 0 when the whole file is meant
    std::string key;     ///< dotted path, e.g. "field[2].why.vi"; may be empty
    std::string reason;  ///< one sentence without a full stop

    bool operator==(const Problem&) const = default;
};

/// "file:line: key: reason", for a terminal or a log of the technician.
[[nodiscard]] std::string to_text(const Problem& problem);

/// A document's value, or the first problem that kept us from it.
template <typename T>
using Checked = std::expected<T, Problem>;

}  // namespace motlan

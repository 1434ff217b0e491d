// What people say when they mean a procedure: config/search.toml. Words and life events for each
// procedure, words that mean the same, words that say nothing, and the guide's questions.
#pragma once

#include <string>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/domain/procedure.h"
#include "kiosk/domain/search_guide.h"

namespace motlan {

/// What people say of one procedure.
struct Saying {
    ProcedureCode code;
    std::vector<std::string> phrases;  ///< Vietnamese: other names, and what has happened in life
    std::vector<std::string> english;

    bool operator==(const Saying&) const = default;
};

struct SearchBook {
    std::vector<Saying> sayings;
    std::vector<std::vector<std::string>> same;  ///< words of one meaning; the first stands for all
    std::vector<std::string> fillers;            ///< words that hardly tell procedures apart
    Guide guide;
};

/// Reads search.toml strictly. Texts are NFC and at most 60 letters long; a code stands there once.
[[nodiscard]] Checked<SearchBook> parse_search_book(const Tree& document, const std::string& file);

}  // namespace motlan

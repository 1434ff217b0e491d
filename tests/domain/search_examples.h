// The shipped search over the shipped catalogue, and what citizens say, for the tests of search.
#pragma once

#include <string>
#include <string_view>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/search.h"
#include "tests/domain/shipped.h"

namespace motlan::examples {

inline SearchBook shipped_book() {
    auto book = parse_search_book(read_shipped("config/search.toml"), "search.toml");
    if (!book) FAIL(to_text(book.error()));
    return *std::move(book);
}

/// A procedure that is known by its name only.
inline Procedure named(std::string code, std::string name) {
    Procedure procedure;
    procedure.code = ProcedureCode(std::move(code));
    procedure.name = {name, name};
    procedure.short_name = procedure.name;
    return procedure;
}

/// What a citizen said, and the procedure that was meant.
struct Said {
    std::string words;
    std::string code;
};

/// A part of tests/data/search_phrases.toml.
inline std::vector<Said> said(std::string_view part) {
    std::vector<Said> all;
    const Tree document = read_shipped("tests/data/search_phrases.toml");
    const Tree phrases(document.table_at(part));
    Fields fields(phrases, "search_phrases.toml");
    for (const auto& entry : document.table_at(part)) {
        for (std::string& words : fields.texts(entry.first)) {
            all.push_back({std::move(words), entry.first});
        }
    }
    return all;
}

}  // namespace motlan::examples

// The shipped search over the shipped catalogue, and what citizens say, for the tests of search.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/search.h"
#include "tests/domain/examples.h"
#include "tests/support/checkout.h"

namespace motlan::examples {

inline Tree read_document(const std::filesystem::path& file) {
    auto tree = read_toml(checkout() / file);
    if (!tree) FAIL(to_text(tree.error()));
    return *std::move(tree);
}

inline SearchBook shipped_book() {
    auto book = parse_search_book(read_document("config/search.toml"), "search.toml");
    if (!book) FAIL(to_text(book.error()));
    return *std::move(book);
}

inline std::vector<Procedure> shipped_procedures() {
    const SourceRegister known =
        SourceRegister::parse(read_document("config/sources.toml"), "sources.toml").value();
    std::vector<Procedure> all;
    for (const auto& entry :
         std::filesystem::directory_iterator(checkout() / "config" / "procedures")) {
        if (entry.path().extension() != ".toml") continue;
        auto one =
            parse_procedure(read_document(entry.path()), entry.path().string(), known, today());
        if (!one) FAIL(to_text(one.error()));
        all.push_back(*std::move(one));
    }
    std::ranges::sort(all, {}, &Procedure::code);
    return all;
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
    const Tree document = read_document("tests/data/search_phrases.toml");
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

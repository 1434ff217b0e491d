// The catalogue that is shipped and the invented people, for the tests of domain.
#pragma once

#include <algorithm>
#include <filesystem>
#include <format>
#include <map>
#include <set>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/acquisition.h"
#include "tests/domain/examples.h"
#include "tests/support/checkout.h"

namespace motlan::examples {

inline Tree read_shipped(const std::filesystem::path& file) {
    auto tree = read_toml(checkout() / file);
    if (!tree) FAIL(to_text(tree.error()));
    return *std::move(tree);
}

/// The names of the *.toml files in a folder of the checkout, in order.
inline std::vector<std::string> shipped_files(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(checkout() / folder)) {
        if (entry.path().extension() == ".toml") names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

inline SourceRegister shipped_sources() {
    auto known = SourceRegister::parse(read_shipped("config/sources.toml"), "sources.toml");
    if (!known) FAIL(to_text(known.error()));
    return *std::move(known);
}

inline std::vector<Procedure> shipped_procedures() {
    const SourceRegister known = shipped_sources();
    std::vector<Procedure> all;
    for (const std::string& file : shipped_files("config/procedures")) {
        auto read =
            parse_procedure(read_shipped("config/procedures/" + file), file, known, today());
        if (!read) FAIL(to_text(read.error()));
        all.push_back(*std::move(read));
    }
    return all;
}

/// An invented person: what the card says, and what each source holds.
struct Person {
    std::string name;
    Profile profile;
    Tree sources;

    /// What this source says about the concepts, as the province answers.
    [[nodiscard]] SourceVerdict verdict(const SourceId& source, const ConceptId& wanted) const {
        const Tree* held = sources.find(source.value());
        if (held == nullptr) return SourceVerdict::NotFound;
        const bool is_held = held->find(wanted.value()) != nullptr;
        return is_held ? SourceVerdict::Held : SourceVerdict::Incomplete;
    }
};

inline Person read_person(const std::string& file) {
    const Tree tree = read_shipped("tests/data/people/" + file);
    const Tree& card = *tree.find("card");
    std::string code;
    for (const char* key :
         {"number", "old_number", "full_name", "birth_date", "sex", "address", "issued"}) {
        code += (code.empty() ? "" : "|") + std::string(card.text_at(key));
    }
    return {file, profile(code), *tree.find("sources")};
}

inline std::vector<Person> people() {
    std::vector<Person> all;
    for (const std::string& file : shipped_files("tests/data/people")) {
        all.push_back(read_person(file));
    }
    return all;
}

}  // namespace motlan::examples

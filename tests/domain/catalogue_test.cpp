// The catalogue that is shipped: it loads, and it asks little.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/acquisition.h"
#include "tests/domain/examples.h"
#include "tests/support/checkout.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

Tree read_config(const fs::path& file) {
    auto tree = read_toml(checkout() / "config" / file);
    if (!tree) FAIL(to_text(tree.error()));
    return *std::move(tree);
}

SourceRegister shipped_sources() {
    auto known = SourceRegister::parse(read_config("sources.toml"), "sources.toml");
    if (!known) FAIL(to_text(known.error()));
    return *std::move(known);
}

std::vector<Procedure> shipped_procedures() {
    const SourceRegister known = shipped_sources();
    std::vector<Procedure> all;
    for (const auto& entry : fs::directory_iterator(checkout() / "config" / "procedures")) {
        const std::string file = "procedures/" + entry.path().filename().string();
        auto read = parse_procedure(read_config(file), file, known, examples::today());
        if (!read) FAIL(to_text(read.error()));
        CHECK(entry.path().stem() == read->code.value());
        all.push_back(*std::move(read));
    }
    return all;
}

}  // namespace

TEST_CASE("every shipped procedure loads and is named after its code", "[domain]") {
    CHECK(shipped_procedures().size() >= 2);
}

TEST_CASE("with all sources expected to answer, no shipped procedure asks much", "[domain]") {
    const SourceRegister known = shipped_sources();

    for (const Procedure& procedure : shipped_procedures()) {
        INFO(procedure.code.value());
        const auto expected = expected_plan(procedure, known, examples::today());
        CHECK(std::ranges::count_if(expected.items, &Acquisition::is_asked) <= 5);
    }
}

}  // namespace motlan

// JSON in and out: the conformance suite that nobody here wrote, and our own stricter bounds.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "tests/support/checkout.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

/// Names in the suite that RFC 8259 lets a reader accept and we refuse on purpose: a key twice
/// is the usual way to make two readers see two documents.
const std::set<std::string> kRefusedOnPurpose{"y_object_duplicated_key.json",
                                              "y_object_duplicated_key_and_value.json"};

fs::path suite() { return checkout() / "../shared/data/json-testsuite"; }

std::vector<fs::path> cases(const std::string& prefix) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(suite())) {
        if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path());
    }
    return found;
}

std::string bytes_of(const fs::path& file) {
    auto text = read_text(file, std::size_t{16} << 20U);
    REQUIRE(text.has_value());
    return *std::move(text);
}

std::string nested(int depth) {
    const auto levels = static_cast<std::size_t>(depth);
    return std::string(levels, '[') + std::string(levels, ']');
}

}  // namespace

TEST_CASE("every document that must be read is read", "[core]") {
    if (!fs::exists(suite())) SKIP("the JSON test suite is not beside the project");
    const auto files = cases("y_");
    REQUIRE(files.size() > 90);

    for (const auto& file : files) {
        const std::string name = file.filename().string();
        INFO(name);
        CHECK(parse_json(bytes_of(file)).has_value() == !kRefusedOnPurpose.contains(name));
    }
}

TEST_CASE("every document that must be refused is refused", "[core]") {
    if (!fs::exists(suite())) SKIP("the JSON test suite is not beside the project");
    const auto files = cases("n_");
    REQUIRE(files.size() > 180);

    for (const auto& file : files) {
        INFO(file.filename().string());
        CHECK_FALSE(parse_json(bytes_of(file)).has_value());
    }
}

TEST_CASE("what may be read or refused is read back as it was written", "[core]") {
    if (!fs::exists(suite())) SKIP("the JSON test suite is not beside the project");

    for (const auto& file : cases("")) {
        const auto read = parse_json(bytes_of(file));
        if (!read) continue;
        INFO(file.filename().string());
        const auto again = parse_json(to_json(*read));
        REQUIRE(again.has_value());
        CHECK(to_json(*again) == to_json(*read));
    }
}

TEST_CASE("a key that stands twice refuses the document", "[core]") {
    CHECK(parse_json(R"({"a":1,"a":2})").error() == Fault::MessageMalformed);
    CHECK(parse_json(R"({"a":{"b":1},"b":1})").has_value());
}

TEST_CASE("a document that is too deep or too long is refused", "[core]") {
    CHECK(parse_json(nested(kJsonDepthLimit)).has_value());
    CHECK_FALSE(parse_json(nested(kJsonDepthLimit + 1)).has_value());
    CHECK(parse_json(std::string(kJsonLimit - 1, ' ') + "1").has_value());
    CHECK_FALSE(parse_json(std::string(kJsonLimit, ' ') + "1").has_value());
}

TEST_CASE("a canonical document has sorted keys, no white space and its letters as they are",
          "[core]") {
    const Tree tree =
        Tree::Table{{"tên", "Hoà"}, {"a", Tree::List{1, true, Tree()}}, {"B", "\n\""}};

    CHECK(to_json(tree) == "{\"B\":\"\\n\\\"\",\"a\":[1,true,null],\"tên\":\"Hoà\"}");
}

TEST_CASE("whole numbers keep all of their 64 bits", "[core]") {
    const auto least = parse_json("-9223372036854775808");
    const auto most = parse_json("9223372036854775807");

    REQUIRE(least->number() != nullptr);
    REQUIRE(most->number() != nullptr);
    CHECK(*least->number() == INT64_MIN);
    CHECK(*most->number() == INT64_MAX);
    CHECK(parse_json("9223372036854775808")->number() == nullptr);
}

}  // namespace motlan

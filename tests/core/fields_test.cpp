// Strict reading of written documents: where it is wrong and why.
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/fields.h"
#include "kiosk/core/toml.h"

namespace motlan {
namespace {

Tree document(const std::string& text) {
    auto tree = parse_toml(text, "a.toml");
    REQUIRE(tree.has_value());
    return *tree;
}

}  // namespace

TEST_CASE("a table whose keys are all taken has no problem", "[core]") {
    const Tree tree = document("name = \"x\"\ncount = 3\nis_on = true\nwords = [\"a\", \"b\"]\n");
    Fields fields(tree, "a.toml");

    CHECK(fields.text("name") == "x");
    CHECK(fields.number("count", 1, 5) == 3);
    CHECK(fields.truth("is_on"));
    CHECK(fields.texts("words") == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(fields.done().has_value());
}

TEST_CASE("a key that nobody asked for is a problem at its line", "[core]") {
    const Tree tree = document("name = \"x\"\n\ncolour = \"red\"\n");
    Fields fields(tree, "a.toml");
    (void)fields.text("name");

    CHECK(fields.done() == Problem{"a.toml", 3, "colour", "this key is not known"});
}

TEST_CASE("a missing key is a problem of its table", "[core]") {
    const Tree tree = document("\n\n[fee]\nunit = \"d\"\n");
    Fields fields(*tree.find("fee"), "a.toml", "fee");
    (void)fields.text("unit");
    (void)fields.number("dong", 0, 9);

    CHECK(fields.done() == Problem{"a.toml", 3, "fee.dong", "this key is missing"});
}

TEST_CASE("a value of the wrong kind is a problem at its line", "[core]") {
    const Tree tree = document("name = 7\ncount = \"3\"\nis_on = 1\nlist = {}\ntable = []\n");
    const auto problem = [&](auto take) {
        Fields fields(tree, "a.toml");
        take(fields);
        return fields.done().value();
    };

    CHECK(problem([](Fields& f) { (void)f.text("name"); }) ==
          Problem{"a.toml", 1, "name", "a text is needed here"});
    CHECK(problem([](Fields& f) { (void)f.number("count", 1, 9); }) ==
          Problem{"a.toml", 2, "count", "a whole number from 1 to 9 is needed here"});
    CHECK(problem([](Fields& f) { (void)f.truth("is_on"); }) ==
          Problem{"a.toml", 3, "is_on", "true or false is needed here"});
    CHECK(problem([](Fields& f) { (void)f.list("list"); }) ==
          Problem{"a.toml", 4, "list", "a list is needed here"});
    CHECK(problem([](Fields& f) { (void)f.table("table"); }) ==
          Problem{"a.toml", 5, "table", "a table is needed here"});
}

TEST_CASE("a number out of its range is a problem", "[core]") {
    const Tree tree = document("count = 12\n");
    Fields fields(tree, "a.toml");

    CHECK(fields.number("count", 1, 9) == 1);
    CHECK(fields.done()->reason == "a whole number from 1 to 9 is needed here");
}

TEST_CASE("the first problem is the one that is told", "[core]") {
    const Tree tree = document("a = 1\nb = 2\n");
    Fields fields(tree, "a.toml");
    (void)fields.text("b");
    (void)fields.text("a");

    CHECK(fields.done()->key == "b");
}

TEST_CASE("something that is no table is a problem by itself", "[core]") {
    const Tree tree("text");
    Fields fields(tree, "a.toml", "item[0]");
    (void)fields.text("id");

    CHECK(fields.done() == Problem{"a.toml", 0, "item[0]", "a table is needed here"});
}

TEST_CASE("a problem reads as file, line, key and reason", "[core]") {
    CHECK(to_text({"a.toml", 7, "fee.dong", "this key is missing"}) ==
          "a.toml:7: fee.dong: this key is missing");
    CHECK(to_text({"a.toml", 0, "", "the file is empty"}) == "a.toml: the file is empty");
}

}  // namespace motlan

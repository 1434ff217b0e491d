// TOML in: kinds, lines, and what an author can get wrong.
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/toml.h"

namespace motlan {

TEST_CASE("every kind of value is read with its line", "[core]") {
    const auto tree = parse_toml(
        "text = \"Nghệ An\"\nnumber = 7\ntruth = true\nreal = 0.5\nlist = [1, 2]\n[table]\nkey = "
        "1\n",
        "a.toml");

    REQUIRE(tree.has_value());
    CHECK(tree->text_at("text") == "Nghệ An");
    CHECK(tree->number_at("number") == 7);
    CHECK(tree->truth_at("truth"));
    CHECK(*tree->find("real")->real() == 0.5);
    CHECK(tree->list_at("list").size() == 2);
    CHECK(tree->find("table")->find("key")->line() == 7);
}

TEST_CASE("a syntax fault is told with its line", "[core]") {
    const auto tree = parse_toml("a = 1\nb = = 2\n", "a.toml");

    REQUIRE_FALSE(tree.has_value());
    CHECK(tree.error().file == "a.toml");
    CHECK(tree.error().line == 2);
    CHECK_FALSE(tree.error().reason.empty());
}

TEST_CASE("a key that stands twice refuses the document", "[core]") {
    CHECK_FALSE(parse_toml("a = 1\na = 2\n", "a.toml").has_value());
}

TEST_CASE("a bare date is refused with advice", "[core]") {
    const auto tree = parse_toml("\nfrom = 2026-07-01\n", "a.toml");

    REQUIRE_FALSE(tree.has_value());
    CHECK(tree.error() == Problem{"a.toml", 2, "", "write a date as text, \"2026-07-01\""});
}

TEST_CASE("bytes that are not UTF-8 refuse the document", "[core]") {
    CHECK_FALSE(parse_toml("a = \"\xFF\"\n", "a.toml").has_value());
}

TEST_CASE("a document that is too long is refused unread", "[core]") {
    CHECK_FALSE(parse_toml(std::string((std::size_t{1} << 20U) + 1, '#'), "a.toml").has_value());
}

TEST_CASE("a document that is too deep is refused, however the depth is written", "[core]") {
    std::string dotted = "a";
    for (int i = 0; i < 100'000; ++i) dotted += ".a";
    const std::string deep(100'000, '[');

    CHECK_FALSE(parse_toml(dotted + " = 1\n", "a.toml").has_value());
    CHECK_FALSE(parse_toml("[" + dotted + "]\n", "a.toml").has_value());
    CHECK_FALSE(parse_toml("a = " + deep, "a.toml").has_value());
    CHECK_FALSE(parse_toml("a = ''\na = [{" + dotted + " = 1}]", "a.toml").has_value());
}

TEST_CASE("dots in texts and remarks are no depth", "[core]") {
    const auto tree = parse_toml(
        "a = \"1.2.3.4.5.6.7.8 \\\" 1.2.3.4.5.6\" # 1.2.3.4.5.6.7\nb = "
        "\"\"\"\n1.2.3.4.5.6\"\n\"\"\"\n"
        "c = '1.2.3.4.5.6\\'\nd.e.f = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5]\n",
        "a.toml");

    REQUIRE(tree.has_value());
    CHECK(tree->text_at("c") == "1.2.3.4.5.6\\");
}

}  // namespace motlan

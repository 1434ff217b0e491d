// What a procedure costs.
#include <optional>
#include <string>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

Checked<Procedure> with_fee(std::string_view fee) {
    std::string text(examples::kHead);
    const std::string usual = "dong = 0, ";
    text.replace(text.find(usual), usual.size(), fee);
    return examples::read(text + item("pages", "will.pages", examples::kNumber) +
                          item("poor", "will.poor", examples::kChoice) +
                          item("original", "document.original", examples::kPaper));
}

std::optional<std::int64_t> sum(std::string_view fee, const char* pages, const char* poor = "no") {
    const auto read = with_fee(fee);
    if (!read) FAIL(to_text(read.error()));
    Facts facts;
    if (pages != nullptr) facts.values.emplace(ItemId("pages"), pages);
    facts.values.emplace(ItemId("poor"), poor);
    return sum_of(read->fee, facts);
}

constexpr std::string_view kFree =
    "exemption = [{ label = { vi = \"Hộ nghèo\", en = \"Poor\" }, dong = 0, "
    "when = { item = \"poor\", is = \"yes\" }, basis = { document = \"Luật\", verified = false } "
    "}], ";

}  // namespace

TEST_CASE("a fee is a sum, a sum for each, or the province's", "[domain]") {
    CHECK(sum("dong = 15000, ", nullptr) == 15000);
    CHECK(sum("dong = 8000, per = \"pages\", ", "3") == 24000);
    CHECK(sum("", "3") == std::nullopt);
    CHECK(sum("dong = 8000, per = \"pages\", ", nullptr) == std::nullopt);
}

TEST_CASE("a stepped fee costs less after the first ones and has an end", "[domain]") {
    const char* fee = "dong = 2000, per = \"pages\", first = 2, then_dong = 1000, most = 200000, ";

    CHECK(sum(fee, "1") == 2000);
    CHECK(sum(fee, "2") == 4000);
    CHECK(sum(fee, "9") == 11000);
    CHECK(sum(fee, "1000") == 200000);
}

TEST_CASE("the pages of a paper are counted, times the copies", "[domain]") {
    const std::string fee =
        "dong = 2000, per = \"original\", first = 2, then_dong = 1000, "
        "most = 200000, times = \"pages\", ";
    const std::string unit = "unit = { vi = \"trang\", en = \"page\" }, ";
    const auto read = with_fee(fee + unit);
    if (!read) FAIL(to_text(read.error()));
    Facts facts;
    facts.values = {{ItemId("original"), "5"}, {ItemId("pages"), "3"}};

    CHECK(sum_of(read->fee, facts) == 3 * 7000);
    facts.values.erase(ItemId("original"));
    CHECK(sum_of(read->fee, facts) == std::nullopt);
    CHECK(to_text(with_fee(fee).error()).contains("a paper that is counted needs a unit"));
    CHECK(to_text(with_fee("dong = 1, times = \"poor\", ").error())
              .contains("multiplied by an item that is no number"));
}

TEST_CASE("a count that is none has no sum", "[domain]") {
    for (const char* count : {"", "x", "-1", "3x", "99999999999999999999"}) {
        CHECK(sum("dong = 8000, per = \"pages\", ", count) == std::nullopt);
    }
}

TEST_CASE("who is exempt pays what the exemption says", "[domain]") {
    const std::string fee = "dong = 15000, " + std::string(kFree);

    CHECK(sum(fee, "1", "yes") == 0);
    CHECK(sum(fee, "1", "no") == 15000);
    CHECK(sum(std::string(kFree), "1", "yes") == 0);
}

TEST_CASE("each fault of a fee is told", "[domain]") {
    const auto reason = [](std::string_view fee) { return to_text(with_fee(fee).error()); };

    CHECK(reason("dong = 1, most = 5, ") == "p.toml:9: fee.per: steps need something to count");
    CHECK(reason("dong = 1, per = \"pages\", first = 2, ") ==
          "p.toml:9: fee.first: first and then_dong belong together");
    CHECK(reason("dong = 1, exemption = [{ label = { vi = \"a\", en = \"b\" }, dong = 0, basis = { "
                 "document = \"Luật\", verified = true } }], ") ==
          "p.toml:9: fee.exemption[0].when: an exemption says for whom it is");
    CHECK(
        reason(
            "dong = 1, exemption = [{ label = { vi = \"a\", en = \"b\" }, dong = 0, when = { item "
            "= \"x\", is = \"y\" }, basis = { document = \"Luật\", verified = true } }], ") ==
        "p.toml:9: fee.exemption[0].when: there is no item x before this one");
}

}  // namespace motlan

// What a checker tells the author of a procedure that loads.
#include "kiosk/domain/check.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "tests/domain/examples.h"

namespace motlan {
namespace {

std::string with(std::string_view from, std::string_view to) {
    std::string text = std::string(examples::kHead) +
                       "term = { working_days = 1, basis = { document "
                       "= \"Luật mẫu\", verified = true } }\n" +
                       examples::item("reason", "will.reason", examples::kChoice) +
                       examples::item("lease", "document.lease", examples::kPaper);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// "rule key" of the only remark about the changed procedure; what else there is otherwise.
std::string remark_on(std::string_view from, std::string_view to) {
    const auto procedure = examples::read(with(from, to));
    if (!procedure) return to_text(procedure.error());
    std::string all;
    for (const Remark& remark : check_procedure(*procedure)) {
        all += (all.empty() ? "" : ", ") + std::string(remark.rule) + " " + remark.key +
               (remark.is_error ? "" : " (note)");
    }
    return all;
}

}  // namespace

TEST_CASE("there is nothing to mend in a procedure of short and plain words", "[domain]") {
    CHECK(remark_on("Vì", "Vì sao") == "");
}

TEST_CASE("words that a citizen stumbles over are told with their place", "[domain]") {
    CHECK(remark_on("Nhãn", "Thành phần hồ sơ") == "jargon item.reason.label.vi");
    CHECK(remark_on("Nhãn", "Giấy XYZ") == "no-spoken-form item.reason.label.vi");
    CHECK(remark_on("Nhãn", "Giấy của UBND") == "");
    CHECK(remark_on("Vì", "a b c d e f g h i k l m n o p q r") ==
          "long-sentence item.reason.why.vi");
    CHECK(remark_on("Vì", "a b c d e f g h i. k l m n o p q r") == "");
    CHECK(remark_on("Why", "Because of something that is told at great length") ==
          "long-english item.reason.why.en");
    CHECK(remark_on("Nào?", "Nào") == "no-question item.reason.question.text");
    CHECK(remark_on("Không", "a b c d e f g h i") ==
          "long-choice item.reason.question.choice.no.vi");
}

TEST_CASE("what nobody has confirmed is worth knowing and stops nobody", "[domain]") {
    CHECK(remark_on("document = \"Luật mẫu\", verified = true }]",
                    "document = \"Luật mẫu\", verified = false }]") == "unverified basis (note)");
    CHECK(remark_on("fee = { dong = 0, ", "fee = { ") == "no-fee fee.dong (note)");
}

TEST_CASE("without a term the due day is not told before the receipt", "[domain]") {
    const auto procedure = examples::read(
        std::string(examples::kHead) + examples::item("reason", "will.reason", examples::kChoice));

    const auto remarks = check_procedure(procedure.value());

    CHECK(std::ranges::contains(remarks, "no-due-day", &Remark::rule));
}

}  // namespace motlan

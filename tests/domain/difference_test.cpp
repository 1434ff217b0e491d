// Two versions of a procedure, compared for the one who must approve the new one.
#include "kiosk/domain/difference.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

using Sentences = std::vector<std::string>;

Procedure procedure(const std::string& items, std::string_view version = "version = 1") {
    std::string text(examples::kHead);
    text.replace(text.find("version = 1"), std::string_view("version = 1").size(), version);
    return examples::read(text + items).value();
}

}  // namespace

TEST_CASE("a procedure differs from itself in nothing", "[domain]") {
    const Procedure one = procedure(item("reason", "will.reason", examples::kChoice));

    CHECK(differences(one, one).empty());
}

TEST_CASE("new, dropped and differently obtained items are told in words", "[domain]") {
    const Procedure before = procedure(item("reason", "will.reason", examples::kChoice) +
                                       item("lease", "document.lease", examples::kPaper));
    const Procedure after = procedure(item("reason", "will.reason", examples::kText) +
                                          item("copies", "will.copies", examples::kNumber),
                                      "version = 2");

    CHECK(differences(before, after) ==
          Sentences{"version: \"1\" becomes \"2\"", "item lease (Nhãn) is no longer needed",
                    "item reason, obtained: \"a choice\" becomes \"a text to type\"",
                    "item reason, question: \"Nào?\" becomes \"Gì?\"",
                    "item reason, choices: \"Có, Không\" becomes \"\"",
                    "item copies (Nhãn) is new: a number"});
}

TEST_CASE("a changed condition is told as a sentence", "[domain]") {
    const std::string reason = item("reason", "will.reason", examples::kChoice);
    const Procedure before = procedure(reason + item("lease", "document.lease", examples::kPaper));
    const Procedure after =
        procedure(reason + item("lease", "document.lease",
                                std::string(examples::kPaper) +
                                    "\nwhen = { all = [{ item = \"reason\", is = [\"yes\"] }, "
                                    "{ not = { age_below = 14 } }] }"));

    CHECK(differences(before, after) ==
          Sentences{"item lease, needed when: \"always\" becomes \"reason is yes and not (age is 0 "
                    "to 13)\""});
}

}  // namespace motlan

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/province/conformance/examination.h"
#include "tests/province/served.h"

namespace motlan::province {
namespace {

Examination examined(Served& served) {
    const auto other = served.home().parent_path() / "other";
    REQUIRE(enrol_kiosk(served.home(), {.kiosk = "NA-VINH-04", .out = other, .address = {}}));
    Backend backend{.host = "127.0.0.1",
                    .port = served.province().port(),
                    .enrolment = served.enrolment(),
                    .other = other,
                    .authority = read_text(served.enrolment() / "ca.pem", 1 << 14).value(),
                    .recipient = {},
                    .signers = {},
                    .source = {},
                    .pause = {}};
    return examine(std::move(backend));
}

bool is_broken(const Examination& examination, std::string_view rule) {
    return std::ranges::any_of(examination.findings(), [&](const Finding& each) {
        return !each.holds && each.rule.starts_with(rule);
    });
}

TEST_CASE("this province keeps every rule of the contract", "[province]") {
    Served served;

    const Examination examination = examined(served);

    INFO(examination.to_text());
    CHECK(examination.broken() == 0);
    CHECK(examination.findings().size() > 100);
}

TEST_CASE("a backend that breaks a rule is caught at that rule", "[province]") {
    struct Case {
        const char* order;
        std::vector<const char*> rules;
    };
    const std::vector<Case> cases = {
        {"dossiers careless",
         {"PATCH: a digest of other bytes", "PATCH: a whole part that is not the label's"}},
        {"dossiers ahead", {"PATCH: tells the new offset"}},
        {"dossiers done", {"HEAD upload: the offset is the stored one"}},
        {"dossiers twice", {"PUT dossier: a label is announced", "PATCH: a piece is stored"}},
        {"dossiers portal", {"PUT dossier: a changed label", "receipt: is signed in its role"}},
        {"dossiers deaf", {"POST complete: the receipt"}},
        {"receipt forged", {"receipt: is signed in its role"}},
        {"receipt other_parts", {"receipt: names dossier, kiosk, label and every part"}},
        {"receipt fresh", {"GET receipt: has the same bytes"}},
        {"payment forged", {"POST payments: it is signed and about this query"}},
        {"payment other_query", {"POST payments: it is signed and about this query"}},
        {"payment swapped",
         {"POST payments: a test costs 1000 and says that it is one",
          "POST payments: no dossier's fee is called a test"}},
        {"payment unrefunded", {"POST payments: and gives it back"}}};
    for (const Case& one : cases) {
        INFO(one.order);
        Served served;
        REQUIRE(served.province().control(one.order) == "ok");

        const Examination examination = examined(served);

        for (const char* rule : one.rules) CHECK(is_broken(examination, rule));
    }
}

TEST_CASE("a backend that is not there breaks the first rules and no more are asked",
          "[province]") {
    Served served;
    REQUIRE(served.province().control("network cut") == "ok");

    const Examination examination = examined(served);

    CHECK(is_broken(examination, "GET /v1/bundle: the newest bundle"));
    CHECK(examination.findings().size() < 20);
}

}  // namespace
}  // namespace motlan::province

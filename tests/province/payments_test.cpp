// Fees and opinions at the province: what is due, what came, what citizens said.
#include "tests/province/payments.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "tests/province/served.h"

namespace motlan::province {
namespace {

/// A dossier of kFiler for which payment was asked.
TestDossier asked_to_pay(Served& served) {
    TestDossier dossier = served.dossier();
    REQUIRE(deliver(served.kiosk(), dossier).status == 200);
    REQUIRE(served.province().control("event last payment 8000") == "ok 2");
    return dossier;
}

Reply ask(Served& served, const std::string& dossier, bool new_code = false) {
    const Tree query =
        Tree::Table{{"dossier", dossier}, {"new_code", new_code}, {"query", std::string(32, '7')}};
    return served.kiosk().send("POST", "/v1/payments", {{"Content-Type", "application/json"}},
                               to_json(query));
}

Tree fee(Served& served, const std::string& dossier, bool new_code = false) {
    const Reply reply = ask(served, dossier, new_code);
    REQUIRE(reply.status == 200);
    return served.content(reply, Role::Receipts).value();
}

}  // namespace

TEST_CASE("a code keeps its word until it is over, and a new one must be wished", "[province]") {
    Served served;
    const TestDossier dossier = asked_to_pay(served);

    const Tree first = fee(served, dossier.id);
    CHECK(first.text_at("state") == "waiting");
    CHECK(first.number_at("dong") == 8000);
    CHECK(first.text_at("payload").starts_with("000201010212"));
    CHECK(fee(served, dossier.id).text_at("payload") == first.text_at("payload"));

    REQUIRE(served.province().control("expire last") == "ok");
    CHECK(fee(served, dossier.id).text_at("state") == "expired");
    CHECK(fee(served, dossier.id).text_at("payload").empty());
    CHECK(fee(served, dossier.id, true).text_at("state") == "waiting");
}

TEST_CASE("money that comes after a code is over still counts", "[province]") {
    Served served;
    const TestDossier dossier = asked_to_pay(served);
    fee(served, dossier.id);
    REQUIRE(served.province().control("expire last") == "ok");

    REQUIRE(served.province().control("pay last") == "ok 8000");

    CHECK(fee(served, dossier.id).text_at("state") == "paid");
    CHECK(served.kiosk()
              .send("GET", "/v1/dossiers/" + dossier.id + "/status")
              .body.contains(R"("status":4)"));
}

TEST_CASE("another sum is short, and its rest makes it whole", "[province]") {
    Served served;
    const TestDossier dossier = asked_to_pay(served);
    REQUIRE(served.province().control("pay last 5000") == "ok 5000");
    CHECK(fee(served, dossier.id).text_at("state") == "short");
    REQUIRE(served.province().control("pay last 3000") == "ok 8000");
    CHECK(fee(served, dossier.id).text_at("state") == "paid");
}

TEST_CASE("nothing is due where nothing was asked, and nobody's dossier has no fee", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    REQUIRE(deliver(served.kiosk(), dossier).status == 200);

    CHECK(fee(served, dossier.id).text_at("state") == "nothing");
    CHECK(ask(served, std::string(32, '0')).status == 404);
    CHECK(ask(served, "x").code() == "PRV-01");
}

TEST_CASE("a kiosk that asks all the time is told to wait", "[province]") {
    Served served;
    const TestDossier dossier = asked_to_pay(served);
    int refused = 0;
    for (int i = 0; i < 61; ++i) refused += ask(served, dossier.id).status == 429 ? 1 : 0;

    CHECK(refused == 1);
}

TEST_CASE("the checksum of a code is that of the standard", "[province]") {
    CHECK(
        vietqr(8000, "H41 261123 0001") ==
        "00020101021238540010A00000072701240006970436011000000123450208QRIBFTTA5303704540480005802"
        "VN62190815H41 261123 00016304EE57");
}

}  // namespace motlan::province

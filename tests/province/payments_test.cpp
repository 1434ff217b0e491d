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

Reply ask_trial(Served& served, const std::string& id, const std::string& test) {
    const Tree query = Tree::Table{
        {"dossier", id}, {"new_code", false}, {"query", std::string(32, '7')}, {"test", test}};
    return served.kiosk().send("POST", "/v1/payments", {{"Content-Type", "application/json"}},
                               to_json(query));
}

Tree trial(Served& served, const std::string& id, const std::string& test) {
    const Reply reply = ask_trial(served, id, test);
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

TEST_CASE("a test is paid by the sandbox, given back when that is wished, and marked throughout",
          "[province]") {
    Served served;
    const std::string id(32, 'f');

    const Tree made = trial(served, id, "pay");
    CHECK(made.text_at("state") == "waiting");
    CHECK(made.number_at("dong") == 1000);
    CHECK(made.text_at("code") == "THU-FFFFFFFF");
    CHECK(made.text_at("payload").contains("THU FFFFFFFF"));
    CHECK(trial(served, id, "pay").text_at("state") == "paid");
    CHECK(trial(served, id, "refund").text_at("state") == "paid");
    const Tree back = trial(served, id, "refund");
    CHECK(back.text_at("state") == "refunded");
    CHECK(back.number_at("paid") == 0);
    for (const Tree& each : {made, back}) CHECK(each.truth_at("test"));
}

TEST_CASE("no dossier is a test and no test a dossier", "[province]") {
    Served served;
    const TestDossier dossier = asked_to_pay(served);

    CHECK(ask_trial(served, dossier.id, "pay").code() == "PRV-01");
    CHECK_FALSE(fee(served, dossier.id).truth_at("test"));
    const std::string id(32, 'f');
    trial(served, id, "pay");
    CHECK(ask(served, id).code() == "PRV-03");
    CHECK(ask_trial(served, std::string(32, 'e'), "refund").code() == "PRV-03");
    CHECK(ask_trial(served, id, "spend").code() == "PRV-01");
    CHECK(served.province().control("pay " + id) == "error no such dossier");
}

TEST_CASE("a sandbox that pays nothing, gives nothing back or is not there says so", "[province]") {
    Served served;
    const std::string id(32, 'f');
    REQUIRE(served.province().control("payment uncalled") == "ok");
    trial(served, id, "pay");
    CHECK(trial(served, id, "pay").text_at("state") == "waiting");
    REQUIRE(served.province().control("payment unrefunded") == "ok");
    trial(served, id, "refund");
    CHECK(trial(served, id, "refund").text_at("state") == "paid");
    REQUIRE(served.province().control("payment untested") == "ok");
    CHECK(ask_trial(served, id, "pay").code() == "PRV-03");
    REQUIRE(served.province().control("payment swapped") == "ok");
    CHECK(trial(served, id, "pay").find("test") == nullptr);
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

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "tests/province/served.h"

namespace motlan::province {
namespace {

constexpr const char* kWoman = "040151000017";

TEST_CASE("a source answers what was asked and nothing else", "[province]") {
    Served served;

    const Reply reply = served.kiosk().query(kWoman, "dc", {"person.sex", "person.birth_date"});

    const auto answer = served.content(reply, Role::Answers);
    REQUIRE(answer);
    CHECK(answer->text_at("status") == "found");
    CHECK(to_json(*answer->find("values")) ==
          R"({"person.birth_date":"1951-03-12","person.sex":"Nữ"})");
}

TEST_CASE("a concept of another source makes the answer incomplete", "[province]") {
    Served served;

    const auto answer = served.content(
        served.kiosk().query(kWoman, "dc", {"house.ownership", "person.sex"}), Role::Answers);

    REQUIRE(answer);
    CHECK(answer->text_at("status") == "incomplete");
    CHECK(to_json(*answer->find("values")) == R"({"person.sex":"Nữ"})");
}

TEST_CASE("a citizen whom a source does not know is not found", "[province]") {
    Served served;

    const auto stranger =
        served.content(served.kiosk().query("040199999999", "dc", {"person.sex"}), Role::Answers);
    const auto no_house = served.content(
        served.kiosk().query("040200000017", "dd", {"house.ownership"}), Role::Answers);

    CHECK(stranger.value().text_at("status") == "not_found");
    CHECK(no_house.value().text_at("status") == "not_found");
    CHECK(stranger.value().table_at("values").empty());
}

TEST_CASE("the business register names a company, and who may act for it", "[province]") {
    Served served;
    const auto ties = [&](const char* citizen, const std::string& company = {}) {
        const Reply reply = served.kiosk().query(citizen, "dn", {"relation.companies"}, company);
        const auto answer = served.content(reply, Role::Answers);
        REQUIRE(answer);
        return std::string(answer->find("values")->text_at("relation.companies"));
    };
    const std::string name = "Công ty TNHH Thử Nghiệm Giả Định|";

    CHECK(ties("040083000090").starts_with("2901999013|" + name + "held:DN-2901999013\n"));
    CHECK(ties("040083000090", "2901999013") == "2901999013|" + name + "held:DN-2901999013");
    CHECK(ties("040200000017", "2901999013") == "2901999013|" + name);
    CHECK(ties("040200000017").empty());
    CHECK(ties("040200000017", "2901999038").empty());
}

TEST_CASE("what is asked about a company is answered about it", "[province]") {
    Served served;

    const auto answer = served.content(
        served.kiosk().query("040200000017", "dn",
                             {"organisation.representative", "organisation.tax_code"},
                             "2901999013001"),
        Role::Answers);

    CHECK(to_json(*answer.value().find("values")) ==
          R"({"organisation.representative":"Ngô Quang Giả Định",)"
          R"("organisation.tax_code":"2901999013001"})");
}

TEST_CASE("a query that is not as agreed is refused", "[province]") {
    Served served;
    const Headers json{{"Content-Type", "application/json"}};

    CHECK(served.kiosk().query("1", "dc", {"person.sex"}).code() == "PRV-01");
    CHECK(served.kiosk().query(kWoman, "dc", {}).code() == "PRV-01");
    CHECK(served.kiosk().query(kWoman, "dc", {"person.sex", "person.sex"}).code() == "PRV-01");
    CHECK(served.kiosk().query(kWoman, "dc", {"Person Sex"}).code() == "PRV-01");
    CHECK(served.kiosk().query(kWoman, "police", {"person.sex"}).code() == "PRV-11");
    CHECK(served.kiosk().query(kWoman, "dn", {"organisation.name"}, "29019990").code() == "PRV-01");
    CHECK(served.kiosk().query(kWoman, "dc", {"person.sex"}, "2901999013").code() == "PRV-01");
    CHECK(served.kiosk().send("POST", "/v1/query", json, "[").code() == "PRV-01");
    CHECK(served.kiosk().send("POST", "/v1/query", json, std::string(70'000, ' ')).code() ==
          "PRV-10");
    CHECK(served.kiosk().send("POST", "/v1/query", {{"Content-Type", "text/plain"}}, "{}").code() ==
          "PRV-15");
}

TEST_CASE("a source does what it is told to", "[province]") {
    Served served;
    const auto ask = [&] {
        return served.kiosk().query(kWoman, "dc", {"person.full_name", "person.sex"});
    };
    const auto mood = [&](const std::string& name) {
        return served.province().control("source dc " + name);
    };

    REQUIRE(mood("silent") == "ok");
    CHECK(ask().code() == "PRV-12");
    CHECK(ask().status == 504);
    REQUIRE(mood("wrong_signature") == "ok");
    CHECK(ask().status == 200);
    CHECK_FALSE(served.content(ask(), Role::Answers));
    REQUIRE(mood("incomplete") == "ok");
    CHECK(served.content(ask(), Role::Answers).value().text_at("status") == "incomplete");
    CHECK(served.content(ask(), Role::Answers).value().table_at("values").size() == 1);
    REQUIRE(mood("not_found") == "ok");
    CHECK(served.content(ask(), Role::Answers).value().text_at("status") == "not_found");
    REQUIRE(mood("up") == "ok");
    CHECK(served.content(ask(), Role::Answers).value().text_at("status") == "found");
}

TEST_CASE("one source's mood is not another's", "[province]") {
    Served served;

    REQUIRE(served.province().control("source dc silent") == "ok");

    CHECK(served.kiosk().query(kWoman, "ct", {"residence.registered"}).status == 200);
}

TEST_CASE("a forged receipt is by nobody of this province", "[province]") {
    Served served;
    REQUIRE(served.province().control("receipt forged") == "ok");
    const TestDossier dossier = served.dossier();

    const Reply forged = deliver(served.kiosk(), dossier);

    CHECK(forged.status == 200);
    CHECK_FALSE(served.content(forged, Role::Receipts));
    REQUIRE(served.province().control("receipt good") == "ok");
    CHECK(served.content(deliver(served.kiosk(), dossier), Role::Receipts));
}

TEST_CASE("a receipt for another dossier is truly signed and names another id", "[province]") {
    Served served;
    REQUIRE(served.province().control("receipt other_dossier") == "ok");
    const TestDossier dossier = served.dossier();

    const auto receipt = served.content(deliver(served.kiosk(), dossier), Role::Receipts);

    REQUIRE(receipt);
    CHECK(receipt->text_at("dossier") != dossier.id);
    CHECK(receipt->text_at("label") == sha256(as_bytes(dossier.label)));
}

TEST_CASE("a late receipt comes when it is asked for again", "[province]") {
    Served served;
    REQUIRE(served.province().control("receipt late") == "ok");
    const TestDossier dossier = served.dossier();

    const Reply late = deliver(served.kiosk(), dossier);

    CHECK(late.status == 202);
    CHECK(late.header("retry-after") == "1");
    CHECK(served.kiosk().send("GET", "/v1/dossiers/" + dossier.id + "/receipt").status == 202);
    REQUIRE(served.province().control("receipt good") == "ok");
    CHECK(served.kiosk().send("GET", "/v1/dossiers/" + dossier.id + "/receipt").status == 200);
}

TEST_CASE("a result is due at 17:00 on the second working day", "[province]") {
    using namespace std::chrono;
    const auto at = [](sys_days day, hours hour) { return WallTime(day) + hour - kVietnamOffset; };

    // Monday → Wednesday, Thursday → Monday, Saturday → Tuesday.
    CHECK(due(at(2026y / 11 / 23, 8h)) == at(2026y / 11 / 25, 17h));
    CHECK(due(at(2026y / 11 / 26, 23h)) == at(2026y / 11 / 30, 17h));
    CHECK(due(at(2026y / 11 / 28, 9h)) == at(2026y / 12 / 1, 17h));
}

TEST_CASE("the day of a dossier's code is Vietnam's", "[province]") {
    using namespace std::chrono;
    const WallTime evening = WallTime(sys_days(2026y / 11 / 22)) + 18h;

    CHECK(day_of(evening) == "261123");
    CHECK(rfc3339(evening) == "2026-11-22T18:00:00.000Z");
}

}  // namespace
}  // namespace motlan::province

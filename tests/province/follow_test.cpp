// What the office says about a dossier afterwards, and who is told.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "tests/province/http.h"
#include "tests/province/pace.h"
#include "tests/province/served.h"

namespace motlan::province {
namespace {

/// Delivers a dossier of kFiler.
TestDossier filed(Served& served) {
    TestDossier dossier = served.dossier();
    REQUIRE(deliver(served.kiosk(), dossier).status == 200);
    return dossier;
}

Tree followed(Served& served, const std::string& citizen) {
    const Reply reply = served.kiosk().follow(citizen);
    REQUIRE(reply.status == 200);
    return served.content(reply, Role::Receipts).value();
}

/// The contents of the events about the first dossier of an answer.
std::vector<Tree> events_in(Served& served, const Tree& answer) {
    std::vector<Tree> events;
    for (const Tree& text : answer.list_at("dossiers").front().list_at("events")) {
        const Bytes document = from_base64(*text.text()).value();
        Reply reply;
        reply.body = as_text(document);
        events.push_back(served.content(reply, Role::Receipts).value());
    }
    return events;
}

}  // namespace

TEST_CASE("a receipt brings the first event, and a code to carry away", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    const auto receipt = served.content(deliver(served.kiosk(), dossier), Role::Receipts).value();

    const Tree answer = followed(served, kFiler);

    REQUIRE(answer.list_at("dossiers").size() == 1);
    CHECK(answer.list_at("dossiers").front().text_at("dossier") == dossier.id);
    const auto events = events_in(served, answer);
    REQUIRE(events.size() == 1);
    CHECK(events[0].text_at("code") == receipt.text_at("code"));
    CHECK(events[0].text_at("due") == receipt.text_at("due"));
    CHECK(events[0].text_at("time") == receipt.text_at("time"));
    CHECK(events[0].text_at("procedure") == "2.000635");
    CHECK(events[0].number_at("status") == 2);
    CHECK(receipt.text_at("token").starts_with("ML1:"));
    CHECK(receipt.text_at("token").size() <= 200);
}

TEST_CASE("another citizen is told of nothing", "[province]") {
    Served served;
    filed(served);

    CHECK(followed(served, "040300000018").list_at("dossiers").empty());
}

TEST_CASE("what the office says later is signed in order, also after a restart", "[province]") {
    Served served;
    const TestDossier dossier = filed(served);
    Province& office = served.province();
    REQUIRE(office.control("event last in_work") == "ok 2");
    REQUIRE(office.control("event " + dossier.id +
                           " supplement document.x Bản sao giấy x § Điều 5 Luật Mẫu ; "
                           "document.y") == "ok 3");
    REQUIRE(office.control("event last late 5") == "ok 4");
    REQUIRE(office.control("event last payment 8000 Nộp tại quầy.") == "ok 5");
    served.restart();

    const auto events = events_in(served, followed(served, kFiler));

    REQUIRE(events.size() == 5);
    const Tree::List& wishes = events[2].list_at("wishes");
    REQUIRE(wishes.size() == 2);
    CHECK(wishes[0].text_at("concept") == "document.x");
    CHECK(wishes[0].text_at("words") == "Bản sao giấy x");
    CHECK(wishes[0].text_at("legal_basis") == "Điều 5 Luật Mẫu");
    CHECK(wishes[1].text_at("concept") == "document.y");
    CHECK(events[3].truth_at("apology"));
    CHECK(events[3].text_at("due") > events[0].text_at("due"));
    CHECK(events[4].number_at("dong") == 8000);
    CHECK(events[4].text_at("words") == "Nộp tại quầy.");
    const auto status =
        parse_json(served.kiosk().send("GET", "/v1/dossiers/" + dossier.id + "/status").body);
    CHECK(status.value().number_at("status") == 6);
}

TEST_CASE("a command about no accepted dossier or of no sense is refused", "[province]") {
    Served served;
    CHECK(served.province().control("event last in_work").starts_with("error"));
    filed(served);
    for (const char* command :
         {"event last", "event last dance", "event last supplement", "event last supplement paper",
          "event last late soon", "event last payment -1", "event H41-000000-0001 decided"}) {
        INFO(command);
        CHECK(served.province().control(command).starts_with("error"));
    }
}

TEST_CASE("nothing is said of a dossier after its end", "[province]") {
    Served served;
    filed(served);
    REQUIRE(served.province().control("event last stopped") == "ok 2");

    CHECK(served.province().control("event last in_work") == "error it has ended");
    CHECK(events_in(served, followed(served, kFiler)).size() == 2);
}

TEST_CASE("a question that is not as the contract says is refused", "[province]") {
    Served served;
    const auto status = [&](const std::string& body) {
        return served.kiosk()
            .send("POST", "/v1/follow", {{"Content-Type", "application/json"}}, body)
            .status;
    };
    const std::string query = R"("query":"00000000000000000000000000000001"})";

    CHECK(status(R"({"citizen":"040200000017","consent":"card",)" + query) == 200);
    CHECK(status(R"({"citizen":"04020000001","consent":"card",)" + query) == 400);
    CHECK(status(R"({"citizen":"040200000017","consent":"",)" + query) == 400);
    CHECK(status(R"({"citizen":"040200000017","consent":"card","query":"1"})") == 400);
    CHECK(status(R"({"citizen":"040200000017","consent":"card","x":1,)" + query) == 400);
    CHECK(status("[]") == 400);
    CHECK(status(std::string(2000, ' ')) == 413);
    CHECK(served.kiosk().send("POST", "/v1/follow", {{"Content-Type", "text/plain"}}, "x").status ==
          415);
}

TEST_CASE("a kiosk that asks about everybody is told to wait", "[province]") {
    Served served;
    for (int i = 0; i < 30; ++i) REQUIRE(served.kiosk().follow(kFiler).status == 200);

    const Reply refused = served.kiosk().follow(kFiler);

    CHECK(refused.status == 429);
    CHECK(refused.header("retry-after") == "5");
}

TEST_CASE("the pace of one kiosk is not that of another, and passes", "[province]") {
    Pace pace(1, std::chrono::seconds(60));
    const SteadyTime start{};

    CHECK(pace.take("a", start));
    CHECK_FALSE(pace.take("a", start + std::chrono::seconds(59)));
    CHECK(pace.take("b", start));
    CHECK(pace.take("a", start + std::chrono::seconds(60)));
}

}  // namespace motlan::province

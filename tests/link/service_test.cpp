// kiosk-link's service and the kiosk's client, over the real socket and a working province.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/link/client.h"
#include "kiosk/link/service.h"
#include "kiosk/outbox/random.h"
#include "tests/link/sealed_by_kiosk.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

struct Running {
    province::Served served;
    EnrolledKiosk kiosk{served};
    SystemClock clock;
    std::unique_ptr<LinkService> service = start();

    [[nodiscard]] std::unique_ptr<LinkService> start() const {
        return LinkService::start(kiosk.places(), kiosk.enrolment(), kiosk.tls_key(), {clock})
            .value();
    }
    [[nodiscard]] LinkClient client() const {
        return LinkClient::connect(kiosk.places().socket()).value();
    }
    void order(std::string_view line) {
        REQUIRE(served.province().control(line).starts_with("ok"));
    }
    [[nodiscard]] SourceQuery query() const {
        return {.id = random_id().value(),
                .citizen = Personal<std::string>("040200000017"),
                .concepts = {"person.full_name"},
                .consent = "c1",
                .procedure = "2.000635",
                .source = "dc"};
    }
};

/// Asks until the answer is as wished; every question waits for the link.
template <typename Ask, typename Wish>
void until(Ask ask, Wish wish) {
    const auto deadline = std::chrono::steady_clock::now() + 100s;
    while (!wish(ask())) REQUIRE(std::chrono::steady_clock::now() < deadline);
}

void until_bundle(LinkClient& client) {
    until([&] { return client.status().value(); },
          [](const LinkStatus& status) { return status.bundle > 0; });
}

}  // namespace

TEST_CASE("the kiosk hands a dossier over and gets its receipt", "[link]") {
    Running running;
    LinkClient client = running.client();
    const DossierMark mark = running.kiosk.keep();

    const auto receipt = client.deliver(mark.dossier, 100s);

    REQUIRE(receipt);
    const Bundle bundle = running.kiosk.bundle();
    CHECK(verify_receipt(*receipt, mark, bundle.receipt_trust(running.kiosk.enrolment()),
                         running.clock.wall()));
    CHECK(client.deliver(mark.dossier, 100s) == receipt);
    CHECK(running.kiosk.ledger() == std::vector{mark.dossier.value()});
}

TEST_CASE("the newest bundle comes through the link and holds", "[link]") {
    Running running;
    LinkClient client = running.client();
    until_bundle(client);

    const auto cms = client.bundle();

    REQUIRE(cms);
    CHECK(open_bundle(*cms, running.kiosk.enrolment(), running.clock.wall()));
}

TEST_CASE("a source answers through the link, and a silent one is said to be silent", "[link]") {
    Running running;
    LinkClient client = running.client();
    const SourceQuery query = running.query();
    const Bundle bundle = running.kiosk.bundle();

    const auto cms = client.query(query);
    REQUIRE(cms);
    const auto answer = open_answer(*cms, query, bundle.source_trust(running.kiosk.enrolment()),
                                    running.clock.wall());
    REQUIRE(answer);
    CHECK(answer->values.size() <= 1);

    running.order("source dc silent");
    CHECK(client.query(running.query()).error() == Fault::SourceSilent);
    running.order("source dc wrong_signature");
    const auto forged = client.query(query);
    REQUIRE(forged);
    CHECK(open_answer(*forged, query, bundle.source_trust(running.kiosk.enrolment()),
                      running.clock.wall())
              .error() == Fault::SourceAnswerForged);
}

TEST_CASE("with the road cut the dossier waits, and is sent when the citizen asks again",
          "[link]") {
    Running running;
    LinkClient client = running.client();
    until_bundle(client);
    const DossierMark mark = running.kiosk.keep();
    running.order("network cut");

    CHECK(client.deliver(mark.dossier, 0ms).error() == Fault::BackendUnreachable);
    until([&] { return client.status().value(); },
          [](const LinkStatus& status) { return !status.is_reachable && status.queue == 1; });
    running.order("network up");
    CHECK(client.deliver(mark.dossier, 100s));
    CHECK(client.status()->queue == 0);
}

TEST_CASE("what the province refuses is told to who looks after the kiosk", "[link]") {
    Running running;
    LinkClient client = running.client();
    CHECK(client.status()->parked == 0);
    running.order("dossiers refusing");
    const DossierMark mark = running.kiosk.keep();

    const auto receipt = client.deliver(mark.dossier, 100s);

    CHECK(receipt.error() == Fault::BackendRefused);
    CHECK(client.status()->queue == 1);
    CHECK(client.status()->parked == 1);
    CHECK(client.status()->parked_for == Fault::BackendRefused);
}

TEST_CASE("what stands in the way of a receipt is told", "[link]") {
    Running running;
    LinkClient client = running.client();
    running.order("receipt forged");
    const DossierMark mark = running.kiosk.keep();

    until([&] { return client.deliver(mark.dossier, 100ms); },
          [](const Result<Bytes>& receipt) { return receipt.error() == Fault::ReceiptForged; });

    CHECK(running.kiosk.outbox().verify()->empty());
}

TEST_CASE("an unknown dossier and a message without sense are refused", "[link]") {
    Running running;
    Channel channel = Channel::connect(running.kiosk.places().socket()).value();
    const auto fault = [&](Tree body) {
        REQUIRE(channel.send({.body = std::move(body), .blocks = {}}));
        return std::string(channel.receive(100s).value().body.text_at("fault"));
    };

    CHECK(running.client().deliver(new_dossier_id().value(), 1s).error() == Fault::RecordDamaged);
    CHECK(fault(Tree(Tree::Table{})) == "KSK-02");
    CHECK(fault(Tree("status")) == "KSK-02");
    CHECK(fault(Tree(Tree::Table{{"ask", "shutdown"}})) == "KSK-02");
    CHECK(fault(Tree(Tree::Table{{"ask", "deliver"}, {"dossier", "../x"}})) == "KSK-02");
    CHECK(fault(Tree(Tree::Table{{"ask", "query"}, {"query", "x"}})) == "KSK-02");
}

TEST_CASE("more connections than eight are closed and the eight go on", "[link]") {
    Running running;
    std::vector<LinkClient> clients;
    for (std::size_t n = 0; n < LinkService::kMostConnections; ++n) {
        clients.push_back(running.client());
        REQUIRE(clients.back().status());
    }

    LinkClient ninth = running.client();

    CHECK(ninth.status().error() == Fault::LinkUnavailable);
    for (LinkClient& client : clients) CHECK(client.status());
}

TEST_CASE("the kiosk's client finds a link that was started anew", "[link]") {
    Running running;
    LinkClient client = running.client();
    REQUIRE(client.status());
    running.service.reset();
    CHECK(client.status().error() == Fault::LinkUnavailable);

    running.service = running.start();

    CHECK(client.status());
}

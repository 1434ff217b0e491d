// The sender against a province and a road that behave badly: nothing is lost, nothing doubled, one
// clear fault, and all is well when they are good again.
#include <algorithm>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "tests/link/rounds.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Hostility {
    std::string order;
    std::optional<Fault> seen;  ///< nothing: the dossier gets through in spite of it
    bool is_parked = false;
};

const std::vector<Hostility> kHostilities = {
    {"dossiers twice", {}},
    {"receipt fresh", {}},
    {"dossiers deaf", Fault::BackendUnreachable},
    {"dossiers busy", Fault::BackendUnreachable},
    {"dossiers refusing", Fault::BackendRefused, true},
    {"dossiers portal", Fault::BackendAnswerMalformed},
    {"dossiers ahead", Fault::BackendAnswerMalformed},
    {"dossiers behind", Fault::BackendAnswerMalformed},
    {"dossiers done", Fault::BackendAnswerMalformed},
    {"receipt forged", Fault::ReceiptForged},
    {"receipt other_dossier", Fault::ReceiptForOtherDossier},
    {"receipt other_label", Fault::ReceiptForOtherDossier},
    {"receipt other_parts", Fault::ReceiptForOtherDossier},
    {"receipt huge", Fault::BackendAnswerMalformed},
    {"network cut", Fault::BackendUnreachable},
};

// What makes it good again.
std::string cure_of(const std::string& order) {
    const std::string what = order.substr(0, order.find(' '));
    return what + (what == "network" ? " up" : " good");
}

std::size_t carried_by(Link& link) {
    return std::stoul(link.served.province().control("carried").substr(3));
}

}  // namespace

TEST_CASE("a hostile province loses nothing, doubles nothing and gives one clear fault", "[link]") {
    for (const Hostility& hostility : kHostilities) {
        INFO(hostility.order);
        Link link;
        const DossierMark mark = link.kiosk.keep(200'000);
        link.board.wish(mark.dossier);
        link.order(hostility.order);

        for (int n = 0; n < 3; ++n) link.round();

        if (hostility.seen) {
            CHECK(std::max(link.board.fault_of(mark.dossier), link.board.last_fault()) ==
                  hostility.seen);
            CHECK(link.kiosk.paper(mark).is_there());
            CHECK(link.record(mark).parked.has_value() == hostility.is_parked);
            CHECK(link.outbox.verify()->empty());
        }
        link.order(cure_of(hostility.order));
        REQUIRE(link.outbox.unpark_all());
        link.round();
        CHECK(link.state(mark) == DossierState::Purged);
        CHECK(link.kiosk.ledger() == std::vector{mark.dossier.value()});
    }
}

TEST_CASE("a lying offset costs a bounded number of bytes", "[link]") {
    for (const char* lie : {"dossiers ahead", "dossiers behind"}) {
        INFO(lie);
        Link link;
        const DossierMark mark = link.kiosk.keep(1'000'000);
        link.order(lie);
        const std::size_t before = carried_by(link);

        link.round();

        CHECK(link.state(mark) == DossierState::Released);
        CHECK(carried_by(link) - before < 40'000'000);
    }
}

TEST_CASE("dossiers come through a frail road whole and once", "[link]") {
    Link link;
    std::vector<std::string> sent;
    for (int n = 0; n < 4; ++n) sent.push_back(link.kiosk.keep(700'000).dossier.value());
    link.order("network frail 80 7");

    for (int n = 0; n < 100 && link.kiosk.ledger().size() < sent.size(); ++n) link.round();
    link.order("network up");
    link.round();

    std::vector<std::string> received = link.kiosk.ledger();
    std::ranges::sort(received);
    std::ranges::sort(sent);
    CHECK(received == sent);
    CHECK(link.outbox.list(DossierState::Purged)->size() == sent.size());
}

// What a visit seals, on its way through the outbox to the province.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/sealing.h"
#include "tests/link/rounds.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

Result<SealedAway> seal_away(const Link& link) {
    const std::vector<PlainPart> parts{
        {"form", PartKind::Form, to_bytes(R"({"type":"motlan-form","version":1})")},
        {"old_extract", PartKind::Paper, Bytes(1000, 'p')}};
    const ProvincePlaces places{.state = link.kiosk.places().state,
                                .link = link.kiosk.places().socket()};
    const std::string software = "test";
    return motlan::seal_away(parts, "2.000635", {places, software, link.clock});
}

}  // namespace

TEST_CASE("a dossier that was kept and not released is filed once, and its receipt is its own",
          "[link]") {
    Link link;
    link.round();
    change_store(link.kiosk.places().outbox(),
                 "CREATE TRIGGER stuck BEFORE UPDATE OF state ON dossier "
                 "BEGIN SELECT RAISE(ABORT, 'stuck'); END");

    const auto away = seal_away(link);
    change_store(link.kiosk.places().outbox(), "DROP TRIGGER stuck");
    link.round();

    REQUIRE(away);
    CHECK(link.record(away->mark).confirmation == Confirmation::Unconfirmed);
    CHECK(link.kiosk.ledger() == std::vector{away->mark.dossier.value()});
    CHECK(verify_receipt(link.outbox.receipt(away->mark.dossier).value(), away->mark,
                         link.bundles.bundle()->receipt_trust(link.kiosk.enrolment()),
                         link.clock.wall()));
}

TEST_CASE("a dossier that was kept and released goes as confirmed", "[link]") {
    Link link;
    link.round();

    const auto away = seal_away(link);
    link.round();

    REQUIRE(away);
    CHECK(link.record(away->mark).confirmation == Confirmation::Confirmed);
    CHECK(link.record(away->mark).mark == away->mark);
}

#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/backend/revocation.h"
#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

using namespace std::chrono_literals;

const WallTime kNow = HandClock().wall();

struct List {
    Authority authority;
    Identity server = authority.issue({.name = "server"});

    [[nodiscard]] Result<RevocationList> read(const RevocationWish& wish) const {
        return parse_revocations(authority.revocations(wish), authority.certificate());
    }
};

}  // namespace

TEST_CASE("a list tells which certificates were taken back, and no other", "[backend]") {
    const List list;
    const Identity other = list.authority.issue({.name = "other"});

    const auto read = list.read({.revoked = {list.server}});

    REQUIRE(read);
    CHECK(read->revokes(list.server.read_certificate()));
    CHECK_FALSE(read->revokes(other.read_certificate()));
    CHECK_FALSE(list.read({})->revokes(list.server.read_certificate()));
}

TEST_CASE("a list older than seven days, or overdue, says nothing of today", "[backend]") {
    const List list;
    const auto fresh = [&](std::chrono::hours issued, std::chrono::hours next) {
        return list.read({.issued = issued, .next = next})->is_fresh(kNow);
    };

    CHECK(fresh(-24h, 24h));
    CHECK(fresh(-24h * 7 + 1h, 24h));
    CHECK_FALSE(fresh(-24h * 7 - 1h, 24h));
    CHECK_FALSE(fresh(-24h, -1h));
}

TEST_CASE("only the authority's own plain list is read", "[backend]") {
    const List list;
    const auto reads = [&](const RevocationWish& wish) { return list.read(wish).has_value(); };
    const Bytes good = list.authority.revocations();
    Bytes longer = good;
    longer.push_back(0);
    const auto of = [&](ByteView der) {
        return parse_revocations(der, list.authority.certificate()).has_value();
    };

    CHECK(of(good));
    CHECK_FALSE(of(longer));
    CHECK_FALSE(of({}));
    CHECK_FALSE(of(Authority().revocations()));
    CHECK(reads({.digest = "SHA384"}));
    CHECK_FALSE(reads({.digest = "SHA1"}));
    CHECK_FALSE(reads({.is_version_1 = true}));
    CHECK_FALSE(reads({.has_critical = true}));
    CHECK_FALSE(reads({.revoked = {list.server}, .has_critical_entry = true}));
}

TEST_CASE("every changed byte and every cut of a list is noticed", "[backend]") {
    const List list;
    const Certificate ca = list.authority.certificate();
    const Bytes good = list.authority.revocations({.revoked = {list.server}});

    std::size_t accepted = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes changed = good;
        changed[at] ^= 0x04;
        accepted += parse_revocations(changed, ca) ? 1 : 0;
        accepted += parse_revocations(ByteView(good).first(at), ca) ? 1 : 0;
    }

    CHECK(accepted == 0);
}

TEST_CASE("of the lists that this machine has the newest one counts", "[backend]") {
    const Enrolled made;
    const auto enrolment = read_enrolment(made.folder()).value();
    const auto known = [&] {
        return known_revocations(enrolment)->revokes(made.server.read_certificate());
    };
    const auto put = [&](const std::filesystem::path& folder, const RevocationWish& wish) {
        std::filesystem::create_directories(folder);
        put_text(folder / kRevocations, as_text(made.authority.revocations(wish)));
    };

    CHECK_FALSE(known());
    put(enrolment.bundles() / "1-7", {.revoked = {made.server}, .issued = 0h});
    CHECK(known());
    put(enrolment.bundles() / "1-8", {.issued = 0h});
    CHECK_FALSE(known());
    put(made.folder(), {.revoked = {made.server}, .issued = 1h});
    CHECK(known());
    put_text(made.folder() / kRevocations, "half a list");
    put_text(enrolment.bundles() / "1-8" / kRevocations, "");
    CHECK_FALSE(known_revocations(enrolment));
}

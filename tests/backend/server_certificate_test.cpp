#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/server_certificate.h"
#include "tests/support/authority.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();
const Wish kGood{.name = "server", .san = "DNS:localhost,IP:127.0.0.1"};

struct Judge {
    Authority authority;
    Certificate ca = authority.certificate();

    [[nodiscard]] bool accepts(const Identity& identity,
                               const std::string& host = "localhost") const {
        const ServerRules rules{ca, host, {pin_of(identity)}};
        return check_server_certificate(identity.read_certificate(), rules, kNow).has_value();
    }
    /// The verdict on a good certificate with one thing changed.
    [[nodiscard]] bool accepts(const auto& change) const {
        Wish wish = kGood;
        change(wish);
        return accepts(authority.issue(wish));
    }
};

}  // namespace

TEST_CASE("the province's own server is accepted by name and by address", "[backend]") {
    const Judge judge;
    const Identity server = judge.authority.issue(kGood);

    CHECK(judge.accepts(server, "localhost"));
    CHECK(judge.accepts(server, "127.0.0.1"));
    CHECK(judge.accepts([](Wish& wish) { wish.key = "P-384"; }));
    CHECK(judge.accepts([](Wish& wish) { wish.key = "RSA-3072"; }));
}

TEST_CASE("a server with another name is refused", "[backend]") {
    const Judge judge;
    const Identity server = judge.authority.issue(kGood);

    CHECK_FALSE(judge.accepts(server, "localhost.example"));
    CHECK_FALSE(judge.accepts(server, "ocalhost"));
    CHECK_FALSE(judge.accepts(server, "127.0.0.2"));
    CHECK_FALSE(judge.accepts(server, ""));
    CHECK_FALSE(judge.accepts([](Wish& wish) { wish.san = "DNS:other"; }));
    CHECK_FALSE(judge.accepts([](Wish& wish) { wish.san = "email:localhost@localhost"; }));
    CHECK_FALSE(judge.accepts([](Wish& wish) {
        wish.san = "";
        wish.name = "localhost";
    }));
    const Identity wild = judge.authority.issue({.name = "s", .san = "DNS:*.local"});
    CHECK_FALSE(judge.accepts(wild, "server.local"));
    const Identity as_name = judge.authority.issue({.name = "s", .san = "DNS:127.0.0.1"});
    CHECK_FALSE(judge.accepts(as_name, "127.0.0.1"));
}

TEST_CASE("a server outside its time is refused", "[backend]") {
    const Judge judge;

    CHECK_FALSE(judge.accepts([](Wish& wish) { wish.ends = std::chrono::hours(-1); }));
    CHECK_FALSE(judge.accepts([](Wish& wish) { wish.starts = std::chrono::hours(1); }));
}

TEST_CASE("a certificate made for anything but a server is refused", "[backend]") {
    const Judge judge;

    for (const char* usage :
         {"", "clientAuth", "serverAuth,clientAuth", "anyExtendedKeyUsage", kDevice}) {
        INFO(usage);
        CHECK_FALSE(judge.accepts([&](Wish& wish) { wish.usage = usage; }));
    }
    CHECK_FALSE(judge.accepts([](Wish& wish) { wish.key_usage = "keyAgreement"; }));
    CHECK_FALSE(judge.accepts([](Wish& wish) { wish.is_ca = true; }));
    CHECK_FALSE(judge.accepts([](Wish& wish) { wish.is_version_1 = true; }));
}

TEST_CASE("a server with a weak key is refused", "[backend]") {
    const Judge judge;

    for (const char* key : {"RSA-2048", "RSA-1024", "secp224r1", "P-521", "secp256k1"}) {
        INFO(key);
        CHECK_FALSE(judge.accepts([&](Wish& wish) { wish.key = key; }));
    }
}

TEST_CASE("a server of another authority or of itself is refused", "[backend]") {
    const Judge judge;
    const Authority same_name;

    CHECK_FALSE(judge.accepts(same_name.issue(kGood)));
    CHECK_FALSE(judge.accepts(self_signed(kGood)));
    CHECK_FALSE(judge.accepts(judge.authority.identity()));
}

TEST_CASE("one of two pins is enough and another key's pin is not", "[backend]") {
    const Judge judge;
    const Identity server = judge.authority.issue(kGood);
    const std::string other = pin_of(judge.authority.issue(kGood));
    const auto accepts = [&](const std::vector<std::string>& pins) {
        return check_server_certificate(server.read_certificate(), {judge.ca, "localhost", pins},
                                        kNow)
            .has_value();
    };

    CHECK(accepts({other, pin_of(server)}));
    CHECK_FALSE(accepts({other}));
    CHECK_FALSE(accepts({}));
}

// A badge, written by the province's own writer and read by the kiosk's reader.
#include "kiosk/staff/badge.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/outbox/base45.h"
#include "tests/staff/issuer.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

Fault refusal(const Issuer& issuer, std::string_view code) {
    const auto badge = verify_badge(code, issuer.trust, issuer.now);
    return badge ? Fault::BrokenAssumption : badge.error();
}

/// How many of these texts are believed.
std::size_t believed(const Issuer& issuer, const std::vector<std::string>& texts) {
    return static_cast<std::size_t>(std::ranges::count_if(texts, [&](const std::string& text) {
        return verify_badge(text, issuer.trust, issuer.now).has_value();
    }));
}

}  // namespace

TEST_CASE("a badge says whose it is, for what and until when", "[staff]") {
    const Issuer issuer;

    const auto badge = verify_badge(issuer.good(), issuer.trust, issuer.now);

    REQUIRE(badge);
    CHECK(badge->who.number.value() == "0123");
    CHECK(badge->who.name == "Nguyễn Văn An");
    CHECK(badge->who.role == StaffRole::Attendant);
    CHECK(badge->id.value() == "00112233445566ff");
    CHECK(badge->expires == issuer.now + std::chrono::days(50));
}

TEST_CASE("each role has its letter", "[staff]") {
    const Issuer issuer;
    const auto role_of = [&](char letter) {
        province::StaffBadge badge = issuer.wish();
        badge.role = letter;
        const auto read = verify_badge(issuer.code(badge), issuer.trust, issuer.now);
        return read ? std::optional(read->who.role) : std::nullopt;
    };

    CHECK(role_of('A') == StaffRole::Attendant);
    CHECK(role_of('S') == StaffRole::Supervisor);
    CHECK(role_of('T') == StaffRole::Technician);
    CHECK_FALSE(role_of('X'));
}

TEST_CASE("no bit of a badge can be flipped", "[staff]") {
    const Issuer issuer;
    const std::string good = issuer.good();
    const Bytes bytes = from_base45(good.substr(5)).value();
    std::vector<std::string> flipped;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        Bytes other = bytes;
        other[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        flipped.push_back("MLB1:" + province::to_base45(other));
    }
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string other = good;
        other[bit / 8] = static_cast<char>(other[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
        flipped.push_back(std::move(other));
    }

    CHECK(believed(issuer, {"MLB1:" + province::to_base45(bytes)}) == 1);
    CHECK(believed(issuer, flipped) == 0);
}

TEST_CASE("a badge that was cut or added to is forged", "[staff]") {
    const Issuer issuer;
    const std::string good = issuer.good();
    std::vector<std::string> others;
    for (std::size_t length = 0; length < good.size(); ++length)
        others.push_back(good.substr(0, length));
    others.push_back(good + "00");
    others.push_back(good + std::string(300, '0'));

    CHECK(believed(issuer, others) == 0);
}

TEST_CASE("only who may issue badges can make one", "[staff]") {
    Issuer issuer;
    const Identity unlisted = issuer.authority.issue("badges", kBadges);
    const Identity receipts = issuer.authority.issue("receipts", kReceipts);
    const Identity stranger = Authority().issue("badges", kBadges);
    const Identity over =
        issuer.authority.issue({.name = "badges", .usage = kBadges, .starts = -48h, .ends = -24h});
    // Listed all the same: a bundle's mistake makes nobody an issuer.
    for (const Identity* wrong : {&receipts, &stranger, &over})
        issuer.trust.signers.push_back(wrong->read_certificate());

    for (const Identity* by : {&unlisted, &receipts, &stranger, &over})
        CHECK(refusal(issuer, issuer.code(issuer.wish(), *by)) == Fault::BadgeForged);
}

TEST_CASE("a badge that is over, taken back or too long lived opens nothing", "[staff]") {
    Issuer issuer;
    auto over = issuer.wish();
    over.expires = issuer.now;
    auto long_lived = issuer.wish();
    long_lived.expires = long_lived.issued + std::chrono::days(181);
    auto technician = issuer.wish();
    technician.role = 'T';
    technician.expires = technician.issued + std::chrono::days(61);
    auto early = issuer.wish();
    early.issued = issuer.now + std::chrono::days(2);
    issuer.trust.revoked = {BadgeId("0000000000000001"), BadgeId("00112233445566ff")};
    auto other = issuer.wish();
    other.id = "00112233445566fe";

    CHECK(refusal(issuer, issuer.code(over)) == Fault::BadgeExpired);
    CHECK(refusal(issuer, issuer.code(long_lived)) == Fault::BadgeForged);
    CHECK(refusal(issuer, issuer.code(technician)) == Fault::BadgeForged);
    CHECK(refusal(issuer, issuer.code(early)) == Fault::BadgeForged);
    CHECK(refusal(issuer, issuer.good()) == Fault::BadgeRevoked);
    CHECK(verify_badge(issuer.code(other), issuer.trust, issuer.now));
}

TEST_CASE("a badge with words that a citizen should not read is forged", "[staff]") {
    const Issuer issuer;
    for (const char* name : {"", " An", "An\nBinh", "A\xCC\x81", "\xFF", "\x7F"}) {
        auto wish = issuer.wish();
        wish.name = name;
        INFO(name);
        CHECK(refusal(issuer, issuer.code(wish)) == Fault::BadgeForged);
    }
    auto wish = issuer.wish();
    wish.number = "../../x";
    CHECK(refusal(issuer, issuer.code(wish)) == Fault::BadgeForged);
}

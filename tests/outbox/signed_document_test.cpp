#include <catch2/catch_test_macros.hpp>

#include "kiosk/outbox/signed_document.h"
#include "tests/support/authority.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();
const Bytes kContent = to_bytes(R"({"type":"motlan-test","version":1})");

struct Signed {
    Authority authority;
    Identity signer = authority.issue("signer", kReceipts);
    Certificate ca = authority.certificate();
    Trust trust{.ca = ca, .role = Role::Receipt};
    Bytes document = sign_document(kContent, signer.read_key(), kNow).value();
};

Result<SignedDocument> open_by(const Identity& identity, const Certificate& ca,
                               WallTime at = kNow) {
    const Bytes document = sign_document(kContent, identity.read_key(), kNow).value();
    return open_document(document, {.ca = ca, .role = Role::Receipt}, at);
}

}  // namespace

TEST_CASE("a signed document gives back its content, signer and time", "[outbox]") {
    const Signed made;

    const auto opened = open_document(made.document, made.trust, kNow);

    REQUIRE(opened);
    CHECK(opened->content == kContent);
    CHECK(opened->signer.common_name() == "signer");
    CHECK(opened->signed_at == std::chrono::floor<std::chrono::seconds>(kNow));
}

TEST_CASE("a signed document with any bit changed is refused", "[outbox]") {
    const Signed made;

    for (std::size_t bit = 0; bit < made.document.size() * 8; ++bit) {
        Bytes changed = made.document;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        INFO("bit " << bit);
        CHECK_FALSE(open_document(changed, made.trust, kNow));
    }
}

TEST_CASE("a signed document cut short or with bytes behind it is refused", "[outbox]") {
    const Signed made;

    for (std::size_t size = 0; size < made.document.size(); ++size) {
        REQUIRE_FALSE(open_document(ByteView(made.document).first(size), made.trust, kNow));
    }
    Bytes longer = made.document;
    longer.push_back(0);
    CHECK_FALSE(open_document(longer, made.trust, kNow));
}

TEST_CASE("a signer of another role, authority or time is refused", "[outbox]") {
    const Authority authority;
    const Authority stranger;
    const Certificate ca = authority.certificate();
    const Wish good{.name = "signer", .usage = kReceipts};
    Wish late = good, early = good, two_roles = good, no_role = good, no_signature = good,
         is_ca = good;
    late.ends = std::chrono::hours(-1);
    early.starts = std::chrono::hours(1);
    two_roles.usage = std::string(kReceipts) + "," + kBundles;
    no_role.usage = "";
    no_signature.key_usage = "keyAgreement";
    is_ca.is_ca = true;

    CHECK(open_by(authority.issue(good), ca));
    CHECK_FALSE(open_by(stranger.issue(good), ca));
    CHECK_FALSE(open_by(self_signed(good), ca));
    CHECK_FALSE(open_by(authority.issue("signer", kDevice), ca));
    CHECK_FALSE(open_by(authority.issue(late), ca));
    CHECK_FALSE(open_by(authority.issue(early), ca));
    CHECK_FALSE(open_by(authority.issue(two_roles), ca));
    CHECK_FALSE(open_by(authority.issue(no_role), ca));
    CHECK_FALSE(open_by(authority.issue(no_signature), ca));
    CHECK_FALSE(open_by(authority.issue(is_ca), ca));
    CHECK_FALSE(open_by(authority.issue(good), ca, kNow + std::chrono::days(2000)));
}

TEST_CASE("a signer that is not listed is refused", "[outbox]") {
    const Signed made;
    const std::vector<Certificate> others{
        made.authority.issue("other", kReceipts).read_certificate()};
    const std::vector<Certificate> listed{others.front(), made.signer.read_certificate()};

    CHECK(open_document(made.document, {made.ca, Role::Receipt, listed}, kNow));
    CHECK_FALSE(open_document(made.document, {made.ca, Role::Receipt, others}, kNow));
    CHECK_FALSE(open_document(made.document,
                              {made.ca, Role::Receipt, std::span<const Certificate>()}, kNow));
}

TEST_CASE("old evidence is judged by the moment it was signed", "[outbox]") {
    const Authority authority;
    const Identity signer = authority.issue({.name = "old",
                                             .usage = kDevice,
                                             .starts = std::chrono::hours(-100),
                                             .ends = std::chrono::hours(-50)});
    const WallTime then = kNow - std::chrono::hours(60);
    const Bytes document = sign_document(kContent, signer.read_key(), then).value();
    const Certificate ca = authority.certificate();

    CHECK(open_old_document(document, {.ca = ca, .role = Role::Device}));
    CHECK_FALSE(open_document(document, {.ca = ca, .role = Role::Device}, kNow));
}

TEST_CASE("a key of another kind or of another certificate is refused", "[outbox]") {
    const Authority authority;
    const Identity device = authority.issue("device", kDevice);
    const Identity other = authority.issue("other", kDevice);
    const Identity rsa = authority.issue({.name = "rsa", .usage = kDevice, .key = "RSA-3072"});

    CHECK(PrivateKey::from_pem(device.key, device.read_certificate()));
    CHECK_FALSE(PrivateKey::from_pem(other.key, device.read_certificate()));
    CHECK_FALSE(PrivateKey::from_pem(rsa.key, rsa.read_certificate()));
    CHECK_FALSE(PrivateKey::from_pem("", device.read_certificate()));
}

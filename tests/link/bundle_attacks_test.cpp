// What may be tried with what is published and with its files.
#include "tests/link/bundle_attack.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

Bytes without_last(Bytes bytes) {
    bytes.pop_back();
    return bytes;
}

const std::vector<Case> kPlain = {
    {"the next bundle", {}, [](Attack& a) { return a.published(8); }},
    {"a bundle many versions ahead", {}, [](Attack& a) { return a.published(800); }},
    {"other two of three signers",
     {},
     [](Attack& a) { return a.by({a.signers[2], a.signers[0]}); }},
    {"all three signers", {}, [](Attack& a) { return a.by(a.enrolled_signers()); }},
    {"an unknown field that is not critical", {}, [](Attack& a) { return a.with("colour", 1); }},
    {"nothing at all", kForged, [](Attack&) { return Bytes(); }},
    {"text", kForged, [](Attack&) { return to_bytes("{}"); }},
    {"rollback by one", kOlder, [](Attack& a) { return a.published(6); }},
    {"rollback to the first", kOlder, [](Attack& a) { return a.published(1); }},
    {"another bundle of the same version", kOlder, [](Attack& a) { return a.published(7); }},
    {"version zero", kForged, [](Attack& a) { return a.published(0); }},
    {"a negative version", kForged, [](Attack& a) { return a.published(-8); }},
    {"a version that is text", kForged, [](Attack& a) { return a.with("version", "8"); }},
    {"a version that is a fraction", kForged, [](Attack& a) { return a.with("version", 8.5); }},
    {"freeze: it expired yesterday", kExpired,
     [](Attack& a) { return a.with("expires", to_timestamp(a.clock.wall() - 24h)); }},
    {"freeze: it expires this moment", kExpired,
     [](Attack& a) { return a.with("expires", to_timestamp(a.clock.wall())); }},
    {"freeze: a good bundle replayed after its time", kExpired,
     [](Attack& a) {
         Bytes held_back = a.published(8);
         a.clock.move(24h * 8);
         return held_back;
     }},
    {"an expiry that is no time", kForged, [](Attack& a) { return a.with("expires", "never"); }},
    {"one signature of two", kForged, [](Attack& a) { return a.by({a.signers[0]}); }},
    {"the same signer twice", kForged,
     [](Attack& a) { return a.by({a.signers[0], a.signers[0]}); }},
    {"the same document twice", kForged,
     [](Attack& a) {
         const Bytes one = a.by({a.signers[0]});
         return joined(one, one);
     }},
    {"a signer and a stranger of our authority", kForged,
     [](Attack& a) { return a.by({a.signers[0], a.signer([](Wish&) {})}); }},
    {"a signer and the signer of receipts", kForged,
     [](Attack& a) { return a.by({a.signers[0], a.receipts}); }},
    {"a signer and the kiosk's own key", kForged,
     [](Attack& a) { return a.by({a.signers[0], a.device}); }},
    {"signers of an authority of the same name", kForged,
     [](Attack& a) {
         const Authority other;
         return a.by({other.issue("bundles-1", kBundles), other.issue("bundles-2", kBundles)});
     }},
    {"a signer and one who signed himself", kForged,
     [](Attack& a) {
         return a.by({a.signers[0], self_signed({.name = "bundles-2", .usage = kBundles})});
     }},
    {"mix and match: two signers, two contents", kForged,
     [](Attack& a) { return joined(a.by({a.signers[0]}, 8), a.by({a.signers[1]}, 9)); }},
    {"a good bundle with another one before it", kForged,
     [](Attack& a) { return joined(a.published(7), a.published(8)); }},
    {"a good bundle with another one after it", kForged,
     [](Attack& a) { return joined(a.published(8), a.by({a.signers[0]}, 7)); }},
    {"a bundle cut short", kForged, [](Attack& a) { return without_last(a.published(8)); }},
    {"a bundle with a byte after it", kForged,
     [](Attack& a) { return joined(a.published(8), Bytes{0}); }},
    {"one bit of a signature", kForged,
     [](Attack& a) {
         Bytes changed = a.published(8);
         changed.back() ^= 1U;
         return changed;
     }},
    {"endless data", kForged,
     [](Attack& a) { return joined(a.published(8), Bytes(kStatementsLimit, 0x30)); }},
    {"more signatures than anybody needs", kForged,
     [](Attack& a) { return a.by(Signers(9, a.signers[0])); }},
    {"a receipt in the place of a bundle", kForged,
     [](Attack& a) { return a.with("type", "motlan-receipt"); }},
    {"a critical field that nobody knows", kForged,
     [](Attack& a) { return a.with("critical", Tree::List{"hologram"}); }},
    {"wrong software: for a newer program", kForged,
     [](Attack& a) { return a.with("software", "99.0.0"); }},
    {"wrong software: for another kiosk", kForged,
     [](Attack& a) { return a.with("kiosks", Tree::List{"NA-VINH-99"}); }},
    {"nobody to seal for", kForged, [](Attack& a) { return a.with("recipients", Tree::List{}); }},
    {"not one file", kForged, [](Attack& a) { return a.with("files", Tree::List{}); }},
    {"a file that climbs out of the folder", kForged,
     [](Attack& a) {
         a.files["procedures/../../enrolment/ca.toml"] = to_bytes("x");
         return a.published(8);
     }},
    {"a file of the enrolment", kForged,
     [](Attack& a) {
         a.files["province.toml"] = to_bytes("x");
         return a.published(8);
     }},
    {"a file larger than any", kForged, [](Attack& a) {
         a.files["units.toml"] = Bytes((1U << 20U) + 1, 'x');
         return a.published(8);
     }}};

const std::vector<Case> kFiles = {
    {"a file with other bytes", kForged,
     [](Attack& a) {
         a.served["units.toml"] = to_bytes("units = 2");
         return a.published(8);
     }},
    {"a file cut short", kForged,
     [](Attack& a) {
         a.served["units.toml"] = to_bytes("units =");
         return a.published(8);
     }},
    {"a file with more bytes", kForged,
     [](Attack& a) {
         a.served["units.toml"] = to_bytes("units = 1 and more");
         return a.published(8);
     }},
    {"an empty file", kForged,
     [](Attack& a) {
         a.served["units.toml"] = {};
         return a.published(8);
     }},
    {"no list of revocations", kForged,
     [](Attack& a) {
         a.files.erase("revocation.crl");
         return a.published(8);
     }},
    {"a list of revocations of another authority", kForged,
     [](Attack& a) {
         a.files["revocation.crl"] = Authority().revocations();
         return a.published(8);
     }},
    {"a list of revocations of two weeks ago", kExpired,
     [](Attack& a) {
         a.files["revocation.crl"] = a.authority.revocations({.issued = -24h * 14});
         return a.published(8);
     }},
    {"signed by somebody whom its own list takes back", kForged, [](Attack& a) {
         a.files["revocation.crl"] = a.authority.revocations({.revoked = {a.signers[1]}});
         return a.published(8);
     }}};

}  // namespace

TEST_CASE("no attack on what is published gets a bundle into service", "[link]") {
    const std::size_t count = right(kPlain);
    WARN("bundles: " << count << "/" << kPlain.size() << " as they must be");
}

TEST_CASE("no attack on a bundle's files gets it into service", "[link]") {
    const std::size_t count = right(kFiles);
    WARN("files of bundles: " << count << "/" << kFiles.size() << " as they must be");
}

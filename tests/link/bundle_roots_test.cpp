// What may be tried with the keys that sign bundles.
#include "tests/link/bundle_attack.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const std::vector<Case> kKeys = {
    {"a new root with its bundle",
     {},
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         return a.rotated(a.next_root(2, a.enrolled_signers(), next), next);
     }},
    {"two new roots, one after the other",
     {},
     [](Attack& a) {
         const Signers second = a.fresh_signers();
         const Signers third = a.fresh_signers();
         return joined(a.next_root(2, a.enrolled_signers(), second),
                       a.rotated(a.next_root(3, second, third), third));
     }},
    {"the chain of roots told again",
     {},
     [](Attack& a) {
         const Signers second = a.rotate();
         return a.rotated(a.next_root(2, a.enrolled_signers(), second), second, 9);
     }},
    {"fast-forward recovery: a new root starts the versions anew",
     {},
     [](Attack& a) {
         BundleStore store = a.store();
         REQUIRE(store.accept(a.published(std::int64_t{1} << 60U), a.fetch()));
         const Signers next = a.fresh_signers();
         return a.rotated(a.next_root(2, a.enrolled_signers(), next), next, 8);
     }},
    {"fast-forward under the same root stays", kOlder,
     [](Attack& a) {
         BundleStore store = a.store();
         REQUIRE(store.accept(a.published(std::int64_t{1} << 60U), a.fetch()));
         return a.published(8);
     }},
    {"the old signers after a rotation", kOlder,
     [](Attack& a) {
         a.rotate();
         return a.published(9);
     }},
    {"the old signers behind a new root", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         return joined(a.next_root(2, a.enrolled_signers(), next), a.published(8));
     }},
    {"a new root that only the new signers signed", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         return a.rotated(a.next_root(2, next, next), next);
     }},
    {"a new root that only the old signers signed", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         const Signers old = a.enrolled_signers();
         return a.rotated(signed_by(root_of(next, 2), {old[0], old[1]}, a.clock.wall()), next);
     }},
    {"a new root signed by one of the old", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         const Signers pen{a.signers[0], next[0], next[1]};
         return a.rotated(signed_by(root_of(next, 2), pen, a.clock.wall()), next);
     }},
    {"a new root signed by one of the new", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         const Signers pen{a.signers[0], a.signers[1], next[0]};
         return a.rotated(signed_by(root_of(next, 2), pen, a.clock.wall()), next);
     }},
    {"a new root that leaves a version out", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         return a.rotated(a.next_root(3, a.enrolled_signers(), next), next);
     }},
    {"a new root that lists one key twice", kForged,
     [](Attack& a) {
         Signers next = a.fresh_signers();
         next[2] = next[0];
         return a.rotated(a.next_root(2, a.enrolled_signers(), next), next);
     }},
    {"a new root that wants more than it has", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         const Signers pen{a.signers[0], a.signers[1], next[0], next[1], next[2]};
         return a.rotated(signed_by(root_of(next, 2, 4), pen, a.clock.wall()), next);
     }},
    {"a new root that wants nobody", kForged,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         const Signers pen{a.signers[0], a.signers[1]};
         return a.rotated(signed_by(root_of(next, 2, 0), pen, a.clock.wall()), next);
     }},
    {"a new root that has expired", kExpired,
     [](Attack& a) {
         const Signers next = a.fresh_signers();
         const Tree root = root_of(next, 2, 2, std::chrono::days(-1));
         const Signers pen{a.signers[0], a.signers[1], next[0], next[1]};
         return a.rotated(signed_by(root, pen, a.clock.wall()), next);
     }},
    {"a new root signed by somebody who was taken back", kForged,
     [](Attack& a) {
         a.take_back(a.signers[1]);
         const Signers next = a.fresh_signers();
         return a.rotated(a.next_root(2, a.enrolled_signers(), next), next, 9);
     }},
    {"a new root signed by the two who were not taken back",
     {},
     [](Attack& a) {
         a.take_back(a.signers[1]);
         const Signers next = a.fresh_signers();
         return a.rotated(a.next_root(2, {a.signers[0], a.signers[2]}, next), next, 9);
     }},
    {"a root without a bundle", kForged,
     [](Attack& a) { return a.next_root(2, a.enrolled_signers(), a.fresh_signers()); }},
    {"a bundle in the place of a root", kForged,
     [](Attack& a) { return joined(a.published(9), a.published(8)); }},
    {"a root of whose three signers one has two certificates, who signs with both", kForged,
     [](Attack& a) {
         Identity again = a.signers[0];
         again.certificate = a.authority.certify_again(a.signers[0], kBundles);
         return a.by({a.signers[0], again});
     }},
    {"a signer whose certificate has expired", kForged,
     [](Attack& a) {
         const Identity late = a.signer([](Wish& wish) { wish.ends = -1h; });
         a.enrol(Signers{a.signers[0], late});
         return a.by({a.signers[0], late});
     }},
    {"a signer whose certificate is not valid yet", kForged,
     [](Attack& a) {
         const Identity early = a.signer([](Wish& wish) { wish.starts = 1h; });
         a.enrol(Signers{a.signers[0], early});
         return a.by({a.signers[0], early});
     }},
    {"a signer whose certificate has two roles", kForged, [](Attack& a) {
         const Identity both =
             a.signer([](Wish& wish) { wish.usage = std::string(kBundles) + "," + kReceipts; });
         a.enrol(Signers{a.signers[0], both});
         return a.by({a.signers[0], both});
     }}};

}  // namespace

TEST_CASE("no attack on roots and signers gets a bundle into service", "[link]") {
    const std::size_t count = right(kKeys);
    WARN("roots and signers: " << count << "/" << kKeys.size() << " as they must be");
}

// A kiosk with a bundle in service and the province's pen in an attacker's hand: what the attack
// classes of TUF's specification (section 1.5.2) and the ideas of its conformance suite become
// here.
#pragma once

#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/link/bundle_store.h"
#include "tests/support/bundle_maker.h"

namespace motlan::testing {

using namespace std::chrono_literals;

/// A kiosk with bundle 7 of root 1 in service, and the province's pen in the attacker's hand.
struct Attack : BundleMaker {
    SystemDisk disk;
    std::map<std::string, Bytes> served;  ///< what a file's name brings; the true one otherwise

    Attack() {
        BundleStore store = this->store();
        REQUIRE(store.accept(published(7), fetch()));
        files["units.toml"] = to_bytes("units = 1");
    }

    [[nodiscard]] BundleStore store() { return BundleStore({enrolment, clock, disk}); }
    [[nodiscard]] FetchFile fetch() {
        return [this](const BundleFile& file) -> Result<Bytes> {
            return served.contains(file.name) ? served.at(file.name) : files.at(file.name);
        };
    }
    [[nodiscard]] Bytes by(const Signers& people, std::int64_t version = 8) const {
        return signed_by(table(version), people, clock.wall());
    }
    [[nodiscard]] Bytes with(const char* key, const Tree& value) const {
        Tree::Table content = table(8);
        content[key] = value;
        return published(content);
    }
    /// A certificate for a bundle's signer with one thing changed.
    [[nodiscard]] Identity signer(const std::function<void(Wish&)>& change) const {
        Wish wish{.name = "bundles-9", .usage = kBundles};
        change(wish);
        return authority.issue(wish);
    }
    /// Root 2 with these people, and a bundle that they signed.
    [[nodiscard]] Bytes rotated(const Bytes& root, const Signers& people,
                                std::int64_t version = 8) const {
        return joined(root, by({people[0], people[1]}, version));
    }
    /// Takes bundle `version` under a new root into service.
    Signers rotate(std::int64_t version = 8) {
        const Signers next = fresh_signers();
        BundleStore store = this->store();
        REQUIRE(
            store.accept(rotated(next_root(2, enrolled_signers(), next), next, version), fetch()));
        return next;
    }
    /// Bundle 8, signed by the others, takes this certificate back.
    void take_back(const Identity& revoked) {
        files[std::string(kRevocations)] = authority.revocations({.revoked = {revoked}});
        BundleStore store = this->store();
        REQUIRE(store.accept(by({signers[0], signers[2]}), fetch()));
    }
    /// An enrolment whose root lists these signers.
    void enrol(std::span<const Identity> people, int threshold = 2) {
        put_text(folder() / "root.json", to_json(root_of(people, 1, threshold)));
        enrolment = read_enrolment(folder()).value();
    }
};

struct Case {
    const char* what;
    std::optional<Fault> wanted;  ///< nothing: it must be accepted
    std::function<Bytes(Attack&)> make;
};

inline constexpr auto kForged = Fault::BundleForged;
inline constexpr auto kOlder = Fault::BundleOlder;
inline constexpr auto kExpired = Fault::BundleExpired;

/// How many of the cases end as they must.
inline std::size_t right(const std::vector<Case>& cases) {
    std::size_t count = 0;
    for (const Case& each : cases) {
        Attack attack;
        const Bytes published = each.make(attack);
        BundleStore store = attack.store();
        const std::int64_t before = store.version();
        const auto accepted = store.accept(published, attack.fetch());
        const auto fault = accepted ? std::nullopt : std::optional(accepted.error());
        const bool stayed = accepted || attack.store().version() == before;
        INFO(each.what);
        CHECK((fault == each.wanted && stayed));
        count += fault == each.wanted && stayed ? 1 : 0;
    }
    return count;
}

}  // namespace motlan::testing

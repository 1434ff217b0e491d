#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/link/bundle_store.h"
#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Kept : Enrolled {
    HandClock clock;
    Enrolment enrolment = read_enrolment(folder()).value();
    Identity receipts = authority.issue("receipts", kReceipts);
    Identity recipient = authority.issue("recipient", kRecipient);

    [[nodiscard]] std::filesystem::path file() const { return state.path() / "bundle.cms"; }
    [[nodiscard]] BundleStore store() const { return {file(), enrolment, clock}; }
    [[nodiscard]] Bytes bundle(int version, const Identity& signer) const {
        const Tree content(
            Tree::Table{{"expires", to_timestamp(clock.wall() + std::chrono::days(7))},
                        {"issued", to_timestamp(clock.wall())},
                        {"receipt_signers", Tree::List{receipts.certificate}},
                        {"recipients", Tree::List{recipient.certificate}},
                        {"source_signers", Tree::List{}},
                        {"sources", Tree::List{}},
                        {"type", "motlan-bundle"},
                        {"version", version}});
        return sign_document(as_bytes(to_json(content)), signer.read_key(), clock.wall()).value();
    }
    [[nodiscard]] Bytes bundle(int version) const { return bundle(version, bundles); }
};

}  // namespace

TEST_CASE("an accepted bundle is there after a new start", "[link]") {
    const Kept kept;
    BundleStore store = kept.store();
    CHECK(store.version() == 0);

    REQUIRE(store.accept(kept.bundle(7)));

    CHECK(store.version() == 7);
    CHECK(kept.store().version() == 7);
}

TEST_CASE("a bundle's version never goes down", "[link]") {
    const Kept kept;
    BundleStore store = kept.store();
    const Bytes older = kept.bundle(6);
    REQUIRE(store.accept(kept.bundle(7)));

    CHECK(store.accept(older).error() == Fault::BundleOlder);
    BundleStore restarted = kept.store();
    CHECK(restarted.accept(older).error() == Fault::BundleOlder);
    CHECK(restarted.accept(kept.bundle(8)));
}

TEST_CASE("a forged or expired bundle leaves the present one in its place", "[link]") {
    Kept kept;
    BundleStore store = kept.store();
    const Bytes soon_old = kept.bundle(9);
    REQUIRE(store.accept(kept.bundle(7)));

    CHECK(store.accept(kept.bundle(8, kept.receipts)).error() == Fault::BundleForged);
    CHECK(store.accept(to_bytes("x")).error() == Fault::BundleForged);
    kept.clock.move(std::chrono::days(8));
    CHECK(store.accept(soon_old).error() == Fault::BundleExpired);
    CHECK(kept.store().version() == 7);
}

TEST_CASE("a damaged file is as good as none", "[link]") {
    const Kept kept;
    REQUIRE(kept.store().accept(kept.bundle(7)));
    put_text(kept.file(), "half a bundle");

    BundleStore store = kept.store();

    CHECK(store.version() == 0);
    CHECK(store.accept(kept.bundle(7)));
}

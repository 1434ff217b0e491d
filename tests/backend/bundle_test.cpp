#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/bundle.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();

struct Province : Enrolled {
    Enrolment enrolment = read_enrolment(folder()).value();
    Identity receipts = authority.issue("receipts", kReceipts);
    Identity answers = authority.issue("answers", kAnswers);
    Identity recipient = authority.issue("recipient", kRecipient);

    [[nodiscard]] Tree::Table table() const {
        return {{"expires", to_timestamp(kNow + std::chrono::days(7))},
                {"issued", to_timestamp(kNow)},
                {"receipt_signers", Tree::List{receipts.certificate}},
                {"recipients", Tree::List{recipient.certificate}},
                {"source_signers", Tree::List{answers.certificate}},
                {"sources", Tree::List{"dc", "ht"}},
                {"type", "motlan-bundle"},
                {"version", 7}};
    }
    [[nodiscard]] Bytes document(const Tree::Table& content, const Identity& signer) const {
        return sign_document(as_bytes(to_json(Tree(content))), signer.read_key(), kNow).value();
    }
    [[nodiscard]] Result<Bundle> open(const std::function<void(Tree::Table&)>& change) const {
        Tree::Table content = table();
        change(content);
        return open_bundle(document(content, bundles), enrolment, kNow);
    }
    [[nodiscard]] Bundle good() const {
        return open([](Tree::Table&) {}).value();
    }
};

}  // namespace

TEST_CASE("a bundle says to whom parts are sealed and who signs", "[backend]") {
    const Province province;

    const Bundle bundle = province.good();

    CHECK(bundle.version == 7);
    CHECK(bundle.recipients == std::vector{province.recipient.read_certificate()});
    CHECK(bundle.receipt_signers == std::vector{province.receipts.read_certificate()});
    CHECK(bundle.sources == std::vector<std::string>{"dc", "ht"});
    CHECK(check_usable(bundle, province.enrolment, kNow));
}

TEST_CASE("a bundle signed by anybody but the enrolled signer is forged", "[backend]") {
    const Province province;
    const auto fault = [&](const Identity& signer) {
        return open_bundle(province.document(province.table(), signer), province.enrolment, kNow)
            .error();
    };

    CHECK(fault(province.authority.issue("bundles", kBundles)) == Fault::BundleForged);
    CHECK(fault(province.receipts) == Fault::BundleForged);
    CHECK(fault(Authority().issue("bundles", kBundles)) == Fault::BundleForged);
    CHECK(open_bundle(to_bytes("x"), province.enrolment, kNow).error() == Fault::BundleForged);
}

TEST_CASE("a bundle with a missing or wrong field is forged", "[backend]") {
    const Province province;
    const auto fails_with = [&](const char* key, const Tree& value) {
        return province.open([&](Tree::Table& table) { table[key] = value; }).error() ==
               Fault::BundleForged;
    };

    for (const char* key : {"expires", "issued", "receipt_signers", "recipients", "source_signers",
                            "sources", "type", "version"}) {
        INFO(key);
        CHECK(province.open([&](Tree::Table& table) { table.erase(key); }).error() ==
              Fault::BundleForged);
    }
    CHECK(fails_with("version", 0));
    CHECK(fails_with("version", "7"));
    CHECK(fails_with("type", "motlan-receipt"));
    CHECK(fails_with("recipients", Tree::List{}));
    CHECK(fails_with("recipients", Tree::List(3, Tree(province.recipient.certificate))));
    CHECK(fails_with("recipients", Tree::List{"not a certificate"}));
    CHECK(fails_with("receipt_signers", Tree::List{}));
    CHECK(fails_with("sources", Tree::List{1}));
    CHECK(fails_with("expires", "2026-13-01T00:00:00.000Z"));
}

TEST_CASE("an older or expired bundle takes no other's place", "[backend]") {
    const Province province;
    const Bundle bundle = province.good();
    const WallTime late = bundle.expires;

    CHECK(check_newer(bundle, 7, kNow));
    CHECK(check_newer(bundle, 8, kNow).error() == Fault::BundleOlder);
    CHECK(check_newer(bundle, 7, late).error() == Fault::BundleExpired);
    CHECK(check_usable(bundle, province.enrolment, late).error() == Fault::BundleExpired);
}

TEST_CASE("no visit starts with a recipient whose certificate does not hold", "[backend]") {
    const Province province;
    const auto usable = [&](const Identity& recipient) {
        const Bundle bundle = province
                                  .open([&](Tree::Table& table) {
                                      table["recipients"] = Tree::List{recipient.certificate};
                                  })
                                  .value();
        return check_usable(bundle, province.enrolment, kNow).has_value();
    };

    CHECK(usable(province.recipient));
    CHECK_FALSE(usable(province.receipts));
    CHECK_FALSE(usable(Authority().issue("recipient", kRecipient)));
    CHECK_FALSE(usable(province.authority.issue({.name = "r",
                                                 .usage = kRecipient,
                                                 .key_usage = "keyAgreement",
                                                 .ends = std::chrono::hours(-1)})));
}

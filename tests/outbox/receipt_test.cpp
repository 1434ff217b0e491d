#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();

struct Case {
    Keys keys;
    DossierMark mark = sealed_dossier(keys, kNow).mark;
    Certificate ca = keys.authority.certificate();
    std::vector<Certificate> signers{keys.receipts.read_certificate()};
    Trust trust{ca, Role::Receipt, signers};

    /// The fault of a receipt with one thing changed; nothing when it is accepted.
    [[nodiscard]] std::optional<Fault> fault(
        const std::function<void(Tree::Table&)>& change) const {
        Tree::Table table = receipt_table(mark, kNow);
        change(table);
        const auto seen = verify_receipt(sign(table, keys.receipts, kNow), mark, trust, kNow);
        return seen ? std::optional<Fault>() : seen.error();
    }
};

}  // namespace

TEST_CASE("a good receipt tells code, place and time", "[outbox]") {
    const Case made;

    const auto receipt =
        verify_receipt(receipt_for(made.mark, made.keys, kNow), made.mark, made.trust, kNow);

    REQUIRE(receipt);
    CHECK(receipt->event == ReceiptEvent::SubmissionAcceptance);
    CHECK(receipt->code == "H41-261123-0001");
    CHECK(receipt->place == "Quầy số 3");
    CHECK(receipt->time == kNow);
    CHECK(receipt->due == kNow + std::chrono::days(2));
}

TEST_CASE("a receipt that names another dossier in any field is not for this one", "[outbox]") {
    const Case made;
    const std::string other_hash(64, 'b');
    const auto set = [&](const char* key, const Tree& value) {
        return made.fault([&](Tree::Table& table) { table[key] = value; });
    };
    const auto parts = [&](const std::function<void(Tree::List&)>& change) {
        return made.fault([&](Tree::Table& table) {
            Tree::List list = *table["parts"].list();
            change(list);
            table["parts"] = list;
        });
    };

    CHECK(set("dossier", std::string(32, '0')) == Fault::ReceiptForOtherDossier);
    CHECK(set("kiosk", "NA-VINH-04") == Fault::ReceiptForOtherDossier);
    CHECK(set("label", other_hash) == Fault::ReceiptForOtherDossier);
    CHECK(parts([](Tree::List& list) { list.pop_back(); }) == Fault::ReceiptForOtherDossier);
    CHECK(parts([](Tree::List& list) { list.push_back(list[0]); }) ==
          Fault::ReceiptForOtherDossier);
    CHECK(parts([](Tree::List& list) { std::swap(list[0], list[1]); }) ==
          Fault::ReceiptForOtherDossier);
    CHECK(parts([&](Tree::List& list) { list[2] = other_hash; }) == Fault::ReceiptForOtherDossier);
}

TEST_CASE("a receipt with a missing or strange field is forged", "[outbox]") {
    const Case made;
    const auto set = [&](const char* key, const Tree& value) {
        return made.fault([&](Tree::Table& table) { table[key] = value; });
    };

    for (const char* key : {"code", "dossier", "due", "event", "kiosk", "label", "parts", "place",
                            "sequence", "time", "type", "version"}) {
        INFO(key);
        CHECK(made.fault([&](Tree::Table& table) { table.erase(key); }) == Fault::ReceiptForged);
    }
    CHECK(set("type", "motlan-bundle") == Fault::ReceiptForged);
    CHECK(set("version", 2) == Fault::ReceiptForged);
    CHECK(set("event", "Handover") == Fault::ReceiptForged);
    CHECK(set("time", "2026-02-30T00:00:00.000Z") == Fault::ReceiptForged);
    CHECK(set("due", "soon") == Fault::ReceiptForged);
    CHECK(set("sequence", -1) == Fault::ReceiptForged);
    CHECK(set("place", std::string(401, 'x')) == Fault::ReceiptForged);
    CHECK(set("note", "unknown keys of the province are fine") == std::nullopt);
}

TEST_CASE("a receipt signed by anybody else is forged", "[outbox]") {
    const Case made;
    const auto fault = [&](const Identity& signer) {
        const auto seen = verify_receipt(sign(receipt_table(made.mark, kNow), signer, kNow),
                                         made.mark, made.trust, kNow);
        return seen ? std::optional<Fault>() : seen.error();
    };

    CHECK(fault(made.keys.receipts) == std::nullopt);
    CHECK(fault(made.keys.device) == Fault::ReceiptForged);
    CHECK(fault(made.keys.authority.issue("receipts", kBundles)) == Fault::ReceiptForged);
    CHECK(fault(made.keys.authority.issue("receipts", kReceipts)) == Fault::ReceiptForged);
    CHECK(fault(Authority().issue("receipts", kReceipts)) == Fault::ReceiptForged);
}

TEST_CASE("a refusal carries its reason and no code", "[outbox]") {
    const Case made;
    Tree::Table table = receipt_table(made.mark, kNow);
    for (const char* key : {"code", "due", "place"}) table.erase(key);
    table["event"] = "SubmissionRejection";
    CHECK_FALSE(parse_receipt(to_json(Tree(table))));
    table["reason"] = "part_unopened";

    const auto receipt = parse_receipt(to_json(Tree(table)));

    REQUIRE(receipt);
    CHECK(receipt->event == ReceiptEvent::SubmissionRejection);
    CHECK(receipt->reason == "part_unopened");
}

TEST_CASE("a receipt proves no time at which its signer could not sign", "[outbox]") {
    const Case made;
    const auto proven = [&](WallTime said) {
        Tree::Table table = receipt_table(made.mark, kNow);
        table["time"] = to_timestamp(said);
        const Bytes cms = sign(table, made.keys.receipts, kNow);
        const auto receipt = verify_receipt(cms, made.mark, made.trust, kNow);
        return proven_time(cms, receipt.value(), made.trust);
    };

    CHECK(proven(kNow) == kNow);
    CHECK(proven(kNow + std::chrono::days(600)) == kNow + std::chrono::days(600));
    CHECK(proven(kNow + std::chrono::days(800)) == WallTime());
}

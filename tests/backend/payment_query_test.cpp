// The province's word about a fee: what is drawn, and what never is.
#include "kiosk/backend/payment_query.h"

#include <format>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/domain/vietqr.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();

std::string code_for(std::int64_t dong, const std::string& purpose) {
    const std::string sum = std::to_string(dong);
    const std::string body = std::format(
        "00020101021238540010A00000072701240006970436011000000123450208QRIBFTTA530370454{:02}{}5802"
        "VN62{:02}08{:02}{}6304",
        sum.size(), sum, purpose.size() + 4, purpose.size(), purpose);
    return std::format("{}{:04X}", body, payment_crc(body));
}

struct Case {
    Keys keys;
    Certificate ca = keys.authority.certificate();
    std::vector<Certificate> signers{keys.receipts.read_certificate()};
    Trust trust{ca, Role::Receipt, signers};
    PaymentQuery query{std::string(32, '7'), parse_dossier_id(std::string(32, 'a')).value(), false};
    Tree::Table content{{"answered", to_timestamp(kNow)},
                        {"basis", ""},
                        {"code", "H41-261123-0001"},
                        {"dong", 8000},
                        {"dossier", std::string(32, 'a')},
                        {"expires", to_timestamp(kNow + std::chrono::minutes(15))},
                        {"paid", 0},
                        {"payee", "Tài khoản thử"},
                        {"payload", code_for(8000, "H41 261123 0001")},
                        {"query", std::string(32, '7')},
                        {"state", "waiting"},
                        {"type", "motlan-payment"},
                        {"version", 1}};

    [[nodiscard]] Result<Payment> open() const {
        return open_payment(sign(content, keys.receipts, kNow), query, trust, kNow);
    }
    [[nodiscard]] bool is_forged_with(const std::string& key, const Tree& value) const {
        Case changed = *this;
        changed.content[key] = value;
        const auto opened = changed.open();
        return !opened && opened.error() == Fault::PaymentForged;
    }
};

}  // namespace

TEST_CASE("a test is asked for and answered as one, from its code to the money that went back",
          "[backend]") {
    Case c;
    c.query.test = PaymentTest::Pay;
    CHECK(to_json(to_tree(c.query)).contains(R"("test":"pay")"));
    c.content["test"] = true;
    c.content["dong"] = kTestDong;
    c.content["code"] = "THU-1A2B3C4D";
    c.content["payload"] = code_for(kTestDong, "THU 1A2B3C4D");
    REQUIRE(c.open());

    c.content["state"] = "paid";
    c.content["paid"] = kTestDong;
    CHECK(c.open()->state == PaymentState::Paid);
    c.content["state"] = "refunded";
    CHECK(c.is_forged_with("paid", kTestDong));
    c.content["paid"] = 0;
    CHECK(c.open()->state == PaymentState::Refunded);

    CHECK(c.is_forged_with("test", false));
    CHECK(c.is_forged_with("test", "yes"));
    CHECK(c.is_forged_with("dong", 2'000));
    CHECK(c.is_forged_with("code", "H41-261123-0001"));
}

TEST_CASE("no dossier's fee is believed to be a test, and no test to be none", "[backend]") {
    Case c;
    CHECK_FALSE(to_json(to_tree(c.query)).contains("test"));
    CHECK(c.is_forged_with("test", true));
    CHECK(c.is_forged_with("test", false));
    CHECK(c.is_forged_with("state", "refunded"));

    c.query.test = PaymentTest::Refund;
    CHECK_FALSE(c.open());
}

TEST_CASE("a code for this dossier and this sum is drawn", "[backend]") {
    const Case c;

    const auto payment = c.open();

    REQUIRE(payment);
    CHECK(payment->state == PaymentState::Waiting);
    CHECK(payment->dong == 8000);
    CHECK(payment->code == "H41-261123-0001");
    CHECK(payment->dossier == std::string(32, 'a'));
    CHECK(parse_vietqr(payment->payload)->dong == 8000);
}

TEST_CASE("a code for another sum, dossier or question is never drawn", "[backend]") {
    const Case c;

    CHECK(c.is_forged_with("payload", code_for(80'000, "H41 261123 0001")));
    CHECK(c.is_forged_with("payload", code_for(8'000, "H41 261123 0002")));
    CHECK(c.is_forged_with("payload", code_for(8'000, "H41 261123 0001") + "0"));
    CHECK(c.is_forged_with("payload", ""));
    CHECK(c.is_forged_with("dong", 80'000));
    CHECK(c.is_forged_with("dong", -8'000));
    CHECK(c.is_forged_with("code", "H41-261123-0002"));
    CHECK(c.is_forged_with("dossier", std::string(32, 'b')));
    CHECK(c.is_forged_with("query", std::string(32, '8')));
    CHECK(c.is_forged_with("payee", "a\nb"));
    CHECK(c.is_forged_with("expires", "soon"));
    CHECK(c.is_forged_with("answered", to_timestamp(kNow - std::chrono::hours(2))));
    CHECK(c.is_forged_with("state", "free"));
}

TEST_CASE("only the province's receipt key speaks of money", "[backend]") {
    const Case c;
    const Bytes document = sign(c.content, c.keys.device, kNow);

    CHECK(open_payment(document, c.query, c.trust, kNow).error() == Fault::PaymentForged);
}

TEST_CASE("paid is paid in full, and short is another sum", "[backend]") {
    Case c;
    c.content["payload"] = "";
    c.content["state"] = "paid";
    c.content["paid"] = 8000;
    CHECK(c.open()->state == PaymentState::Paid);
    c.content["paid"] = 7000;
    CHECK_FALSE(c.open());
    c.content["state"] = "short";
    CHECK(c.open()->paid == 7000);
    c.content["state"] = "expired";
    CHECK(c.open()->state == PaymentState::Expired);
}

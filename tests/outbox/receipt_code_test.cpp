// The code on a slip, written by the province's own writer and read by the kiosk's reader.
#include "kiosk/outbox/receipt_code.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/outbox/base45.h"
#include "kiosk/outbox/receipt.h"
#include "tests/province/receipt_code.h"
#include "tests/support/authority.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Case {
    WallTime now = HandClock().wall();
    Authority authority;
    Identity receipts = authority.issue("receipts", kReceipts);
    Certificate ca = authority.certificate();
    std::vector<Certificate> signers{receipts.read_certificate()};
    Trust trust{ca, Role::Receipt, signers};

    [[nodiscard]] std::string code(const Identity& by, const std::string& words,
                                   WallTime received) const {
        return province::receipt_code({words, received, received + std::chrono::days(2)},
                                      {by.certificate, by.key})
            .value();
    }
    [[nodiscard]] std::string good() const { return code(receipts, "H41-261123-0001", now); }
    [[nodiscard]] bool holds(std::string_view text) const {
        return verify_receipt_code(text, trust).has_value();
    }
};

/// How many of these texts are believed.
std::size_t believed(const Case& made, const std::vector<std::string>& texts) {
    return static_cast<std::size_t>(
        std::ranges::count_if(texts, [&](const std::string& text) { return made.holds(text); }));
}

}  // namespace

TEST_CASE("a receipt's code says what was received and when, and names nobody", "[outbox]") {
    const Case made;

    const std::string text = made.good();
    const auto code = verify_receipt_code(text, made.trust);

    REQUIRE(code);
    CHECK(code->code == "H41-261123-0001");
    CHECK(code->received == made.now);
    CHECK(code->due == made.now + std::chrono::days(2));
    CHECK(text.size() == 153);
}

TEST_CASE("no bit of a receipt's code can be flipped", "[outbox]") {
    const Case made;
    const Bytes bytes = from_base45(made.good().substr(4)).value();
    std::vector<std::string> flipped;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        Bytes other = bytes;
        other[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        flipped.push_back("ML1:" + province::to_base45(other));
    }
    const std::string good = made.good();
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string other = good;
        other[bit / 8] = static_cast<char>(other[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
        flipped.push_back(std::move(other));
    }

    CHECK(made.holds("ML1:" + province::to_base45(bytes)));
    CHECK(believed(made, flipped) == 0);
}

TEST_CASE("a receipt's code that was cut or added to is forged", "[outbox]") {
    const Case made;
    const std::string good = made.good();
    std::vector<std::string> others{good + " ", good + "0", good + "000", "ML1:" + good, ""};
    for (std::size_t size = 0; size < good.size(); ++size) {
        others.push_back(good.substr(0, size));
        others.push_back("ML1:" + good.substr(std::max<std::size_t>(size, 4) + 1));
    }

    CHECK(believed(made, others) == 0);
}

TEST_CASE("a code signed by anybody but a listed signer is forged", "[outbox]") {
    const Case made;
    const auto signed_by = [&](const Identity& signer) {
        return made.holds(made.code(signer, "H41-261123-0001", made.now));
    };

    CHECK(signed_by(made.receipts));
    CHECK_FALSE(signed_by(made.authority.issue("receipts", kReceipts)));
    CHECK_FALSE(signed_by(made.authority.issue("receipts", kBundles)));
    CHECK_FALSE(signed_by(Authority().issue("receipts", kReceipts)));
}

TEST_CASE("a listed signer of another role, or on a day outside its life, is not believed",
          "[outbox]") {
    Case made;
    const Identity bundles = made.authority.issue("bundles", kBundles);
    made.signers.push_back(bundles.read_certificate());
    const Trust trust{made.ca, Role::Receipt, made.signers};

    CHECK_FALSE(verify_receipt_code(made.code(bundles, "H41-261123-0001", made.now), trust));
    const auto long_ago = made.now - std::chrono::days(3000);
    CHECK_FALSE(verify_receipt_code(made.code(made.receipts, "H41-261123-0001", long_ago), trust));
    CHECK_FALSE(verify_receipt_code(made.good(), {made.ca, Role::Receipt}));
}

TEST_CASE("a code with letters that no dossier's code has is forged", "[outbox]") {
    const Case made;

    for (const char* words : {"", "H41-261123-0001\n", "h41", "<b>", "H41 261123"}) {
        INFO(words);
        CHECK_FALSE(made.holds(made.code(made.receipts, words, made.now)));
    }
    CHECK_FALSE(made.holds(made.code(made.receipts, std::string(33, 'A'), made.now)));
    CHECK(made.holds(made.code(made.receipts, std::string(32, 'A'), made.now)));
}

TEST_CASE("a receipt's code is carried away only where it says what the receipt says", "[outbox]") {
    const Case made;
    ProvinceReceipt receipt{.event = ReceiptEvent::SubmissionAcceptance,
                            .time = made.now,
                            .code = "H41-261123-0001",
                            .due = made.now + std::chrono::days(2),
                            .token = made.good()};

    CHECK(proven_token(receipt, made.trust) == receipt.token);
    receipt.code = "H41-261123-0002";
    CHECK(proven_token(receipt, made.trust).empty());
    receipt.code = "H41-261123-0001";
    receipt.due += std::chrono::milliseconds(1);
    CHECK(proven_token(receipt, made.trust).empty());
}

TEST_CASE("base45 reads what the standard's examples spell", "[outbox]") {
    const auto text = [](std::string_view letters) {
        return std::string(as_text(from_base45(letters).value()));
    };

    CHECK(text("BB8") == "AB");
    CHECK(text("%69 VD92EX0") == "Hello!!");
    CHECK(text("UJCLQE7W581") == "base-45");
    CHECK(text("QED8WEX0") == "ietf!");
    CHECK(text("") == "");
    for (const char* wrong : {"GGW", ":::", "B", "BB8B", "bb8", "ZZ", "\xC3\xA9"}) {
        INFO(wrong);
        CHECK_FALSE(from_base45(wrong));
    }
}

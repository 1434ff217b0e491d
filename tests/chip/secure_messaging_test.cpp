#include "kiosk/chip/secure_messaging.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/tlv.h"
#include "tests/chip/hex.h"

using namespace motlan;
using motlan::testing::hex;

namespace {

// Appendix D.3 and D.4 of Doc 9303-11: the agreed secret, the counter, the first exchange.
SecureMessaging example() {
    return {Cipher::TripleDes, hex("0036D272F5C350ACAC50C3F572D23600"), hex("887022120C06C226")};
}

const Command kSelectCom = {.ins = 0xA4, .p1 = 0x02, .p2 = 0x0C, .content = {0x01, 0x1E}};
const char* const kSelected = "990290008E08FA855A5D4C50A8ED";

Answer answer(std::string_view content) { return {hex(content), 0x9000}; }

}  // namespace

TEST_CASE("a command is hidden and sealed as the example shows", "[chip]") {
    SecureMessaging messaging = example();

    CHECK(to_hex(encode(messaging.protect(kSelectCom))) ==
          "0ca4020c158709016375432908c044f68e08bf8b92d635ff24f800");
    CHECK(messaging.unprotect(answer(kSelected))->is_done());
}

TEST_CASE("an answer with one bit changed anywhere ends the session", "[chip]") {
    for (std::size_t bit = 0; bit < hex(kSelected).size() * 8; ++bit) {
        SecureMessaging messaging = example();
        (void)messaging.protect(kSelectCom);
        Answer changed = answer(kSelected);
        changed.content[bit / 8] =
            static_cast<std::uint8_t>(changed.content[bit / 8] ^ (1U << (bit % 8)));

        INFO(bit);
        CHECK(messaging.unprotect(changed).error() == Fault::ChipMalformed);
        CHECK(messaging.unprotect(answer(kSelected)).error() == Fault::ChipMalformed);
    }
}

TEST_CASE("an answer that was good once is not good again", "[chip]") {
    SecureMessaging messaging = example();
    (void)messaging.protect(kSelectCom);
    REQUIRE(messaging.unprotect(answer(kSelected)));
    (void)messaging.protect(kSelectCom);

    CHECK(messaging.unprotect(answer(kSelected)).error() == Fault::ChipMalformed);
}

TEST_CASE("an answer without a seal, or with more behind it, is not believed", "[chip]") {
    for (const char* content :
         {"", "99029000", "8E08FA855A5D4C50A8ED", "990290008E08FA855A5D4C50A8ED9900",
          "990290008E0899", "8E08FA855A5D4C50A8ED99029000", "87018E08FA855A5D4C50A8ED"}) {
        SecureMessaging messaging = example();
        (void)messaging.protect(kSelectCom);

        INFO(content);
        CHECK(messaging.unprotect(answer(content)).error() == Fault::ChipMalformed);
    }
}

TEST_CASE("a command with an odd instruction hides its content without a padding byte", "[chip]") {
    SecureMessaging messaging(Cipher::Aes128, hex("00112233"), Bytes(16));

    const Command hidden =
        messaging.protect({.ins = 0xB1, .content = hex("54028000"), .expected = 0xDF});

    ByteView rest = hidden.content;
    CHECK(take(rest, 0x85)->size() == 16);
    CHECK(to_hex(*take(rest, 0x97)) == "df");
    CHECK(take(rest, 0x8E)->size() == 8);
    CHECK(rest.empty());
}

TEST_CASE("the largest answer that may be asked for fits a short one", "[chip]") {
    for (const Cipher cipher : {Cipher::TripleDes, Cipher::Aes256}) {
        const std::size_t hidden = padded(Bytes(kProtectedContentLimit), block_size(cipher)).size();

        const std::size_t whole = element(0x87, Bytes(1 + hidden)).size() + 4 + 10;

        CHECK(whole <= kAnswerContentLimit);
    }
}

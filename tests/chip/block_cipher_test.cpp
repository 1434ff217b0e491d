#include "kiosk/chip/block_cipher.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/chip/hex.h"

using namespace motlan;
using motlan::testing::hex;

TEST_CASE("the code of AES is the first half of CMAC", "[chip]") {
    // NIST SP 800-38B, examples 1 and 2.
    const Bytes key = hex("2B7E151628AED2A6ABF7158809CF4F3C");

    CHECK(mac(Cipher::Aes128, key, {}) == hex("BB1D6929E9593728"));
    CHECK(mac(Cipher::Aes128, key, hex("6BC1BEE22E409F96E93D7E117393172A")) ==
          hex("070A16B46B4D4144"));
}

TEST_CASE("every cipher gives back what it took", "[chip]") {
    for (const Cipher cipher :
         {Cipher::TripleDes, Cipher::Aes128, Cipher::Aes192, Cipher::Aes256}) {
        Bytes key(key_size(cipher), 0x17);
        key.front() = 0x42;
        const Bytes start(block_size(cipher), 0x01);
        const Bytes plain(4 * block_size(cipher), 0x5A);

        const Bytes secret = encrypt(cipher, key, start, plain);

        CHECK(secret != plain);
        CHECK(decrypt(cipher, key, start, secret) == plain);
    }
}

TEST_CASE("padding is always added and comes off whole", "[chip]") {
    CHECK(padded({}, 8) == hex("8000000000000000"));
    CHECK(padded(Bytes(7, 1), 8) == hex("0101010101010180"));
    CHECK(padded(Bytes(8, 1), 8).size() == 16);
    CHECK(unpadded(hex("0102800000")) == hex("0102"));
    CHECK(unpadded(hex("80"))->empty());
}

TEST_CASE("what has no padding is refused", "[chip]") {
    for (const char* bytes : {"", "00", "0000000000000000", "0102", "800001"}) {
        INFO(bytes);
        CHECK(unpadded(hex(bytes)) == fail(Fault::ChipMalformed));
    }
}

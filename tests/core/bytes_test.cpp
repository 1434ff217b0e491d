// Bytes and their spelling as text.
#include <array>
#include <string>
#include <utility>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/bytes.h"

namespace motlan {
namespace {

// RFC 4648 section 10.
constexpr std::array<std::pair<const char*, const char*>, 7> kVectors{{{"", ""},
                                                                       {"f", "Zg=="},
                                                                       {"fo", "Zm8="},
                                                                       {"foo", "Zm9v"},
                                                                       {"foob", "Zm9vYg=="},
                                                                       {"fooba", "Zm9vYmE="},
                                                                       {"foobar", "Zm9vYmFy"}}};

Bytes counting_bytes(std::size_t count) {
    Bytes bytes(count);
    for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(i * 37);
    return bytes;
}

}  // namespace

TEST_CASE("base64 agrees with the vectors of RFC 4648", "[core]") {
    for (const auto& [plain, spelled] : kVectors) {
        CHECK(to_base64(as_bytes(plain)) == spelled);
        CHECK(from_base64(spelled) == to_bytes(plain));
    }
}

TEST_CASE("bytes of every length come back from base64 as they were", "[core]") {
    for (std::size_t length = 0; length < 300; ++length) {
        const Bytes bytes = counting_bytes(length);
        CHECK(from_base64(to_base64(bytes)) == bytes);
    }
}

TEST_CASE("base64 that nobody would write is refused", "[core]") {
    for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "====", "Zm9v\n", "Zm 9v===", "Zg==Zg==",
                             "Zh==", "Zm9=", "Zm-v", "Zm_v", "=Zm9", "Z=g="}) {
        INFO(text);
        CHECK(from_base64(text).error() == Fault::MessageMalformed);
    }
}

TEST_CASE("hexadecimal is small letters, two for each byte", "[core]") {
    CHECK(to_hex(Bytes{0x00, 0x0f, 0xa5, 0xff}) == "000fa5ff");
    CHECK(to_hex({}).empty());
}

}  // namespace motlan

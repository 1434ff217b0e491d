#include "kiosk/chip/tlv.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/chip/hex.h"

using namespace motlan;
using motlan::testing::hex;

TEST_CASE("elements are taken one after the other", "[chip]") {
    const Bytes bytes = hex("0201055F2E81030102037F490400112233");
    ByteView rest = bytes;

    CHECK(to_hex(*take(rest, 0x02)) == "05");
    CHECK(to_hex(*take(rest, 0x5F2E)) == "010203");
    CHECK(to_hex(*take(rest, 0x7F49)) == "00112233");
    CHECK(rest.empty());
    CHECK(take(rest).error() == Fault::ChipMalformed);
}

TEST_CASE("an element that does not lie whole in the bytes is refused", "[chip]") {
    const std::vector<const char*> cut = {
        "",                  // nothing
        "30",                // no length
        "3002FF",            // shorter than it says
        "3081",              // a length without its byte
        "308200",            // or with half of it
        "30840000",          // or with half of a long one
        "3084FFFFFFFF",      // four gigabytes
        "3085000000000100",  // a length of five bytes
        "308000000000",      // without an end of its own
        "1F",                // half a tag
        "1F8181810100",      // a tag of more than three bytes
    };

    for (const char* text : cut) {
        const Bytes bytes = hex(text);
        ByteView rest = bytes;
        INFO(text);
        CHECK(take(rest).error() == Fault::ChipMalformed);
    }
}

TEST_CASE("what follows the only element is refused", "[chip]") {
    CHECK(only(hex("300100"), 0x30).has_value());
    CHECK(only(hex("30010000"), 0x30).error() == Fault::ChipMalformed);
    CHECK(only(hex("310100"), 0x30).error() == Fault::ChipMalformed);
}

TEST_CASE("an element is found behind others, and missing ones are not", "[chip]") {
    const Bytes bytes = hex("020101020102300103");

    CHECK(to_hex(*find(bytes, 0x02)) == "01");
    CHECK(to_hex(*find(bytes, 0x30)) == "03");
    CHECK(find(bytes, 0x31).error() == Fault::ChipMalformed);
}

TEST_CASE("a beginning tells how long the whole will be", "[chip]") {
    CHECK(whole_size(hex("6082012345")) == 0x123 + 4);
    CHECK(whole_size(hex("6D00")) == 2);
    CHECK(whole_size(hex("7584FFFFFFFF")) == 0x100000005);
    CHECK_FALSE(whole_size(hex("60")).has_value());
    CHECK_FALSE(whole_size(hex("6084FFFF")).has_value());
}

TEST_CASE("what is written is read again", "[chip]") {
    for (const std::size_t size : {0U, 1U, 0x7FU, 0x80U, 0xFFU, 0x100U, 0xFFFFU}) {
        const Bytes content(size, 0xA5);
        for (const Tag tag : {0x30U, 0x7F49U}) {
            const Bytes bytes = element(tag, content);
            INFO(size);
            CHECK(to_hex(*only(bytes, tag)) == to_hex(content));
            CHECK(whole_size(bytes) == bytes.size());
        }
    }
}

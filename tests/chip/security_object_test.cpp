#include "kiosk/chip/security_object.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/joined.h"
#include "kiosk/chip/tlv.h"
#include "tests/chip/hex.h"

using namespace motlan;
using motlan::testing::hex;

namespace {

// "abc" and its digests (FIPS 180-4, the examples of NIST).
const Bytes kFile = {'a', 'b', 'c'};
const char* const kSha224 = "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7";
const char* const kSha256 = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

/// An object of that version, with the digest's number, over one file, and what may follow.
Bytes object(std::uint8_t version, std::uint8_t kind, std::uint8_t file, const Bytes& last = {}) {
    const Bytes identifier = joined({hex("6086480165030402"), Bytes{kind}});
    const Bytes entry = element(0x30, joined({element(0x02, Bytes{file}),
                                              element(0x04, hex(kind == 4 ? kSha224 : kSha256))}));
    return element(0x30,
                   joined({element(0x02, Bytes{version}), element(0x30, element(0x06, identifier)),
                           element(0x30, entry), last}));
}

Result<void> check(const Bytes& security_object) {
    return check_digests(security_object, std::vector<ChipContent>{{13, kFile}});
}

}  // namespace

TEST_CASE("both versions of the object are read", "[chip]") {
    const Bytes version_of_the_files = element(0x30, hex("1304303130381306303430303030"));

    CHECK(check(object(0, 1, 13)));
    CHECK(check(object(0, 4, 13)));
    CHECK(check(object(1, 1, 13, version_of_the_files)));
}

TEST_CASE("a digest that is not the file's, or is missing, is forged", "[chip]") {
    Bytes changed = object(0, 1, 13);
    changed.back() ^= 1;

    CHECK(check(changed) == fail(Fault::ChipForged));
    CHECK(check(object(0, 1, 1)) == fail(Fault::ChipForged));
    CHECK(check(object(0, 2, 13)) == fail(Fault::ChipForged));
}

TEST_CASE("another version, digest or shape is not understood", "[chip]") {
    const Bytes good = object(0, 1, 13);

    CHECK(check(object(2, 1, 13)) == fail(Fault::ChipMalformed));
    CHECK(check(object(0, 5, 13)) == fail(Fault::ChipMalformed));
    for (std::size_t size = 0; size < good.size(); ++size) {
        const Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK(check(cut) == fail(Fault::ChipMalformed));
    }
}

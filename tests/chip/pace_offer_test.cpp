#include "kiosk/chip/pace_offer.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/joined.h"
#include "kiosk/chip/tlv.h"
#include "tests/chip/hex.h"

using namespace motlan;
using motlan::testing::hex;

namespace {

/// PACEInfo: the last two numbers of the protocol, version, parameters.
Bytes offer(const char* mapping_and_cipher, const char* version, const char* parameters) {
    const Bytes protocol = joined({hex("04007F0007020204"), hex(mapping_and_cipher)});
    return element(0x30, joined({element(0x06, protocol), element(0x02, hex(version)),
                                 element(0x02, hex(parameters))}));
}

Result<std::optional<PaceOffer>> best(std::initializer_list<ByteView> offers) {
    return best_offer(element(0x31, joined(offers)));
}

}  // namespace

TEST_CASE("the offer of the worked example is read", "[chip]") {
    const auto found = best_offer(hex("31143012060A04007F0007020204020202010202010D"));

    REQUIRE((found && *found));
    CHECK((*found)->cipher == Cipher::Aes128);
    CHECK((*found)->curve == Curve::BrainpoolP256r1);
    CHECK((*found)->is_only);
    CHECK(to_hex((*found)->protocol()) == "04007f00070202040202");
}

TEST_CASE("the strongest cipher is taken, the first of equals", "[chip]") {
    const auto found = best({offer("0201", "02", "0C"), offer("0204", "02", "0D"),
                             offer("0204", "02", "0C"), offer("0202", "02", "12")});

    REQUIRE((found && *found));
    CHECK((*found)->cipher == Cipher::Aes256);
    CHECK((*found)->curve == Curve::BrainpoolP256r1);
    CHECK_FALSE((*found)->is_only);
}

TEST_CASE("ways that we do not know are passed over", "[chip]") {
    const Bytes integrated = offer("0404", "02", "0C");
    const Bytes whole_numbers = offer("0102", "02", "00");
    const Bytes with_authentication = offer("0604", "02", "0C");
    const Bytes other_version = offer("0204", "03", "0C");
    const Bytes other_curve = offer("0204", "02", "13");
    const Bytes other_cipher = offer("0205", "02", "0C");
    const Bytes of_the_chip = hex("300D06082A8648CE3D020106020101");

    for (const Bytes& unknown : {integrated, whole_numbers, with_authentication, other_version,
                                 other_curve, other_cipher, of_the_chip}) {
        const auto alone = best({unknown});
        const auto beside = best({unknown, offer("0202", "02", "0C")});

        REQUIRE((alone && beside && *beside));
        CHECK_FALSE(alone->has_value());
        CHECK((*beside)->curve == Curve::NistP256);
    }
}

TEST_CASE("a file that is no list of offers is refused", "[chip]") {
    for (const char* bytes : {"", "30", "3000", "310430020500", "3103300106", "31023181"}) {
        INFO(bytes);
        CHECK(best_offer(hex(bytes)).error() == Fault::ChipMalformed);
    }
    CHECK(best({})->has_value() == false);
}

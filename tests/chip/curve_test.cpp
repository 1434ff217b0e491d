#include "kiosk/chip/curve.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/chip/hex.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

// The order of P-256 (SP 800-186 section 3.2.1.3).
const char* const kOrder = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
const char* const kOneLess = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632550";
const std::string kNull(64, '0');

}  // namespace

TEST_CASE("a private key is neither zero nor the order or more", "[chip]") {
    const std::string all(64, 'F');

    const ChipKey key = private_key(Curve::NistP256, drawn({all, kOrder, kNull, kOneLess}));

    CHECK(to_hex(key.reveal()) == to_hex(hex(kOneLess)));
}

TEST_CASE("bits beyond the order's are not drawn", "[chip]") {
    const std::string draw = "FE" + std::string(128, '0') + "07";

    const ChipKey key = private_key(Curve::NistP521, drawn({draw}));

    CHECK(to_hex(key.reveal()) == std::string(130, '0') + "07");
}

TEST_CASE("two private keys agree on one point on every curve", "[chip]") {
    for (int identifier = 0; identifier < 256; ++identifier) {
        const auto curve = curve_of(static_cast<std::uint8_t>(identifier));
        INFO(identifier);
        CHECK(curve.has_value() == (identifier >= 8 && identifier <= 18));
        if (!curve) continue;
        const ChipKey ours = private_key(*curve, system_chance);
        const ChipKey theirs = private_key(*curve, system_chance);
        const Bytes generator = generator_of(*curve);

        const auto one =
            multiply(*curve, ours.reveal(), multiply(*curve, theirs.reveal(), generator).value());
        const auto other =
            multiply(*curve, theirs.reveal(), multiply(*curve, ours.reveal(), generator).value());

        REQUIRE(one);
        CHECK(*one == *other);
        CHECK(x_of(*one).size() * 2 + 1 == one->size());
    }
}

TEST_CASE("the neutral element is never an answer", "[chip]") {
    const Bytes generator = generator_of(Curve::NistP256);
    const Bytes opposite = multiply(Curve::NistP256, hex(kOneLess), generator).value();

    CHECK(multiply(Curve::NistP256, hex(kOrder), generator) == fail(Fault::ChipMalformed));
    CHECK(multiply(Curve::NistP256, hex(kNull), generator) == fail(Fault::ChipMalformed));
    CHECK(add(Curve::NistP256, generator, opposite) == fail(Fault::ChipMalformed));
}

TEST_CASE("a point of another curve is not calculated with", "[chip]") {
    const Bytes stranger = generator_of(Curve::BrainpoolP256r1);
    const Bytes ours = generator_of(Curve::NistP256);

    CHECK(multiply(Curve::NistP256, hex("02"), stranger) == fail(Fault::ChipMalformed));
    CHECK(add(Curve::NistP256, ours, stranger) == fail(Fault::ChipMalformed));
    CHECK(add(Curve::NistP256, stranger, ours) == fail(Fault::ChipMalformed));
}

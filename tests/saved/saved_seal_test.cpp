#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/timestamp.h"
#include "kiosk/outbox/envelope.h"
#include "kiosk/saved/saved_seal.h"

using namespace motlan;

namespace {

const WallTime kUntil = parse_timestamp("2026-11-24T02:00:00.123Z").value();

CitizenNumber number(std::string_view digits = "040200000017") {
    return CitizenNumber::parse(digits).value();
}

struct Sealed {
    Bytes secret = new_saved_secret().value();
    CitizenNumber holder = number();
    Bytes bytes;

    explicit Sealed(ByteView plain) : bytes(seal_saved(plain, kUntil, {secret, holder}).value()) {}
};

}  // namespace

TEST_CASE("both halves together open what was sealed, whatever its last bytes are", "[saved]") {
    for (const std::string_view words : {"", "Dấu Vết", "ends with the mark\x80", "nothing"}) {
        Bytes plain = to_bytes(words);
        if (words == "nothing") plain.insert(plain.end(), 9, 0);
        const Sealed sealed(plain);

        CHECK(open_saved(sealed.bytes, {sealed.secret, sealed.holder}) == plain);
        CHECK(saved_until(sealed.bytes) == kUntil);
        CHECK(claimed_until(sealed.bytes) == kUntil);
    }
}

TEST_CASE("neither half opens it alone", "[saved]") {
    const Sealed sealed(to_bytes("Dấu Vết"));
    const Bytes other = new_saved_secret().value();
    const CitizenNumber neighbour = number("040200000018");

    CHECK(open_saved(sealed.bytes, {sealed.secret, neighbour}).error() == Fault::SavedOtherCard);
    CHECK(open_saved(sealed.bytes, {other, sealed.holder}).error() == Fault::SavedOtherCard);
}

TEST_CASE("nothing of it can be read, and its size tells no more than a step", "[saved]") {
    const Bytes plain = to_bytes("Dấu Vết");
    const Sealed one(plain);
    const Sealed same(plain);
    const Sealed larger(Bytes(kPaddingStep / 2, 1));

    CHECK(std::ranges::search(one.bytes, plain).empty());
    CHECK(std::ranges::search(one.bytes, one.secret).empty());
    CHECK(one.bytes != same.bytes);
    CHECK(one.bytes.size() == larger.bytes.size());
    CHECK(saved_name(one.secret) != saved_name(same.secret));
    CHECK(saved_name(one.secret).size() == 64);
}

TEST_CASE("a byte that was changed anywhere, or a cut, is damage and no other card", "[saved]") {
    const Sealed sealed(to_bytes("Dấu Vết"));
    for (std::size_t i = 0; i < sealed.bytes.size(); i += i < 40 ? 1 : 4099) {
        Bytes changed = sealed.bytes;
        changed[i] ^= 1U;
        INFO(i);
        CHECK(open_saved(changed, {sealed.secret, sealed.holder}).error() == Fault::SavedDamaged);
        const ByteView cut = ByteView(sealed.bytes).first(i);
        CHECK(open_saved(cut, {sealed.secret, sealed.holder}).error() == Fault::SavedDamaged);
    }
}

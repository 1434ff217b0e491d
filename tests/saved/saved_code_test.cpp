#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/timestamp.h"
#include "kiosk/domain/saved_slip.h"
#include "kiosk/saved/saved_code.h"

using namespace motlan;

namespace {

SavedCode example(const std::string& kiosk = "NA-VINH-03") {
    SavedCode code;
    code.secret = Personal(Bytes(kSavedSecretSize, 7));
    code.until = parse_timestamp("2026-11-24T02:00:00.123Z").value();
    code.kiosk = kiosk;
    return code;
}

}  // namespace

TEST_CASE("a code says secret, time and kiosk, in letters that a QR packs tightly", "[saved]") {
    for (const std::string& kiosk :
         {std::string("A"), std::string("NA-VINH-03"), std::string(64, 'Z')}) {
        const std::string text = to_text(example(kiosk));

        const auto read = parse_saved_code(text);

        REQUIRE(read);
        CHECK(read->secret == example().secret);
        CHECK(read->until == example().until);
        CHECK(read->kiosk == kiosk);
        CHECK(text.size() <= kSavedCodeLimit);
        CHECK(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") ==
              std::string::npos);
    }
}

TEST_CASE("what is no such code, or is spelled otherwise, is not known", "[saved]") {
    const std::string good = to_text(example());
    const std::string long_one = std::string(kSavedMark) + std::string(400, '0');
    for (const std::string& text :
         {std::string(), std::string(kSavedMark), std::string("ML1:") + good.substr(5),
          good.substr(0, 40), good + "a",
          good + "00000000000000000000000000000000000000000000000000"
                 "000000000000000000000000000000000000000000000000000000000000000000000000000000",
          long_one, to_text(example("")), to_text(example("with blank")),
          to_text(example("bad\n"))}) {
        const auto read = parse_saved_code(text);
        INFO(text);
        REQUIRE_FALSE(read);
        CHECK(read.error() == Fault::SavedUnknown);
    }
}

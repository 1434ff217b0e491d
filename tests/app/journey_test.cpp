#include "kiosk/app/journey.h"

#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

Checked<Journey> read(std::string_view steps) {
    const testing::Folder folder;
    REQUIRE(write_file(folder.path() / "card.png", as_bytes("a picture")));
    const std::string text = "name = \"a visit\"\n" + std::string(steps);
    REQUIRE(write_file(folder.path() / "journey.toml", as_bytes(text)));
    return read_journey(folder.path() / "journey.toml", {});
}

}  // namespace

TEST_CASE("a journey is read step by step with its lines", "[app]") {
    const auto journey = read(R"(
[[step]]
tap = "welcome.start"
[[step]]
show_card = "card.png"
[[step]]
expect = "check.full_name"
says = "MẪU"
[[step]]
wait = 20
)");

    REQUIRE(journey);
    REQUIRE(journey->steps.size() == 4);
    CHECK(std::get<TapStep>(journey->steps[0].step).node == "welcome.start");
    CHECK(std::get<ShowCardStep>(journey->steps[1].step).picture.filename() == "card.png");
    CHECK(std::get<ExpectStep>(journey->steps[2].step).says == "MẪU");
    CHECK(journey->steps[3].line == 10);
}

TEST_CASE("a journey that names no known verb, two keys or no picture is refused", "[app]") {
    CHECK(read("[[step]]\nfly = \"away\"\n").error().reason ==
          "this step has no verb that is known");
    CHECK(read("[[step]]\ntap = \"a\"\nsays = \"b\"\n").error().reason == "this key is not known");
    CHECK(read("[[step]]\nshow_card = \"none.png\"\n").error().reason ==
          "the picture none.png is not there");
    CHECK(read("").error().reason == "a journey needs at least one step");
}

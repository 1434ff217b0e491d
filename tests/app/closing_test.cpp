// A kiosk that a technician has closed stays closed until one opens it; one whose rest is planned
// rests at that time.
#include "kiosk/app/closing.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

constexpr WallTime kEvening = std::chrono::sys_days{std::chrono::December / 5 / 2026} + 15h;
constexpr PlannedRest kNight{kEvening, kEvening + 8h};

}  // namespace

TEST_CASE("a kiosk is closed and opened, each as often as one likes", "[app]") {
    const testing::Folder state;

    CHECK_FALSE(is_closed(state.path()));
    CHECK(open_kiosk(state.path()));
    CHECK(close_kiosk(state.path()));
    CHECK(close_kiosk(state.path()));
    CHECK(is_closed(state.path()));
    CHECK(is_at_rest(state.path(), kEvening));
    CHECK(open_kiosk(state.path()));
    CHECK_FALSE(is_closed(state.path()));
    CHECK_FALSE(is_at_rest(state.path(), kEvening));
}

TEST_CASE("a kiosk without its folder is not closed, and says so", "[app]") {
    const testing::Folder state;

    CHECK_FALSE(close_kiosk(state.path() / "missing"));
    CHECK_FALSE(is_closed(state.path() / "missing"));
    CHECK_FALSE(plan_rest(state.path() / "missing", kNight));
    CHECK_FALSE(is_at_rest(state.path() / "missing", kEvening));
}

TEST_CASE("a kiosk rests from the planned minute on and serves from the other one", "[app]") {
    const testing::Folder state;
    REQUIRE(plan_rest(state.path(), kNight));

    CHECK(planned_rest(state.path()) == kNight);
    CHECK_FALSE(is_at_rest(state.path(), kEvening - 1ms));
    CHECK(is_at_rest(state.path(), kEvening));
    CHECK(is_at_rest(state.path(), kEvening + 8h - 1ms));
    CHECK_FALSE(is_at_rest(state.path(), kEvening + 8h));
    CHECK_FALSE(is_closed(state.path()));
}

TEST_CASE("a plan that is dropped or damaged keeps nobody away", "[app]") {
    const testing::Folder state;
    REQUIRE(plan_rest(state.path(), kNight));
    REQUIRE(plan_rest(state.path(), std::nullopt));
    REQUIRE(plan_rest(state.path(), std::nullopt));
    CHECK_FALSE(is_at_rest(state.path(), kEvening));

    REQUIRE(write_file(state.path() / "planned_rest", as_bytes("2026-12-05T15:00:00.000Z")));
    CHECK_FALSE(planned_rest(state.path()));
    CHECK_FALSE(is_at_rest(state.path(), kEvening));
}

TEST_CASE("a minute is read as it is written, in the time of Vietnam", "[app]") {
    CHECK(minute_text(kEvening) == "2026-12-05T22:00");
    CHECK(parse_minute("2026-12-05T22:00") == kEvening);
    for (const std::string_view text : {"", "2026-12-05", "2026-12-05 22:00", "2026-12-05T22:00Z",
                                        "2026-02-30T22:00", "2026-12-05T24:00"}) {
        INFO(text);
        CHECK_FALSE(parse_minute(text));
    }
}

TEST_CASE("only a rest that ends, and ends later than now, can be planned", "[app]") {
    const WallTime now = kEvening - 1h;

    CHECK(can_be_planned(kNight, now));
    CHECK(can_be_planned(kNight, kEvening + 1h));
    CHECK_FALSE(can_be_planned(kNight, kEvening + 8h));
    CHECK_FALSE(can_be_planned({kEvening, kEvening}, now));
    CHECK_FALSE(can_be_planned({kEvening, kEvening + kLongestRest + 1min}, now));
    CHECK_FALSE(can_be_planned({now + kFarthestRest + 1min, now + kFarthestRest + 2h}, now));
}

}  // namespace motlan

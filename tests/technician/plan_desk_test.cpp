// A technician plans when the kiosk rests by itself.
#include <catch2/catch_test_macros.hpp>

#include "tests/technician/walk.h"

namespace motlan::testing {
namespace {

using namespace std::chrono_literals;

/// At five past the hour, on the page of the plan.
Walk planning() {
    Walk walk;
    walk.wait(5min);
    walk.take_all();
    walk.to(CarePage::Service).to(CarePage::Plan);
    return walk;
}

}  // namespace

TEST_CASE("a plan begins with the next full hour and is moved as a whole, or its end alone",
          "[technician]") {
    Walk walk = planning();
    CHECK(walk.desk().planning == PlannedRest{WallTime(1h), WallTime(2h)});

    walk(PlanMoved{.by = 30min})(PlanMoved{.by = 24h, .is_end_only = true});
    CHECK(walk.desk().planning == PlannedRest{WallTime(90min), WallTime(26h + 30min)});
}

TEST_CASE("a plan is not moved to where nobody could mean it", "[technician]") {
    Walk walk = planning();
    const PlannedRest before = walk.desk().planning;

    walk(PlanMoved{.by = -1h, .is_end_only = true})(PlanMoved{.by = -24h});
    CHECK(walk.desk().planning == before);
}

TEST_CASE("a plan is kept, shown again when it is opened, and dropped", "[technician]") {
    Walk walk = planning();
    walk(PlanMoved{.by = 30min})(PlanTaken{});
    CHECK(walk.desk().page == CarePage::Service);
    const auto set = walk.take<SetRest>();
    REQUIRE(set.size() == 1);
    REQUIRE(set[0].rest == PlannedRest{WallTime(90min), WallTime(150min)});

    walk(ClosingSeen{.rest = set[0].rest}).to(CarePage::Plan);
    CHECK(walk.desk().planning == set[0].rest);
    walk(PlanDropped{});
    const auto dropped = walk.take<SetRest>();
    REQUIRE(dropped.size() == 1);
    CHECK_FALSE(dropped[0].rest);
}

TEST_CASE("going back from a plan leaves all as it was", "[technician]") {
    Walk walk = planning();

    walk(PlanMoved{.by = 30min})(CareWentBack{});
    CHECK(walk.desk().page == CarePage::Service);
    CHECK(walk.take<SetRest>().empty());
}

}  // namespace motlan::testing

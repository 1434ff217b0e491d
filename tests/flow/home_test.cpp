// The home screen: everything that can be done here, and what cannot be done now.
#include "tests/flow/walk.h"

namespace motlan {

TEST_CASE("home leads to each job and back", "[flow]") {
    Walk walk;
    walk(HomeWished{});

    CHECK(walk.is_at<Home>());
    CHECK(walk(Started{}).is_at<ChooseProcedure>());
    CHECK(Walk()(HomeWished{})(FollowWished{}).is_at<FindDossier>());
    CHECK(Walk()(HomeWished{})(RatingWished{}).is_at<RateService>());
    CHECK(Walk()(HomeWished{})(ReportWished{}).is_at<ReportRequest>());
    CHECK(Walk()(HomeWished{})(WentBack{}).is_at<Welcome>());
}

TEST_CASE("without a network nobody looks for a dossier, but anybody may report", "[flow]") {
    Walk walk;
    walk(LinkChanged{true})(HomeWished{});

    CHECK(walk(FollowWished{}).is_at<Home>());
    CHECK_FALSE(walk.has_effects());
    CHECK(walk(ReportWished{}).is_at<ReportRequest>());
}

TEST_CASE("nobody at home is asked whether they are still there for ever", "[flow]") {
    Walk walk;
    walk.wait(1s)(HomeWished{}).wait(95s);

    CHECK(walk.is_at<Welcome>());
}

}  // namespace motlan

// Rating the service: one question, nobody is asked who they are.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

Receipt receipt() { return {.code = "H41-1", .received = {}, .due = {}, .place = "Vinh"}; }

Walk& to_rating(Walk& walk) { return walk(HomeWished{})(RatingWished{}); }

}  // namespace

TEST_CASE("a grade is enough, and nothing is sent without one", "[flow]") {
    Walk walk;
    to_rating(walk)(Proceeded{});
    CHECK(walk.is_at<RateService>());
    CHECK_FALSE(walk.has_effects());

    walk(GradeChosen{4})(Proceeded{});

    const auto stored = walk.effects<StoreOpinion>();
    REQUIRE(stored.size() == 1);
    CHECK(std::get<Rating>(stored.front().opinion).grade == 4);
    CHECK_FALSE(stored.front().awaits_receipt);
    CHECK_FALSE(walk.at<OpinionKept>().is_report);
}

TEST_CASE("grades that there are not are not taken", "[flow]") {
    Walk walk;
    to_rating(walk)(GradeChosen{0})(GradeChosen{6})(GradeChosen{-1});

    CHECK(walk.at<RateService>().rating.grade == 0);
}

TEST_CASE("praise goes when the grade turns bad, and a reason chosen twice is taken back",
          "[flow]") {
    Walk walk;
    to_rating(walk)(GradeChosen{5})(ReasonChosen{RatingReason::Fast})(
        ReasonChosen{RatingReason::Slow});
    CHECK(walk.at<RateService>().rating.reasons == std::set{RatingReason::Fast});

    walk(GradeChosen{2});
    CHECK(walk.at<RateService>().rating.reasons.empty());
    walk(ReasonChosen{RatingReason::Slow})(ReasonChosen{RatingReason::Slow});
    CHECK(walk.at<RateService>().rating.reasons.empty());
}

TEST_CASE("a rating after a dossier says which procedure and nothing of the dossier", "[flow]") {
    Walk walk;
    walk.to_submitting()(DossierStored{"d"})(ReceiptArrived{receipt()})(RatingWished{})(
        GradeChosen{1})(Proceeded{});

    const auto stored = walk.effects<StoreOpinion>();
    REQUIRE(stored.size() == 1);
    CHECK(std::get<Rating>(stored.front().opinion).procedure == "9.000001");
}

TEST_CASE("whoever does not want to rate is done", "[flow]") {
    Walk walk;
    CHECK(to_rating(walk)(WentBack{}).is_at<Goodbye>());
}

TEST_CASE("the receipt of a dossier is not taken for that of an opinion", "[flow]") {
    Walk walk;
    walk.to_submitting()(DossierStored{"d"})
        .wait(10s)(Proceeded{})(RatingWished{})(GradeChosen{3})(Proceeded{})(OpinionStored{"o"})(
            ReceiptArrived{receipt(), "d"});
    CHECK(walk.at<OpinionKept>().code.empty());

    walk(ReceiptArrived{receipt(), "o"});
    CHECK(walk.at<OpinionKept>().code == "H41-1");
}

TEST_CASE("an opinion that cannot be kept is not said to be", "[flow]") {
    Walk walk;
    to_rating(walk)(GradeChosen{3})(Proceeded{})(OpinionNotStored{Fault::DiskFull});

    CHECK(walk.at<OpinionKept>().fault == Fault::DiskFull);
    CHECK(walk.at<OpinionKept>().id.empty());
    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("a dossier that is refused while its service is rated is told as not filed", "[flow]") {
    Walk rating;
    rating.to_submitting()(DossierStored{"d"}).wait(10s)(Proceeded{})(RatingWished{});
    Walk rated = rating;
    rated(GradeChosen{3})(Proceeded{})(OpinionStored{"o"});
    CHECK(rating(ReceiptDelayed{Fault::BackendUnreachable}).is_at<RateService>());

    CHECK(rating(ReceiptDelayed{Fault::DossierRejected}).is_at<NotFiled>());
    CHECK(rated(ReceiptDelayed{Fault::DossierRejected}).is_at<NotFiled>());
}

TEST_CASE("whoever has rated may say that more papers were demanded, of that procedure", "[flow]") {
    Walk walk;
    walk.to_submitting()(DossierStored{"d"})(ReceiptArrived{receipt()})(RatingWished{})(
        GradeChosen{2})(Proceeded{});
    CHECK(walk(ReportWished{}).is_at<OpinionKept>());

    walk(OpinionStored{"o"})(ReportWished{});

    CHECK(walk.at<ReportRequest>().stage == ReportStage::What);
    CHECK(walk.at<ReportRequest>().request.procedure == "9.000001");
    CHECK(walk.at<ReportRequest>().request.dossier.empty());
    CHECK(walk(WentBack{}).at<OpinionKept>().id == "o");
    walk(ReportWished{})(DemandChosen{Demand::Money})(DemandPlaceChosen{DemandPlace::Message})(
        DemandDayChosen{DemandDay::Today})(Proceeded{})(OpinionStored{"r"})(ReportWished{});
    CHECK(walk.at<OpinionKept>().is_report);
}

TEST_CASE("no report is begun over a dossier that may still be refused", "[flow]") {
    Walk walk;
    walk.to_submitting()(DossierStored{"d"})
        .wait(10s)(Proceeded{})(RatingWished{})(GradeChosen{1})(Proceeded{})(OpinionStored{"o"});

    CHECK(walk(ReportWished{}).is_at<OpinionKept>());
    CHECK(walk(ReceiptDelayed{Fault::DossierRejected}).is_at<NotFiled>());
}

}  // namespace motlan

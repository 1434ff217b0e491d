// What recognised words show against a page after somebody has used it: he is told and is not
// stopped, the page is not lost, the officer knows.
#include "tests/flow/read_pages.h"

namespace motlan {
namespace {

const std::vector kBoth{Fault::PageTextLost, Fault::PageOtherPaper};

/// Sheet 4, used as the paper about the home before anything was read on it.
Walk& use(Walk& walk) {
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4)})(Proceeded{});
    REQUIRE(walk.is_at<ListPapers>());
    return walk;
}

PageRead other_paper() { return {4, words("HỢP ĐỒNG THUÊ NHÀ"), true}; }

/// With the second paper as well.
Walk& to_review(Walk& walk) {
    use(walk).past_list().scan()(Proceeded{});
    REQUIRE(walk.is_at<ReviewAll>());
    return walk;
}

std::vector<Page> filed(const Walk& walk) {
    const auto stored = walk.effects<StoreDossier>();
    REQUIRE(stored.size() == 1);
    return stored.at(0).dossier.papers.at(ItemId("home"));
}

}  // namespace

TEST_CASE("a page that comes into doubt after it was used goes with its doubts", "[flow]") {
    Walk walk(office_with_titles());
    use(walk)(other_paper());
    CHECK(pages_of_home(walk).at(0).doubts == kBoth);

    walk.past_list().scan()(Proceeded{})(Proceeded{})(Proceeded{});

    CHECK(filed(walk).at(0).doubts == kBoth);
    CHECK_FALSE(filed(walk).at(0).kept_because.has_value());
}

TEST_CASE("doubts are heard until the dossier goes", "[flow]") {
    Walk walk(office_with_titles());
    to_review(walk);
    SECTION("at the review") { walk(other_paper())(Proceeded{}); }
    SECTION("at the declaration") { walk(Proceeded{})(other_paper()); }

    CHECK(filed(walk(Proceeded{})).at(0).doubts == kBoth);
}

TEST_CASE("the list leads to the page in doubt, and back without a loss", "[flow]") {
    Walk walk(office_with_titles());
    use(walk)(other_paper())(AnswerReopened{ItemId("home")});
    CHECK(walk.at<ReviewPage>().shown == 0);

    CHECK(walk(WentBack{}).is_at<ListPapers>());
    CHECK(pages_of_home(walk).size() == 1);
}

TEST_CASE("the review leads to the page in doubt, and back without a loss", "[flow]") {
    Walk walk(office_with_titles());
    to_review(walk)(other_paper())(AnswerReopened{ItemId("home")});
    CHECK(walk.at<ReviewPage>().shown == 0);

    CHECK(walk(WentBack{}).is_at<ReviewAll>());
    CHECK(pages_of_home(walk).size() == 1);
}

TEST_CASE("a page in doubt is settled by a reason or by a better one", "[flow]") {
    Walk walk(office_with_titles());
    to_review(walk)(other_paper())(AnswerReopened{ItemId("home")});
    SECTION("a reason") { walk(KeepWished{})(PageKept{KeepReason::RightPaper}); }
    SECTION("a better one") { walk(PageRedone{})(ScanWished{})(PageScanned{numbered(5)}); }

    CHECK(walk(Proceeded{}).is_at<ReviewAll>());
    CHECK(pages_of_home(walk).at(0).is_settled());
}

TEST_CASE("a page in doubt that is scanned again is not lost on the way back", "[flow]") {
    Walk walk(office_with_titles());
    to_review(walk)(other_paper())(AnswerReopened{ItemId("home")})(PageRedone{});
    walk(ScanWished{})(ScanFailed{Fault::ScannerBusy});

    CHECK(walk(WentBack{}).is_at<ReviewAll>());
    CHECK(pages_of_home(walk).at(0).doubts == kBoth);
}

TEST_CASE("a doubt that comes at the scanner takes nothing from the visit", "[flow]") {
    Walk walk(office_with_titles());
    use(walk)(AnswerReopened{ItemId("home")})(other_paper());
    CHECK(walk.at<ScanPaper>().laid.at(0).doubts == kBoth);

    CHECK(walk(WentBack{}).is_at<ListPapers>());
    CHECK(pages_of_home(walk).at(0).doubts == kBoth);
}

TEST_CASE("whoever has gone all the way back is not forgotten", "[flow]") {
    Walk walk(office_with_titles());
    use(walk);
    for (int i = 0; i < 4; ++i) walk(WentBack{});
    REQUIRE(walk.is_at<CheckDetails>());

    walk(other_paper());

    CHECK(pages_of_home(walk).at(0).doubts == kBoth);
}

}  // namespace motlan

// A person turns a page that lies wrong.
#include "tests/flow/read_pages.h"

namespace motlan {
namespace {

Walk& scan(Walk& walk, std::vector<Fault> doubts = {}) {
    return walk.to_paper()(ScanWished{})(PageScanned{numbered(4, std::move(doubts))});
}

const Page& shown(const Walk& walk) { return walk.at<ReviewPage>().pages.at(0); }

PageRead read(int turns) { return {4, words("HỢP ĐỒNG THUÊ NHÀ"), true, turns}; }

}  // namespace

TEST_CASE("a page is turned by quarters, all the way round, and read anew each time", "[flow]") {
    Walk walk;
    scan(walk);
    for (const int turns : {1, 2, 3, 0}) {
        walk(QuarterTurned{});
        CHECK(shown(walk).turns == turns);
        REQUIRE(walk.effects<ReadTurned>().size() == 1);
        CHECK(walk.effects<ReadTurned>().at(0).sheet == 4);
        CHECK(walk.effects<ReadTurned>().at(0).turns == turns);
    }
}

TEST_CASE("a page goes with the visit as it was turned", "[flow]") {
    Walk walk;
    scan(walk)(QuarterTurned{})(Proceeded{});

    CHECK(pages_of_home(walk).at(0).turns == 1);
}

TEST_CASE("which way is up is nobody's doubt once a person has turned the page", "[flow]") {
    Walk walk;
    scan(walk, {Fault::PageBlurred, Fault::PageUpsideDown});
    walk(KeepWished{})(PageKept{KeepReason::Readable})(QuarterTurned{});
    CHECK(shown(walk).doubts == std::vector{Fault::PageBlurred});
    CHECK(shown(walk).kept_because == KeepReason::Readable);

    Walk sideways;
    scan(sideways, {Fault::PageUpsideDown})(KeepWished{})(PageKept{KeepReason::Readable});
    CHECK_FALSE(shown(sideways(QuarterTurned{})).kept_because.has_value());
}

TEST_CASE("a doubt that somebody has answered stays on record however a page is turned", "[flow]") {
    Walk walk;
    scan(walk, {Fault::PageOtherPaper})(KeepWished{})(PageKept{KeepReason::RightPaper});

    for (int i = 0; i < 4; ++i) walk(QuarterTurned{});

    CHECK(shown(walk).doubts == std::vector{Fault::PageOtherPaper});
    CHECK(shown(walk).kept_because == KeepReason::RightPaper);
}

TEST_CASE("what was read on a page before it was turned says nothing about it", "[flow]") {
    Walk walk(office_with_titles());
    scan(walk)(read(0));
    REQUIRE_FALSE(shown(walk).is_settled());

    CHECK(shown(walk(QuarterTurned{})).doubts.empty());
    CHECK(shown(walk(read(0))).doubts.empty());
    CHECK_FALSE(shown(walk(read(1))).is_settled());
}

TEST_CASE("no page is turned while the feeder brings more", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4), true});

    CHECK_FALSE(walk(QuarterTurned{}).has_effects());
    CHECK(shown(walk).turns == 0);
}

}  // namespace motlan

// What is said against a page for where it stands: judged anew when pages are moved, dropped or
// scanned again.
#include "tests/flow/read_pages.h"

namespace motlan {
namespace {

using Doubts = std::vector<Fault>;

const std::string kHome = "GIẤY CHỨNG NHẬN nhà ở";
const std::string kLease = "HỢP ĐỒNG THUÊ NHÀ";

/// As the eye finds a sheet that it has seen before.
Page copy_of(std::vector<int> earlier, int sheet) {
    Page page = numbered(sheet, {Fault::PageDuplicate});
    page.same_as = std::move(earlier);
    return page;
}

/// Two sheets of a stack for the paper about the home.
Walk& feed(Walk& walk, const Page& first, const Page& second) {
    return walk.to_paper()(ScanWished{})(PageScanned{first, true})(PageScanned{second, false});
}

/// Sheets 4 and 5, both read.
Walk& feed_read(Walk& walk, const std::string& title, const std::string& next_title) {
    feed(walk, numbered(4), numbered(5));
    return walk(PageRead{4, words(title), false})(PageRead{5, words(next_title), false});
}

const Page& page(const Walk& walk, std::size_t place) {
    return walk.at<ReviewPage>().pages.at(place);
}

}  // namespace

TEST_CASE("a title is asked of a page only while it is the first", "[flow]") {
    Walk walk(office_with_titles());
    feed_read(walk, kLease, kHome);
    REQUIRE(page(walk, 0).doubts == Doubts{Fault::PageOtherPaper});

    walk(PageMoved{PageStep::After});
    CHECK(page(walk, 0).sheet == 5);
    CHECK(page(walk, 0).doubts.empty());
    CHECK(page(walk, 1).doubts.empty());

    walk(PageMoved{PageStep::Before});
    CHECK(page(walk, 0).doubts == Doubts{Fault::PageOtherPaper});
}

TEST_CASE("the page behind one that is dropped is judged by its title", "[flow]") {
    Walk walk(office_with_titles());
    feed_read(walk, kHome, kLease);
    REQUIRE(page(walk, 1).doubts.empty());

    walk(PageDropped{});

    CHECK(page(walk, 0).sheet == 5);
    CHECK(page(walk, 0).doubts == Doubts{Fault::PageOtherPaper});
    CHECK(walk(Proceeded{}).is_at<ReviewPage>());
}

TEST_CASE("a title that was read before a turn says nothing when its page comes first", "[flow]") {
    Walk walk(office_with_titles());
    feed_read(walk, kHome, kLease);

    walk(PageTurned{PageStep::After})(QuarterTurned{})(PageMoved{PageStep::Before});

    CHECK(page(walk, 0).sheet == 5);
    CHECK(page(walk, 0).doubts.empty());
}

TEST_CASE("what somebody has answered stays with its page wherever that stands", "[flow]") {
    Walk walk(office_with_titles());
    feed_read(walk, kLease, kHome);
    walk(KeepWished{})(PageKept{KeepReason::RightPaper});

    walk(PageMoved{PageStep::After});

    CHECK(page(walk, 1).doubts == Doubts{Fault::PageOtherPaper});
    CHECK(page(walk, 1).kept_because == KeepReason::RightPaper);
}

TEST_CASE("a sheet is no second one when the other copy is dropped", "[flow]") {
    Walk walk;
    feed(walk, numbered(4), copy_of({4}, 5));
    CHECK(walk(Proceeded{}).at<ReviewPage>().shown == 1);

    walk(PageTurned{PageStep::Before})(PageDropped{});

    CHECK(page(walk, 0).sheet == 5);
    CHECK(page(walk, 0).doubts.empty());
    CHECK(walk(Proceeded{}).is_at<ListPapers>());
}

TEST_CASE("a third copy is doubted until both of the others are dropped", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4), true});
    walk(PageScanned{copy_of({4}, 5), true})(PageScanned{copy_of({4, 5}, 6), false});

    walk(PageDropped{});
    CHECK(page(walk, 0).doubts.empty());
    CHECK(page(walk, 1).doubts == Doubts{Fault::PageDuplicate});

    walk(PageDropped{});
    CHECK(page(walk, 0).doubts.empty());
}

TEST_CASE("a copy that somebody has kept for a reason stays on record", "[flow]") {
    Walk walk;
    feed(walk, numbered(4), copy_of({4}, 5));
    walk(PageTurned{PageStep::After})(KeepWished{})(PageKept{KeepReason::AsOriginal});

    walk(PageTurned{PageStep::Before})(PageDropped{});

    CHECK(page(walk, 0).doubts == Doubts{Fault::PageDuplicate});
    CHECK(page(walk, 0).kept_because == KeepReason::AsOriginal);
}

TEST_CASE("a copy whose other has given way is one again when that comes back", "[flow]") {
    Walk walk;
    feed(walk, numbered(4), copy_of({4}, 5));
    walk(PageRedone{})(ScanWished{})(PageScanned{numbered(6)});
    CHECK(page(walk, 1).doubts.empty());

    CHECK(walk(WentBack{}).at<ScanPaper>().laid.at(1).doubts == Doubts{Fault::PageDuplicate});
}

TEST_CASE("a copy of a page of another paper is none when that page is scanned again", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4)})(Proceeded{}).past_list();
    walk(ScanWished{})(PageScanned{copy_of({4}, 5), true})(PageScanned{numbered(6), false});
    walk(WentBack{})(WentBack{});
    REQUIRE(walk.is_at<ListPapers>());

    walk(AnswerReopened{ItemId("home")})(PagesOpened{})(PageRedone{})(ScanWished{});
    walk(PageScanned{numbered(7)})(Proceeded{});

    CHECK(walk.at<ReviewAll>().visit.papers.at(ItemId("lease")).at(0).doubts.empty());
}

}  // namespace motlan

// The pages of one paper: a feeder's stack, order, doubts and reasons, a camera above the desk.
#include "tests/flow/read_pages.h"

namespace motlan {
namespace {

Page doubtful(std::uint8_t mark, Fault doubt = Fault::PageBlurred) {
    Page page = Walk::page(mark);
    page.doubts = {doubt};
    return page;
}

std::vector<int> marks(const std::vector<Page>& pages) {
    std::vector<int> found;
    for (const Page& page : pages) found.push_back(page.packed.bytes.front());
    return found;
}

/// The marks of the pages that go with the visit.
std::vector<int> kept(const Walk& walk) { return marks(pages_of_home(walk)); }

/// Two pages from a feeder, at the paper that takes two.
Walk& feed(Walk& walk) {
    walk.to_paper()(ScanWished{})(SheetScanned{})(PageScanned{Walk::page(1), true});
    return walk(PageScanned{Walk::page(2), false});
}

}  // namespace

TEST_CASE("a feeder is asked for as many sheets as the paper may have", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{});

    REQUIRE(walk.effects<ScanSheet>().size() == 1);
    CHECK(walk.effects<ScanSheet>()[0].most == 2);
}

TEST_CASE("the sheets of a stack come one after the other and are accepted together", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(SheetScanned{})(PageScanned{Walk::page(1), true});
    CHECK(walk.at<ReviewPage>().is_fed);
    CHECK(walk(Proceeded{}).is_at<ReviewPage>());

    walk(PageScanned{Walk::page(2), false});

    CHECK(marks(walk.at<ReviewPage>().pages) == std::vector{1, 2});
    CHECK_FALSE(walk.at<ReviewPage>().is_fed);
    walk(Proceeded{});
    CHECK(kept(walk) == std::vector{1, 2});
}

TEST_CASE("a feeder that runs empty or fails keeps what it has brought", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{Walk::page(1), true});
    SECTION("empty") { CHECK_FALSE(walk(FeedEnded{}).at<ReviewPage>().fault); }
    SECTION("two sheets at once") {
        CHECK(walk(ScanFailed{Fault::ScannerDoubleFeed}).at<ReviewPage>().fault ==
              Fault::ScannerDoubleFeed);
    }

    walk(Proceeded{});
    CHECK(kept(walk) == std::vector{1});
}

TEST_CASE("back from a stack keeps it, and stops the feeder", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{Walk::page(1), true});
    CHECK(walk(WentBack{}).effects<CancelScan>().size() == 1);
    CHECK(walk.at<ScanPaper>().laid.empty());

    Walk whole;
    feed(whole)(WentBack{});
    CHECK(marks(whole.at<ScanPaper>().laid) == std::vector{1, 2});
    CHECK(whole(PagesOpened{}).at<ReviewPage>().pages.size() == 2);
}

TEST_CASE("pages are turned, moved and dropped", "[flow]") {
    Walk walk;
    feed(walk);
    CHECK(walk(PageTurned{PageStep::Before}).at<ReviewPage>().shown == 0);
    CHECK(walk(PageTurned{PageStep::Before}).at<ReviewPage>().shown == 0);
    CHECK(walk(ArrangeWished{}).at<ReviewPage>().stage == ReviewStage::Arrange);

    walk(PageMoved{PageStep::After});
    CHECK(marks(walk.at<ReviewPage>().pages) == std::vector{2, 1});
    CHECK(walk.at<ReviewPage>().shown == 1);
    CHECK(walk(WentBack{}).at<ReviewPage>().stage == ReviewStage::Look);

    walk(PageDropped{});
    CHECK(marks(walk.at<ReviewPage>().pages) == std::vector{2});
    CHECK(walk.at<ReviewPage>().may_add);
    CHECK(walk(PageDropped{}).at<ScanPaper>().laid.empty());
}

TEST_CASE("a page that is scanned again comes to the same place", "[flow]") {
    Walk walk;
    feed(walk)(PageTurned{PageStep::Before})(PageRedone{});
    CHECK(walk.at<ScanPaper>().may_scan);

    CHECK(walk(ScanWished{}).effects<ScanSheet>()[0].most == 1);
    walk(PageScanned{Walk::page(9)});

    CHECK(marks(walk.at<ReviewPage>().pages) == std::vector{9, 2});
    walk(Proceeded{});
    CHECK(kept(walk) == std::vector{9, 2});
}

TEST_CASE("a page that is scanned again is lost neither by a jam nor by going back", "[flow]") {
    Walk walk;
    feed(walk)(PageTurned{PageStep::Before})(PageRedone{})(ScanWished{});
    SECTION("a jam") { walk(ScanFailed{Fault::ScannerJam}); }
    SECTION("a new page that is not wanted") { walk(PageScanned{Walk::page(9)})(WentBack{}); }
    SECTION("a new page that is doubted and scanned once more") {
        walk(PageScanned{doubtful(9)})(PageRedone{})(ScanWished{});
        walk(ScanFailed{Fault::ScannerJam});
    }
    CHECK(marks(walk.at<ScanPaper>().laid) == std::vector{1, 2});

    walk(Proceeded{});
    CHECK(kept(walk) == std::vector{1, 2});
}

TEST_CASE("words that come while the new page is looked at are not lost to the old one", "[flow]") {
    Walk walk(office_with_titles());
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4)})(PageRedone{})(ScanWished{});
    walk(PageScanned{numbered(5)})(PageRead{4, words("HỢP ĐỒNG THUÊ"), false});
    CHECK(walk.at<ReviewPage>().pages[0].doubts.empty());

    CHECK(walk(WentBack{}).at<ScanPaper>().laid[0].doubts == std::vector{Fault::PageOtherPaper});
}

TEST_CASE("a sheet that is scanned again is no second one of the same", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4), true})(PageScanned{numbered(5), false});

    walk(PageTurned{PageStep::Before})(PageRedone{})(ScanWished{});

    CHECK(walk.effects<ScanSheet>()[0].kept == std::vector{5});
}

TEST_CASE("a doubtful page goes with the visit only when somebody says why", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{doubtful(5)});
    CHECK(walk(Proceeded{}).is_at<ReviewPage>());
    CHECK(walk(PageAdded{}).is_at<ReviewPage>());
    CHECK(kept(walk).empty());
    CHECK(walk(PageKept{KeepReason::Readable}).at<ReviewPage>().pages[0].kept_because ==
          std::nullopt);

    walk(KeepWished{})(PageKept{KeepReason::AsOriginal})(Proceeded{});

    CHECK(kept(walk) == std::vector{5});
    const Page page = pages_of_home(walk).at(0);
    CHECK(page.kept_because == KeepReason::AsOriginal);
    CHECK(page.doubts == std::vector{Fault::PageBlurred});
}

TEST_CASE("nobody is asked why a good page is used", "[flow]") {
    Walk walk;
    walk.to_paper().scan();

    CHECK(walk(KeepWished{}).at<ReviewPage>().stage == ReviewStage::Look);
}

TEST_CASE("going on leads to the first doubtful page of several", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{doubtful(1), true});
    walk(PageScanned{Walk::page(2), false})(PageTurned{PageStep::After});

    CHECK(walk(Proceeded{}).at<ReviewPage>().shown == 0);
}

TEST_CASE("a doubtful page is neither lost on the way to the scanner nor slips through", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{doubtful(1), true});
    walk(PageScanned{Walk::page(2), false})(WentBack{});
    REQUIRE(walk.at<ScanPaper>().laid.size() == 2);

    CHECK(walk(Proceeded{}).at<ReviewPage>().shown == 0);
    walk(WentBack{})(WentBack{});
    REQUIRE(walk.is_at<ListPapers>());
    CHECK(kept(walk) == std::vector{1, 2});
    CHECK(walk(Proceeded{}).at<ReviewPage>().shown == 0);
}

TEST_CASE("no dossier goes with a doubtful page of which nobody has said why", "[flow]") {
    Walk walk;
    walk.to_review()(AnswerReopened{ItemId("lease")})(ScanWished{});
    walk(PageScanned{Walk::page(1), true})(PageScanned{doubtful(2), false})(WentBack{})(WentBack{});
    REQUIRE(marks(walk.at<ReviewAll>().visit.papers.at(ItemId("lease"))) == std::vector{1, 2});

    CHECK(walk(Proceeded{}).at<ReviewPage>().shown == 1);
    walk(KeepWished{})(PageKept{KeepReason::Readable})(Proceeded{});

    CHECK(walk.is_at<ReviewAll>());
    CHECK(walk(Proceeded{}).is_at<Declare>());
}

TEST_CASE("good pages do not give way to doubtful ones alone", "[flow]") {
    Walk walk;
    walk.to_review()(AnswerReopened{ItemId("lease")})(ScanWished{});
    walk(PageScanned{doubtful(7), true})(PageScanned{doubtful(8), false})(WentBack{})(WentBack{});

    CHECK(marks(walk.at<ReviewAll>().visit.papers.at(ItemId("lease"))) == std::vector{1});
    CHECK(walk(Proceeded{}).is_at<Declare>());
}

TEST_CASE("a document camera looks by itself and takes the sheet that lies still", "[flow]") {
    Office office = example_office();
    office.has_document_camera = true;
    Walk walk(office);
    walk.to_paper();
    CHECK(walk.at<ScanPaper>().stage == ScanStage::Watching);
    CHECK(walk.effects<ScanSheet>().size() == 1);

    walk(PaperSeen{{}, PaperHint::Settling});
    CHECK(walk.at<ScanPaper>().hint == PaperHint::Settling);
    walk(SheetScanned{})(PageScanned{Walk::page(3)});
    CHECK(walk.is_at<ReviewPage>());

    walk(PageRedone{});
    REQUIRE(walk.effects<ScanSheet>().size() == 1);
    CHECK(walk.effects<ScanSheet>()[0].is_again);
    CHECK(walk(WentBack{}).effects<CancelScan>().size() == 1);
}

TEST_CASE("a sheet that the document camera does not know is taken as it is", "[flow]") {
    Office office = example_office();
    office.has_document_camera = true;
    Walk walk(office);
    walk.to_paper();
    // A second touch of the button that began it takes nothing: nothing is seen yet.
    CHECK_FALSE(walk(ScanWished{}).has_effects());

    walk(PaperSeen{std::make_shared<const Image>(4, 4, PixelFormat::Rgba), PaperHint::CutOff});
    CHECK(walk(ScanWished{}).effects<TakeSheet>().size() == 1);
    walk(SheetScanned{})(PageScanned{Walk::page(3)});
    CHECK(walk.is_at<ReviewPage>());
}

TEST_CASE("an empty desk does not keep a visit alive, a sheet that is laid does", "[flow]") {
    Office office = example_office();
    office.has_document_camera = true;
    Walk walk(office);
    walk.to_paper().wait(100s)(PaperSeen{{}, PaperHint::NoPaper}).wait(30s);
    CHECK(walk.shows<StillThere>());

    walk(PaperSeen{{}, PaperHint::Moving});
    CHECK_FALSE(walk.shows<StillThere>());
}

TEST_CASE("a document camera that is lost is tried again when somebody asks", "[flow]") {
    Office office = example_office();
    office.has_document_camera = true;
    Walk walk(office);
    walk.to_paper()(ScanFailed{Fault::CameraUnavailable});
    CHECK(walk.at<ScanPaper>().fault == Fault::CameraUnavailable);
    CHECK(walk.at<ScanPaper>().stage == ScanStage::LayPaper);

    CHECK(walk(ScanWished{}).at<ScanPaper>().stage == ScanStage::Watching);
    CHECK_FALSE(walk.at<ScanPaper>().fault);
}

TEST_CASE("the scanner is told which sheets the visit still has", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4), true})(PageScanned{numbered(5), false});

    walk(PageDropped{})(PageAdded{})(ScanWished{});

    CHECK(walk.effects<ScanSheet>()[0].kept == std::vector{5});
}

TEST_CASE("a page is doubted when its words show another paper", "[flow]") {
    Walk walk(office_with_titles());
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4)});

    walk(PageRead{9, words("HỢP ĐỒNG THUÊ NHÀ"), true});
    CHECK(walk.at<ReviewPage>().pages[0].doubts.empty());
    walk(PageRead{4, words("GIẤY CHỨNG NHẬN nhà ở"), false});
    CHECK(walk.at<ReviewPage>().pages[0].doubts.empty());
    walk(PageRead{4, words("HỢP ĐỒNG THUÊ NHÀ"), true})(PageRead{4, words("HỢP ĐỒNG"), true});

    CHECK(walk.at<ReviewPage>().pages[0].doubts ==
          std::vector{Fault::PageTextLost, Fault::PageOtherPaper});
    CHECK(walk(Proceeded{}).is_at<ReviewPage>());
}

TEST_CASE("a paper that a source has given is called that, and nobody need hand it in", "[flow]") {
    const auto items = with_title(with_title(example_items(), "home", "Giấy chứng nhận"), "lease",
                                  "Hợp đồng thuê");
    Walk walk(example_office(items));
    walk.to_paper(SourceVerdict::Held)(ScanWished{})(PageScanned{numbered(4)});
    REQUIRE(walk.at<ReviewPage>().item == ItemId("lease"));

    walk(PageRead{4, words("GIẤY CHỨNG NHẬN nhà ở"), false});
    CHECK(walk.at<ReviewPage>().pages[0].doubts == std::vector{Fault::PageHeld});
}

TEST_CASE("only the first page of a paper has its title, and a taken page stays taken", "[flow]") {
    Walk walk(office_with_titles());
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4, {Fault::PageDark}), true});
    walk(PageScanned{numbered(5), false})(KeepWished{})(PageKept{KeepReason::RightPaper});

    walk(PageRead{4, words("HỢP ĐỒNG THUÊ"), false})(PageRead{5, words("HỢP ĐỒNG THUÊ"), false});

    CHECK(walk.at<ReviewPage>().pages[0].doubts == std::vector{Fault::PageDark});
    CHECK(walk.at<ReviewPage>().pages[1].doubts.empty());
}

TEST_CASE("words that come while the next page is laid are not lost", "[flow]") {
    Walk walk(office_with_titles());
    walk.to_paper()(ScanWished{})(PageScanned{numbered(4)})(PageAdded{});

    walk(PageRead{4, words("HỢP ĐỒNG THUÊ"), false});

    CHECK(walk.at<ScanPaper>().laid[0].doubts == std::vector{Fault::PageOtherPaper});
}

}  // namespace motlan

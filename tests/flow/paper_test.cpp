// Papers: scanning, mishaps, and pages that nothing but the citizen takes away.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

std::size_t pages(const Visit& visit, const char* item) {
    const auto found = visit.papers.find(ItemId(item));
    return found == visit.papers.end() ? 0 : found->second.size();
}

}  // namespace

TEST_CASE("a sheet is scanned, checked and shown", "[flow]") {
    Walk walk;
    walk.to_paper();
    CHECK(walk.at<ScanPaper>().item == ItemId("home"));

    CHECK(walk(ScanWished{}).effects<ScanSheet>().size() == 1);
    CHECK(walk.at<ScanPaper>().stage == ScanStage::Scanning);
    CHECK(walk(ScanProgressed{40}).at<ScanPaper>().percent == 40);
    CHECK(walk(ScanProgressed{900}).at<ScanPaper>().percent == 100);
    CHECK(walk(SheetScanned{}).at<ScanPaper>().stage == ScanStage::Checking);
    CHECK(walk(PageScanned{Walk::page()}).is_at<ReviewPage>());
    CHECK(walk(Proceeded{})(Proceeded{}).at<ScanPaper>().item == ItemId("lease"));
    CHECK(pages(walk.at<ScanPaper>().visit, "home") == 1);
}

TEST_CASE("several papers are chosen from a list, one alone is not", "[flow]") {
    Walk walk;
    walk.to_paper()(WentBack{});
    REQUIRE(walk.is_at<ListPapers>());

    CHECK(walk(AnswerReopened{ItemId("lease")}).at<ScanPaper>().item == ItemId("lease"));
    CHECK(walk.scan()(Proceeded{}).is_at<ListPapers>());
    CHECK(walk(Proceeded{}).at<ScanPaper>().item == ItemId("home"));
    CHECK(walk.scan()(Proceeded{}).is_at<ReviewAll>());
    CHECK(walk(WentBack{}).is_at<ListPapers>());
    CHECK(walk(Proceeded{}).is_at<ReviewAll>());

    Walk one;
    CHECK(one.to_paper(SourceVerdict::Held).at<ScanPaper>().item == ItemId("lease"));
    CHECK(one(WentBack{}).is_at<AskQuestion>());
}

TEST_CASE("the list opens nothing but its papers", "[flow]") {
    Walk walk;
    walk.to_paper()(WentBack{});

    CHECK(walk(AnswerReopened{ItemId("where")}).is_at<ListPapers>());
    CHECK(walk(AnswerReopened{ItemId("nothing")}).is_at<ListPapers>());
}

TEST_CASE("a scan that runs is not started twice", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{});

    CHECK_FALSE(walk(ScanWished{}).has_effects());
}

TEST_CASE("a jam keeps the pages already accepted", "[flow]") {
    Walk walk;
    walk.to_paper().scan()(PageAdded{})(ScanWished{})(ScanFailed{Fault::ScannerJam});

    CHECK(walk.at<ScanPaper>().fault == Fault::ScannerJam);
    CHECK(walk.at<ScanPaper>().stage == ScanStage::LayPaper);
    CHECK(pages(walk.at<ScanPaper>().visit, "home") == 1);
    walk(ScanWished{});
    CHECK_FALSE(walk.at<ScanPaper>().fault.has_value());
}

TEST_CASE("who has laid enough goes on without another page", "[flow]") {
    Walk walk;
    walk.to_paper();
    CHECK(walk(Proceeded{}).at<ScanPaper>().item == ItemId("home"));

    walk.scan()(PageAdded{});

    CHECK(walk.at<ScanPaper>().laid.size() == 1);
    CHECK(walk(Proceeded{})(Proceeded{}).at<ScanPaper>().item == ItemId("lease"));
}

TEST_CASE("a paper has no more pages than it may have, and none is dropped unseen", "[flow]") {
    Walk walk;
    walk.to_paper().scan()(PageAdded{}).scan();

    CHECK_FALSE(walk.at<ReviewPage>().may_add);
    CHECK(walk(PageAdded{}).is_at<ReviewPage>());
    walk(Proceeded{})(AnswerReopened{ItemId("home")});
    CHECK(walk.at<ScanPaper>().laid.size() == 2);
    CHECK_FALSE(walk.at<ScanPaper>().may_scan);
    CHECK_FALSE(walk(ScanWished{}).has_effects());
    CHECK(walk(Proceeded{})(Proceeded{}).at<ScanPaper>().item == ItemId("lease"));
}

TEST_CASE("a page that is redone gives way to the new one", "[flow]") {
    Walk walk;
    walk.to_paper().scan()(PageRedone{});

    walk(ScanWished{})(PageScanned{Walk::page(2)})(Proceeded{});

    CHECK(pages(walk.at<ListPapers>().visit, "home") == 1);
}

TEST_CASE("back cancels a scan that runs, and what still comes of it belongs to no paper",
          "[flow]") {
    Walk walk;
    walk.to_paper().scan()(Proceeded{}).past_list()(ScanWished{});
    REQUIRE(walk.at<ScanPaper>().item == ItemId("lease"));

    CHECK(walk(WentBack{}).effects<CancelScan>().size() == 1);
    walk(AnswerReopened{ItemId("home")});
    walk(ScanProgressed{99})(SheetScanned{})(PageScanned{Walk::page()});
    walk(ScanFailed{Fault::ScannerCancelled});

    CHECK(walk.at<ScanPaper>().stage == ScanStage::LayPaper);
    CHECK(walk.at<ScanPaper>().percent == 0);
    CHECK_FALSE(walk.at<ScanPaper>().fault.has_value());
    CHECK(pages(walk.at<ScanPaper>().visit, "home") == 1);
}

TEST_CASE("back from the first paper leads to the last question", "[flow]") {
    Walk walk;

    CHECK(walk.to_paper()(WentBack{})(WentBack{}).at<AskQuestion>().item == ItemId("where"));
}

TEST_CASE("a paper laid again from the review replaces the earlier one only when accepted",
          "[flow]") {
    Walk walk;
    walk.to_review()(AnswerReopened{ItemId("lease")});
    CHECK(walk.at<ScanPaper>().laid.size() == 0);
    CHECK(walk(Proceeded{}).is_at<ScanPaper>());

    walk(WentBack{});
    CHECK(pages(walk.at<ReviewAll>().visit, "lease") == 1);

    walk(AnswerReopened{ItemId("lease")})(ScanWished{})(PageScanned{Walk::page(7)})(PageAdded{});
    CHECK(walk.at<ScanPaper>().laid.size() == 1);
    walk(ScanWished{})(PageScanned{Walk::page(8)})(Proceeded{});
    const Papers& papers = walk.at<ReviewAll>().visit.papers;
    REQUIRE(papers.at(ItemId("lease")).size() == 2);
    CHECK(papers.at(ItemId("lease"))[0].packed.bytes == Bytes{7});
}

}  // namespace motlan

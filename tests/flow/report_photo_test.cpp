// A photo of a demand in writing: taken as a paper is, looked at, left out or sent along.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

Walk at_check(Office office = example_office()) {
    Walk walk(std::move(office));
    walk(HomeWished{})(ReportWished{})(DemandChosen{Demand::Copies});
    return walk(DemandPlaceChosen{DemandPlace::Commune})(DemandDayChosen{DemandDay::Today});
}

Page page(int sheet, std::vector<Fault> doubts = {}) {
    Page made = Walk::page();
    made.sheet = sheet;
    made.doubts = std::move(doubts);
    return made;
}

std::optional<Page> sent_photo(Walk& walk) {
    const auto stored = walk(Proceeded{}).effects<StoreOpinion>();
    REQUIRE(stored.size() == 1);
    return std::get<UnlawfulRequest>(stored.front().opinion).photo;
}

}  // namespace

TEST_CASE("a photo goes along only after somebody has looked at it", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{});
    const auto scans = walk.effects<ScanSheet>();
    REQUIRE(scans.size() == 1);
    CHECK(scans.front().most == 1);
    walk(ScanProgressed{400})(SheetScanned{})(PageScanned{page(7)});
    CHECK(walk.at<ReportPhoto>().page->sheet == 7);
    CHECK_FALSE(walk.at<ReportPhoto>().report.request.photo.has_value());
    walk(Proceeded{});

    CHECK(walk.at<ReportRequest>().stage == ReportStage::Check);
    CHECK(sent_photo(walk)->sheet == 7);
}

TEST_CASE("a photo is left out again, before or after it was to go along", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{})(PageScanned{page(7)})(PageDropped{});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::Check);
    walk(PhotoWished{})(ScanWished{})(PageScanned{page(8)})(Proceeded{})(PhotoWished{});
    CHECK(walk.at<ReportPhoto>().page->sheet == 8);

    walk(PageDropped{});

    CHECK_FALSE(sent_photo(walk).has_value());
}

TEST_CASE("a doubtful photo is shown with its doubts and may go along all the same", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{})(PageScanned{page(7, {Fault::PageBlurred})})(Proceeded{});

    CHECK(sent_photo(walk)->doubts == std::vector{Fault::PageBlurred});
}

TEST_CASE("a photo is taken again, and the first one is gone", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{})(PageScanned{page(7)})(PageRedone{})(ScanWished{});
    CHECK(walk.effects<ScanSheet>().front().is_again);
    walk(PageScanned{page(8)})(PageScanned{page(9)})(QuarterTurned{});
    CHECK(walk.effects<ReadTurned>().front().sheet == 8);
    walk(Proceeded{});

    const auto photo = sent_photo(walk);
    CHECK(photo->sheet == 8);
    CHECK(photo->turns == 1);
}

TEST_CASE("going back from a photo stops the scanner and keeps what was used before", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{})(PageScanned{page(7)})(Proceeded{});
    walk(PhotoWished{})(PageRedone{})(ScanWished{})(WentBack{});
    CHECK(walk.effects<CancelScan>().size() == 1);
    walk(PageScanned{page(8)});

    CHECK(sent_photo(walk)->sheet == 7);
}

TEST_CASE("leaving the kiosk in the middle of a photo stops the scanner", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{})(LeaveWished{})(LeaveConfirmed{});

    CHECK(walk.is_at<Goodbye>());
    CHECK(walk.effects<CancelScan>().size() == 1);
}

TEST_CASE("what goes wrong with the scanner is said, and can be tried again", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{})(ScanFailed{Fault::ScannerJam});
    CHECK(walk.at<ReportPhoto>().fault == Fault::ScannerJam);

    walk(ScanWished{});
    CHECK_FALSE(walk.at<ReportPhoto>().fault.has_value());
    CHECK(walk.effects<ScanSheet>().size() == 1);
}

TEST_CASE("a document camera takes the photo by itself", "[flow]") {
    Office office = example_office();
    office.has_document_camera = true;
    Walk walk = at_check(office);
    walk(PhotoWished{});
    CHECK(walk.effects<ScanSheet>().size() == 1);
    walk(PaperSeen{{}, PaperHint::Settling});
    CHECK(walk.at<ReportPhoto>().hint == PaperHint::Settling);
    walk(SheetScanned{})(PageScanned{page(7)});
    CHECK(walk.effects<ScanSheet>().empty());

    CHECK(walk(PageRedone{}).effects<ScanSheet>().front().is_again);
}

TEST_CASE("nobody is offered a photo where no paper can be taken", "[flow]") {
    Walk walk = at_check();
    walk(DevicesChecked{{{DeviceRole::Scanner, Fault::ScannerUnplugged}}})(PhotoWished{});
    CHECK(walk.is_at<ReportRequest>());

    Walk taken = at_check();
    taken(PhotoWished{})(ScanWished{})(PageScanned{page(7)})(Proceeded{});
    taken(DevicesChecked{{{DeviceRole::Scanner, Fault::ScannerUnplugged}}})(PhotoWished{});
    taken(PageRedone{});
    CHECK(taken.at<ReportPhoto>().page.has_value());
}

TEST_CASE("a badge that is looked for stops the photo: one camera looks at one thing", "[flow]") {
    Walk walk = at_check();
    walk(PhotoWished{})(ScanWished{})(StaffWished{})(StaffEntryWished{});

    CHECK(walk.effects<CancelScan>().size() == 1);
    CHECK(walk.at<ReportPhoto>().stage == ScanStage::LayPaper);
}

}  // namespace motlan

// Saving for later: what is put away, where it is offered, and what happens when it fails.
#include "kiosk/flow/saving.h"

#include "tests/flow/walk.h"

namespace motlan {
namespace {

SavedSlip slip() {
    SavedSlip made;
    made.kiosk = "NA-VINH-03";
    made.until = WallTime(1795485067123ms);
    made.code = Personal(std::string("MLS1:ABC"));
    return made;
}

const SaveWork& wish(const std::vector<SaveWork>& wishes) {
    REQUIRE(wishes.size() == 1);
    return wishes.front();
}

}  // namespace

TEST_CASE("from the first question on leaving offers to save", "[flow]") {
    Walk walk;
    CHECK_FALSE(can_be_saved(walk.to_card().state().screen));
    CHECK_FALSE(can_be_saved(walk(CardCodeRead{to_bytes(kMarkedCard)}).state().screen));
    CHECK_FALSE(can_be_saved(walk(Proceeded{}).state().screen));
    walk(Walk::population())(Walk::land(SourceVerdict::NotFound));
    CHECK_FALSE(can_be_saved(walk.state().screen));
    CHECK(can_be_saved(walk(Proceeded{}).state().screen));
    walk(DraftSet{"3"})(Proceeded{})(WentBack{})(WentBack{});
    CHECK(walk.is_at<CheckDetails>());
    CHECK(can_be_saved(walk.state().screen));
    CHECK(walk(WentBack{}).is_at<Consent>());
    CHECK(can_be_saved(walk.state().screen));
}

TEST_CASE("where a source is down the way so far can be saved before anything is said", "[flow]") {
    Walk walk;
    walk.to_data(SourceVerdict::Silent);

    CHECK(can_be_saved(walk.state().screen));
}

TEST_CASE("what the citizen has made is put away, and nothing that others have said", "[flow]") {
    Walk walk;
    walk.to_review()(LeaveWished{})(SaveWished{});

    CHECK(walk.is_at<SavingWork>());
    CHECK_FALSE(walk.shows<ReallyLeave>());
    const auto wishes = walk.effects<SaveWork>();
    const SavedWork& work = wish(wishes).work;
    CHECK(wish(wishes).holder.digits() == "040200000017");
    CHECK(work.procedure == ProcedureCode("9.000001"));
    CHECK(work.subject == SavedSubject{});
    CHECK(work.answers.at(ItemId("copies")).reveal() == "3");
    CHECK(work.answers.at(ItemId("where")).reveal() == "Dấu Vết Chỗ Ở");
    CHECK(work.papers.at(ItemId("lease")).size() == 1);
    CHECK_FALSE(work.answers.contains(ItemId("name")));
    const Bytes bytes = bytes_of(work).value();
    CHECK_FALSE(as_text(bytes).contains("Dấu Vết Tên"));
    CHECK_FALSE(as_text(bytes).contains("Dấu Vết Nguồn"));
    CHECK_FALSE(as_text(bytes).contains("040200000017"));
}

TEST_CASE("a half-written answer and the pages laid so far are put away as well", "[flow]") {
    Walk writing;
    writing.to_data()(Proceeded{})(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    writing(LettersTyped{"Dấu"})(SaveWished{});
    const auto begun = writing.effects<SaveWork>();
    CHECK(wish(begun).work.drafts.at(ItemId("where")).reveal() == "Dấu");
    CHECK_FALSE(wish(begun).work.answers.contains(ItemId("where")));

    Walk scanning;
    scanning.to_paper(SourceVerdict::Held).scan()(PageAdded{})(ScanWished{})(SaveWished{});
    const auto laid = scanning.effects<SaveWork>();
    CHECK(wish(laid).work.papers.at(ItemId("lease")).size() == 1);
    CHECK(scanning.effects<CancelScan>().size() == 1);
}

TEST_CASE("a page that nobody has used yet is not put away", "[flow]") {
    Walk walk;
    walk.to_paper(SourceVerdict::Held).scan()(SaveWished{});

    const auto wishes = walk.effects<SaveWork>();
    CHECK_FALSE(wish(wishes).work.papers.contains(ItemId("lease")));
}

TEST_CASE("once it waits, the slip is printed and nothing of the visit is left", "[flow]") {
    Walk walk;
    walk.to_review()(SaveWished{})(WorkSaved{slip()});

    CHECK(walk.at<SavedForLater>().saved == slip());
    CHECK_FALSE(holds_visit(walk.state().screen));
    REQUIRE(walk.effects<PrintSavedSlip>().size() == 1);
    CHECK(walk.effects<PrintSavedSlip>()[0].saved == slip());
    walk(SlipFailed{Fault::PrinterPaperOut});
    CHECK(walk.at<SavedForLater>().slip == SlipStage::NotPrinted);
    CHECK(walk(SlipWished{}).effects<PrintSavedSlip>().size() == 1);
    CHECK_FALSE(walk(SlipWished{}).has_effects());
    CHECK(walk(SlipPrinted{}).at<SavedForLater>().slip == SlipStage::Printed);
    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("when it cannot be saved nothing is lost", "[flow]") {
    Walk walk;
    walk.to_review()(SaveWished{})(WorkNotSaved{Fault::SavedNoRoom});
    CHECK(walk.at<SavingWork>().fault == Fault::SavedNoRoom);

    CHECK(walk(Proceeded{}).effects<SaveWork>().size() == 1);
    CHECK_FALSE(walk.at<SavingWork>().fault);
    CHECK_FALSE(walk(Proceeded{}).has_effects());
    CHECK(walk(WentBack{}).is_at<SavingWork>());
    walk(WorkNotSaved{Fault::DiskFull})(WentBack{});
    CHECK(walk.at<ReviewAll>().visit.answers.size() == 3);
    CHECK(walk.at<ReviewAll>().visit.papers.size() == 1);
}

TEST_CASE("whoever is asked whether they are still there may save instead", "[flow]") {
    Walk walk;
    walk.to_review().wait(90s);
    REQUIRE(walk.shows<StillThere>());

    CHECK(walk(SaveWished{}).is_at<SavingWork>());
    CHECK_FALSE(walk.shows<StillThere>());
}

TEST_CASE("saving means nothing where there is nothing to save", "[flow]") {
    Walk walk;
    CHECK(walk(SaveWished{}).is_at<Welcome>());
    CHECK(walk.to_consent()(SaveWished{}).is_at<Consent>());
    CHECK(walk(Proceeded{})(SaveWished{}).is_at<AskSources>());
    CHECK_FALSE(walk.has_effects());
}

}  // namespace motlan

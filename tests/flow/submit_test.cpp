// Stored, sent, received: and each way in which that can be late or fail.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

Receipt receipt() { return {.code = "H41-261123-0087", .place = "Vinh"}; }

Walk sending() {
    Walk walk;
    walk.wait(1s).to_submitting()(DossierStored{"d1"});
    return walk;
}

}  // namespace

TEST_CASE("a stored dossier waits for its receipt", "[flow]") {
    Walk walk = sending();

    CHECK(walk.effects<AwaitReceipt>().at(0).dossier == "d1");
    CHECK(walk.at<Submitting>().stage == SendStage::Sending);
}

TEST_CASE("a full disk promises nothing", "[flow]") {
    Walk walk;
    walk.to_submitting()(DossierNotStored{Fault::DiskFull});

    CHECK(walk.at<NotFiled>().fault == Fault::DiskFull);
    CHECK_FALSE(walk.has_effects());
    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("a receipt is shown, and after a moment printed with what was spared", "[flow]") {
    Walk walk = sending();
    walk(ReceiptArrived{receipt()});
    CHECK(walk.at<Submitted>().receipt.code == "H41-261123-0087");
    CHECK(walk.at<Submitted>().slip == SlipStage::Coming);
    CHECK_FALSE(walk.has_effects());
    CHECK_FALSE(walk.wait(5s).has_effects());

    walk.wait(1s);

    const auto printed = walk.effects<PrintReceipt>();
    REQUIRE(printed.size() == 1);
    CHECK(printed[0].burden.papers_spared == 1);
    CHECK(walk(SlipPrinted{}).at<Submitted>().slip == SlipStage::Printed);
    CHECK(walk(SlipWished{}).effects<PrintReceipt>().size() == 1);
    CHECK(walk.at<Submitted>().slip == SlipStage::Printing);
    CHECK_FALSE(walk(SlipWished{}).has_effects());
    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("a slip is declined before any paper is spent, and still to be had", "[flow]") {
    Walk walk = sending();
    walk(ReceiptArrived{receipt()})(Refused{});
    CHECK(walk.at<Submitted>().slip == SlipStage::Declined);
    CHECK_FALSE(walk.wait(20s).has_effects());
    Walk done = walk;
    CHECK_FALSE(done(Proceeded{}).has_effects());

    CHECK(walk(SlipWished{}).effects<PrintReceipt>().size() == 1);
    CHECK(walk(Refused{}).at<Submitted>().slip == SlipStage::Printing);
}

TEST_CASE("whoever listens or has more time for everything may decline the slip for longer",
          "[flow]") {
    Walk listening = sending();
    listening(ReceiptArrived{receipt()}).listen(60s);
    CHECK(listening.at<Submitted>().slip == SlipStage::Coming);
    CHECK(listening.wait(6s).effects<PrintReceipt>().size() == 1);

    Walk unhurried = sending();
    unhurried(TextSizeWished{TextSize::Large})(ReceiptArrived{receipt()}).wait(11s);
    CHECK(unhurried.at<Submitted>().slip == SlipStage::Coming);
    CHECK(unhurried.wait(1s).effects<PrintReceipt>().size() == 1);
}

TEST_CASE("whoever goes on before the slip has come is not left without", "[flow]") {
    Walk filed = sending();
    filed(ReceiptArrived{receipt()});
    for (const Event& event :
         {Event(Proceeded{}), Event(RatingWished{}), Event(LeaveConfirmed{})}) {
        Walk walk = filed;
        CHECK(walk(event).effects<PrintReceipt>().size() == 1);
        CHECK_FALSE(walk.is_at<Submitted>());
    }
}

TEST_CASE("what cannot be printed is not said to be coming", "[flow]") {
    Walk walk = sending();
    walk(DevicesChecked{{{DeviceRole::Printer, Fault::PrinterPaperOut}}});

    walk(ReceiptArrived{receipt()});

    CHECK(walk.at<Submitted>().slip == SlipStage::Printing);
    CHECK(walk.effects<PrintReceipt>().size() == 1);
}

TEST_CASE("a printer without paper does not hide the receipt", "[flow]") {
    Walk walk = sending();
    walk(ReceiptArrived{receipt()}).wait(6s)(SlipFailed{Fault::PrinterPaperOut});

    CHECK(walk.at<Submitted>().slip == SlipStage::NotPrinted);
    CHECK(walk.at<Submitted>().slip_fault == Fault::PrinterPaperOut);
    CHECK(walk(SlipWished{}).at<Submitted>().slip == SlipStage::Printing);
    CHECK_FALSE(walk.at<Submitted>().slip_fault.has_value());
}

TEST_CASE("a delay is named and waiting becomes a choice after ten seconds", "[flow]") {
    Walk walk = sending();
    walk(ReceiptDelayed{Fault::BackendUnreachable}).wait(9s);
    CHECK(walk.at<Submitting>().delay == Fault::BackendUnreachable);
    CHECK(walk(Proceeded{}).is_at<Submitting>());

    walk.wait(1s);

    CHECK(walk.at<Submitting>().may_leave);
    CHECK(walk(Proceeded{}).at<KeptForLater>().dossier == "d1");
    CHECK(walk.effects<PrintKeptSlip>().at(0).dossier == "d1");
}

TEST_CASE("nothing is called sent while the road is cut", "[flow]") {
    Walk walk = sending();
    walk(ReceiptDelayed{Fault::BackendUnreachable});
    CHECK(walk.at<Submitting>().stage == SendStage::Sending);

    walk(ReceiptDelayed{Fault::ReceiptForged});
    CHECK(walk.at<Submitting>().stage == SendStage::WaitingForReceipt);
}

TEST_CASE("a wrong receipt is not called a network that is cut", "[flow]") {
    Walk cut = sending();
    cut(ReceiptDelayed{Fault::BackendUnreachable}).wait(10s)(Proceeded{});
    CHECK_FALSE(cut.at<KeptForLater>().is_receipt_wrong);
    CHECK_FALSE(cut.effects<PrintKeptSlip>().at(0).is_receipt_wrong);

    Walk wrong = sending();
    wrong(ReceiptDelayed{Fault::ReceiptForOtherDossier}).wait(10s)(Proceeded{});
    CHECK(wrong.at<KeptForLater>().is_receipt_wrong);
    CHECK(wrong.effects<PrintKeptSlip>().at(0).is_receipt_wrong);

    cut(SlipPrinted{})(ReceiptDelayed{Fault::ReceiptForged})(
        ReceiptDelayed{Fault::BackendUnreachable});
    CHECK(cut(SlipWished{}).effects<PrintKeptSlip>().at(0).is_receipt_wrong);
}

TEST_CASE("what is not yet stored is not left, however long it takes", "[flow]") {
    Walk walk;
    walk.to_submitting().wait(300s);

    CHECK_FALSE(walk.at<Submitting>().may_leave);
    CHECK(walk(Proceeded{})(LeaveWished{})(LeaveConfirmed{}).is_at<Submitting>());
    CHECK_FALSE(walk.shows<ReallyLeave>());
}

TEST_CASE("a late receipt is shown even after the slip that says not yet", "[flow]") {
    Walk walk = sending();
    walk.wait(10s)(Proceeded{})(SlipPrinted{});
    CHECK(walk.at<KeptForLater>().slip == SlipStage::Printed);

    walk(ReceiptArrived{receipt()});

    CHECK(walk.at<Submitted>().receipt.code == "H41-261123-0087");
    CHECK(walk.wait(6s).effects<PrintReceipt>().size() == 1);
}

TEST_CASE("the slip of a kept dossier is printed again on wish", "[flow]") {
    Walk walk = sending();
    walk.wait(10s)(Proceeded{});
    CHECK_FALSE(walk(SlipWished{}).has_effects());

    walk(SlipFailed{Fault::PrinterUnavailable});

    CHECK(walk.at<KeptForLater>().slip_fault == Fault::PrinterUnavailable);
    CHECK(walk(SlipWished{}).effects<PrintKeptSlip>().size() == 1);
    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("the goodbye ends the visit by itself or by a touch", "[flow]") {
    Walk left_alone = sending();
    Walk touched = sending();
    left_alone(ReceiptArrived{receipt()})(Proceeded{}).wait(7s);
    touched(ReceiptArrived{receipt()})(Proceeded{});
    CHECK_FALSE(left_alone.has_effects());

    CHECK(left_alone.wait(1s).effects<EndVisit>().size() == 1);
    CHECK(touched(Proceeded{}).effects<EndVisit>().size() == 1);
}

TEST_CASE("a dossier that the province refuses is not filed, and never said to be waiting",
          "[flow]") {
    Walk at_once = sending();
    at_once(ReceiptDelayed{Fault::DossierRejected});
    CHECK(at_once.at<NotFiled>().fault == Fault::DossierRejected);
    CHECK_FALSE(at_once.has_effects());

    Walk late = sending();
    late.wait(10s)(Proceeded{})(ReceiptDelayed{Fault::BackendUnreachable});
    CHECK(late.is_at<KeptForLater>());
    late(ReceiptDelayed{Fault::DossierRejected});
    CHECK(late.at<NotFiled>().fault == Fault::DossierRejected);
    CHECK(late(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("the goodbye waits for whoever hears what to take along", "[flow]") {
    Walk walk = sending();
    walk(ReceiptArrived{receipt()})(Proceeded{}).listen(60s);
    CHECK(walk.is_at<Goodbye>());
    CHECK_FALSE(walk.has_effects());

    CHECK_FALSE(walk.wait(7s).has_effects());
    CHECK(walk.wait(1s).effects<EndVisit>().size() == 1);
}

}  // namespace motlan

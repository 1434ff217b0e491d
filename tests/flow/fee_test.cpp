// Paying a fee: states are true, and leaving never touches a payment.
#include "tests/flow/followed.h"

namespace motlan {
namespace {

const std::string kFiled(32, 'f');

Payment payment(PaymentState state, std::chrono::seconds lasts = 900s) {
    return {.state = state,
            .dossier = kFiled,
            .code = "A",
            .dong = 8000,
            .paid = state == PaymentState::Paid ? 8000 : 0,
            .payload = "000201",
            .payee = "Thử",
            .expires = WallTime(1795398667123ms) + lasts};
}

/// Looking at the fee of a dossier for which payment was asked.
Walk& to_fee(Walk& walk) {
    FollowedDossier dossier = filed("A", DossierStatus::PaymentAsked);
    dossier.events.back().dong = 8000;
    return to_followed(walk, {dossier})(PayWished{});
}

}  // namespace

TEST_CASE("a fee is asked of the province before anything is drawn", "[flow]") {
    Walk walk;
    to_fee(walk);

    CHECK(walk.at<PayFee>().stage == FeeStage::Asking);
    REQUIRE(walk.effects<WatchFee>().size() == 1);
    CHECK(walk.effects<WatchFee>().front().dossier == kFiled);
    CHECK_FALSE(walk.effects<WatchFee>().front().wants_new_code);
}

TEST_CASE("money that comes is seen, and looking ends", "[flow]") {
    Walk walk;
    to_fee(walk)(PaymentSeen{payment(PaymentState::Waiting)});
    CHECK(walk.at<PayFee>().stage == FeeStage::Waiting);

    walk(PaymentSeen{payment(PaymentState::Paid)});
    CHECK(walk.at<PayFee>().stage == FeeStage::Paid);
    CHECK(walk.effects<StopWatchingFee>().size() == 1);
    CHECK(walk(Proceeded{}).is_at<FollowDossier>());
}

TEST_CASE("a fee that cannot be asked about is unknown, and becomes known again", "[flow]") {
    Walk walk;
    to_fee(walk)(PaymentSeen{payment(PaymentState::Waiting)})(
        PaymentNotSeen{Fault::PaymentUnavailable});
    CHECK(walk.at<PayFee>().stage == FeeStage::Unknown);
    CHECK(walk.at<PayFee>().fault == Fault::PaymentUnavailable);

    walk(PaymentSeen{payment(PaymentState::Waiting)});
    CHECK(walk.at<PayFee>().stage == FeeStage::Waiting);
    CHECK_FALSE(walk.at<PayFee>().fault);
}

TEST_CASE("a code that is over is not shown, and a new one must be wished", "[flow]") {
    Walk walk;
    walk.wait(1s);
    to_fee(walk)(PaymentSeen{payment(PaymentState::Waiting, 30s)}).wait(31s);
    CHECK(walk.at<PayFee>().stage == FeeStage::Expired);

    walk(PayCodeWished{});
    CHECK(walk.at<PayFee>().stage == FeeStage::Asking);
    REQUIRE(walk.effects<WatchFee>().size() == 1);
    CHECK(walk.effects<WatchFee>().front().wants_new_code);
}

TEST_CASE("whoever leaves while money may be on its way is told so first", "[flow]") {
    Walk walk;
    to_fee(walk)(PaymentSeen{payment(PaymentState::Waiting)})(WentBack{});
    CHECK(walk.is_at<PayFee>());
    CHECK(walk.shows<LeaveFee>());

    walk(FeeLeft{});
    CHECK(walk.is_at<FollowDossier>());
    CHECK_FALSE(walk.shows<LeaveFee>());
    REQUIRE(walk.effects<StopWatchingFee>().size() == 1);
}

TEST_CASE("before a code was shown back goes back at once", "[flow]") {
    Walk walk;
    CHECK(to_fee(walk)(WentBack{}).is_at<FollowDossier>());
}

TEST_CASE("the word about another dossier's fee is not this one's", "[flow]") {
    Walk walk;
    Payment other = payment(PaymentState::Paid);
    other.dossier = std::string(32, '0');
    to_fee(walk)(PaymentSeen{other});

    CHECK(walk.at<PayFee>().stage == FeeStage::Asking);
}

TEST_CASE("nobody pays for what nobody asked payment for", "[flow]") {
    Walk walk;
    CHECK(to_followed(walk, {filed("A")})(PayWished{}).is_at<FollowDossier>());
    CHECK_FALSE(walk.has_effects());
}

TEST_CASE("five minutes alone end the visit, and only the looking", "[flow]") {
    Walk walk;
    to_fee(walk)(PaymentSeen{payment(PaymentState::Waiting)}).wait(299s);
    CHECK_FALSE(walk.shows<StillThere>());
    walk.wait(40s);

    CHECK(walk.is_at<Goodbye>());
}

TEST_CASE("the slip of the receipt comes out while its fee is paid, or says why not", "[flow]") {
    Office office = example_office();
    office.procedures.front().fee.dong = 8000;
    Walk walk(office);
    walk.to_submitting()(DossierStored{"d"})(ReceiptArrived{.receipt = {.code = "H41"}});
    walk(PayWished{});
    REQUIRE(walk.is_at<PayFee>());
    CHECK(walk.effects<PrintReceipt>().size() == 1);
    CHECK(walk.effects<WatchFee>().size() == 1);
    Walk printed = walk;

    walk(SlipFailed{Fault::PrinterPaperOut})(WentBack{});
    printed(SlipPrinted{})(WentBack{});

    CHECK(walk.at<Submitted>().slip == SlipStage::NotPrinted);
    CHECK(walk.at<Submitted>().slip_fault == Fault::PrinterPaperOut);
    CHECK(printed.at<Submitted>().slip == SlipStage::Printed);
}

}  // namespace motlan

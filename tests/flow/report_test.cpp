// Reporting that something was demanded that the State must not ask for.
#include "tests/flow/followed.h"

namespace motlan {
namespace {

Walk& to_check(Walk& walk, Demand demand = Demand::Copies) {
    walk(DemandChosen{demand});
    if (demand == Demand::Other) walk(Proceeded{});
    return walk(DemandPlaceChosen{DemandPlace::Center})(DemandDayChosen{DemandDay::Today});
}

UnlawfulRequest sent(const Walk& walk) {
    const auto stored = walk.effects<StoreOpinion>();
    REQUIRE(stored.size() == 1);
    CHECK(stored.front().awaits_receipt);
    return std::get<UnlawfulRequest>(stored.front().opinion);
}

}  // namespace

TEST_CASE("three touches say what, where and when, and nobody types or is named", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}));
    CHECK(walk.at<ReportRequest>().stage == ReportStage::Check);
    walk(Proceeded{});

    const UnlawfulRequest request = sent(walk);
    CHECK(request.demand == Demand::Copies);
    CHECK(request.place == DemandPlace::Center);
    CHECK(request.day == DemandDay::Today);
    CHECK(request.dossier.empty());
    CHECK(walk.at<OpinionKept>().is_report);
}

TEST_CASE("a report without a network waits and says so", "[flow]") {
    Walk walk;
    to_check(walk(LinkChanged{true})(HomeWished{})(ReportWished{}))(Proceeded{});
    CHECK(walk.at<OpinionKept>().is_waiting_for_network);

    walk(OpinionStored{"o"})(ReceiptDelayed{Fault::BackendUnreachable});
    CHECK(walk.at<OpinionKept>().id == "o");
    CHECK(walk.at<OpinionKept>().is_waiting_for_network);
}

TEST_CASE("a report that the province refuses waits for no network", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(Proceeded{})(OpinionStored{"o"});
    walk(ReceiptDelayed{Fault::BackendUnreachable})(ReceiptDelayed{Fault::DossierRejected});

    CHECK(walk.at<OpinionKept>().fault == Fault::DossierRejected);
    CHECK_FALSE(walk.at<OpinionKept>().is_waiting_for_network);
}

TEST_CASE("another thing is told in a few words, with keys that compose", "[flow]") {
    Walk walk;
    walk(TypingWayWished{TypingWay::Telex})(HomeWished{})(ReportWished{})(
        DemandChosen{Demand::Other});
    for (const char* key : {"B", "i", "j"}) walk(LettersTyped{key});
    CHECK(walk.at<ReportRequest>().request.words.reveal() == "Bị");
    walk(LetterErased{})(LettersTyped{std::string(10'000, 'a')});

    CHECK(walk.at<ReportRequest>().request.words.reveal() == "B");
}

TEST_CASE("letters outside the words change nothing", "[flow]") {
    Walk walk;
    walk(HomeWished{})(ReportWished{})(LettersTyped{"x"})(LetterErased{})(ToneTyped{'s'});

    CHECK(walk.at<ReportRequest>().request.words.reveal().empty());
    CHECK(walk(Proceeded{}).at<ReportRequest>().stage == ReportStage::What);
}

TEST_CASE("nobody is named unless he leaves a number, and it can be taken back", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(PhoneWished{true});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::Phone);
    walk(LettersTyped{"0912 34"})(Proceeded{});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::Phone);
    walk(LettersTyped{"5679"})(LetterErased{})(LettersTyped{"8999"})(Proceeded{});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::Check);

    Walk without = walk;
    without(PhoneWished{false})(Proceeded{});
    walk(Proceeded{});

    CHECK(sent(walk).phone.reveal() == "0912345678");
    CHECK(sent(without).phone.reveal().empty());
}

TEST_CASE("a number that is not whole is not left", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(PhoneWished{true});
    walk(LettersTyped{"091"})(WentBack{});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::Check);
    walk(Proceeded{});

    CHECK(sent(walk).phone.reveal().empty());
}

TEST_CASE("a number is written only where it is asked for, and never endless", "[flow]") {
    Walk walk;
    walk(HomeWished{})(ReportWished{})(PhoneWished{true});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::What);
    to_check(walk)(PhoneWished{true})(LettersTyped{std::string(10'000, '0')})(ToneTyped{'s'});

    CHECK(walk.at<ReportRequest>().request.phone.reveal() == "0000000000");
    CHECK(walk(Proceeded{}).at<ReportRequest>().stage == ReportStage::Phone);
}

// What keeps a machine from being filled with reports is the visit around each: no count refuses
// one, for then somebody who floods it would silence whoever comes next.
TEST_CASE("one visit sends one report, however often it is wished", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(Proceeded{});
    CHECK(sent(walk).demand == Demand::Copies);

    for (const Event& event : {Event(OpinionStored{"o"}), Event(ReportWished{}),
                               Event(HomeWished{}), Event(WentBack{})}) {
        CHECK(walk(event).is_at<OpinionKept>());
        CHECK(walk.effects<StoreOpinion>().empty());
    }
    for (const Event& event : {Event(Proceeded{}), Event(ReportWished{}), Event(HomeWished{})}) {
        CHECK(walk(event).is_at<Goodbye>());
        CHECK(walk.effects<StoreOpinion>().empty());
    }
}

TEST_CASE("a report about a dossier carries it, unless the citizen takes it out", "[flow]") {
    Walk walk;
    to_check(to_followed(walk, {filed("A")})(ReportWished{}))(Proceeded{});
    CHECK(sent(walk).dossier == std::string(32, 'f'));
    CHECK(sent(walk).with_evidence);

    Walk other;
    to_check(to_followed(other, {filed("A")})(ReportWished{}))(EvidenceWished{false})(Proceeded{});
    CHECK_FALSE(sent(other).with_evidence);
}

TEST_CASE("what the sources held is the evidence", "[flow]") {
    Walk walk;
    to_followed(walk, {asked()})(Proceeded{})(Proceeded{})(Walk::population());
    to_check(walk(Walk::land(SourceVerdict::Held))(ReportWished{}))(Proceeded{});

    const auto held = sent(walk).evidence;
    REQUIRE(held.size() == 2);
    CHECK(held.front().about == ConceptId("document.house_ownership"));
}

TEST_CASE("back goes stage by stage, then to where the citizen came from", "[flow]") {
    Walk walk;
    to_check(to_followed(walk, {filed("A")})(ReportWished{}), Demand::Other);
    for (const ReportStage stage :
         {ReportStage::When, ReportStage::Where, ReportStage::Words, ReportStage::What}) {
        CHECK(walk(WentBack{}).at<ReportRequest>().stage == stage);
    }
    CHECK(walk(WentBack{}).is_at<FollowDossier>());
    CHECK(Walk()(HomeWished{})(ReportWished{})(WentBack{}).is_at<Home>());
    CHECK(Walk()(Started{})(ProcedureChosen{0})(ReportWished{})(WentBack{}).is_at<WhatYouNeed>());
}

TEST_CASE("a report's code is printed when it is wished, and says nothing of the report",
          "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(Proceeded{})(SlipWished{});
    CHECK_FALSE(walk.has_effects());
    walk(OpinionStored{std::string(32, 'c')})(SlipWished{});

    const auto printed = walk.effects<PrintReportSlip>();
    REQUIRE(printed.size() == 1);
    CHECK(printed.front().slip.code == "cccccccc");
    CHECK_FALSE(printed.front().slip.is_at_province);
    CHECK(walk(SlipWished{}).effects<PrintReportSlip>().empty());
    CHECK(walk(SlipPrinted{}).at<OpinionKept>().slip == SlipStage::Printed);
}

TEST_CASE("once the province has a report its own code can be printed, with the day", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(Proceeded{})(OpinionStored{"o"})(SlipWished{})(
        SlipPrinted{});
    walk(
        ReceiptArrived{{.code = "H41-1", .received = {}, .due = WallTime(5min), .place = ""}, "o"});
    CHECK_FALSE(walk.at<OpinionKept>().slip.has_value());

    const auto printed = walk(SlipWished{}).effects<PrintReportSlip>();

    REQUIRE(printed.size() == 1);
    CHECK(printed.front().slip.code == "H41-1");
    CHECK(printed.front().slip.is_at_province);
    CHECK(printed.front().slip.due == WallTime(5min));
}

TEST_CASE("a slip that did not come out says why and can be wished again", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(Proceeded{})(OpinionStored{"o"})(SlipWished{})(
        SlipFailed{Fault::PrinterBusy});

    CHECK(walk.at<OpinionKept>().slip == SlipStage::NotPrinted);
    CHECK(walk.at<OpinionKept>().slip_fault == Fault::PrinterBusy);
    CHECK(walk(SlipWished{}).effects<PrintReportSlip>().size() == 1);
    CHECK_FALSE(walk.at<OpinionKept>().slip_fault.has_value());
}

TEST_CASE("nothing is printed without a printer, nor of a rating", "[flow]") {
    Walk walk;
    to_check(walk(HomeWished{})(ReportWished{}))(Proceeded{})(OpinionStored{"o"});
    walk(DevicesChecked{{{DeviceRole::Printer, Fault::PrinterPaperOut}}})(SlipWished{});
    CHECK(walk.effects<PrintReportSlip>().empty());

    Walk rating;
    rating(HomeWished{})(RatingWished{})(GradeChosen{5})(Proceeded{})(OpinionStored{"o"})(
        SlipWished{});
    CHECK(rating.effects<PrintReportSlip>().empty());
}

TEST_CASE("at a center with counters one of them is named, or none is remembered", "[flow]") {
    Office office = example_office();
    office.counters = {"Quầy 1", "Quầy 2"};
    Walk walk(office);
    walk(HomeWished{})(ReportWished{})(DemandChosen{Demand::Copies});
    walk(CounterChosen{0})(DemandPlaceChosen{DemandPlace::Center});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::Counter);
    CHECK(walk(CounterChosen{2}).at<ReportRequest>().stage == ReportStage::Counter);
    walk(CounterChosen{1});
    CHECK(walk.at<ReportRequest>().stage == ReportStage::When);
    CHECK(walk.at<ReportRequest>().request.counter == "Quầy 2");

    Walk forgot = walk;
    forgot(WentBack{})(CounterChosen{})(DemandDayChosen{DemandDay::Today})(Proceeded{});
    Walk elsewhere = walk;
    elsewhere(WentBack{})(WentBack{})(DemandPlaceChosen{DemandPlace::Message});
    walk(DemandDayChosen{DemandDay::Today})(Proceeded{});

    CHECK(sent(walk).counter == "Quầy 2");
    CHECK(sent(forgot).counter.empty());
    CHECK(elsewhere.at<ReportRequest>().stage == ReportStage::When);
    CHECK(elsewhere.at<ReportRequest>().request.counter.empty());
    CHECK(elsewhere(WentBack{}).at<ReportRequest>().stage == ReportStage::Where);
}

TEST_CASE("the words of a report may be chosen, and one delete takes a chosen one back", "[flow]") {
    Office office = example_office();
    office.words = WordBook({}, ToneStyle::Old);
    Walk walk(office);
    walk(HomeWished{})(ReportWished{})(DemandChosen{Demand::Other})(LettersTyped{"giay"})(
        WordChosen{"giấy"})(LettersTyped{" "});
    CHECK(walk.at<ReportRequest>().request.words.reveal() == "giấy ");
    CHECK(walk(LetterErased{}).at<ReportRequest>().request.words.reveal() == "giay");
    walk(WordChosen{"giấy"})(Proceeded{})(WordChosen{"giấy"})(WentBack{})(LetterErased{});

    CHECK(walk.at<ReportRequest>().request.words.reveal() == "giấy");
}

}  // namespace motlan

// Overlays, leaving, and that nothing of a person is left behind.
#include <type_traits>

#include "tests/flow/walk.h"

namespace motlan {
namespace {

// What is left after a visit has no room for anybody's words.
static_assert(std::is_trivially_copyable_v<Goodbye>);
static_assert(sizeof(Goodbye) <= 2 * sizeof(SteadyTime));

/// A visit at each screen on its way, from the card to the receipt.
std::vector<Walk> everywhere() {
    std::vector<Walk> walks(12);
    walks[0].to_card();
    walks[1].to_consent();
    walks[2].to_sources();
    walks[3].to_data();
    walks[4].to_data()(SaidWrong{ItemId("name")});
    walks[5].to_data()(Proceeded{});
    walks[6].to_paper();
    walks[7].to_paper().scan();
    walks[8].to_review();
    walks[9].to_declare();
    walks[10].to_submitting()(DossierStored{"d"})(ReceiptArrived{});
    walks[11].to_submitting()(DossierNotStored{Fault::DiskFull});
    return walks;
}

}  // namespace

TEST_CASE("leaving a screen with a person on it asks first and then forgets everything", "[flow]") {
    for (Walk& walk : everywhere()) {
        INFO("screen number " << walk.state().screen.index());
        CHECK(walk(LeaveWished{}).shows<ReallyLeave>());
        walk(LeaveConfirmed{});
        CHECK(walk.is_at<Goodbye>());
        CHECK_FALSE(holds_visit(walk.state().screen));
        CHECK_FALSE(walk.shows<ReallyLeave>());
        CHECK(walk.wait(8s).effects<EndVisit>().size() == 1);
    }
}

TEST_CASE("a paper left under the camera is told three times, then staff are called", "[flow]") {
    Office office = example_office();
    office.has_document_camera = true;
    Walk walk(office);
    walk.to_paper()(LeaveConfirmed{});
    CHECK(walk.effects<LookForPaper>().size() == 1);

    walk(PaperSeen{{}, PaperHint::NoPaper});
    CHECK_FALSE(walk.at<Goodbye>().is_paper_left);
    walk.wait(5s)(PaperSeen{{}, PaperHint::Settling})(PaperSeen{{}, PaperHint::Ready});
    CHECK(walk.at<Goodbye>().reminders == 1);
    for (const int reminders : {2, 3}) {
        CHECK_FALSE(walk.wait(8s).has_effects());
        CHECK(walk.at<Goodbye>().reminders == reminders);
    }
    walk.wait(8s);
    CHECK(walk.effects<CallStaff>().size() == 1);
    CHECK(walk.effects<EndVisit>().size() == 1);
}

TEST_CASE("a paper that is taken back ends the reminders and calls nobody", "[flow]") {
    Office office = example_office();
    office.has_document_camera = true;
    Walk walk(office);
    walk.to_paper()(LeaveConfirmed{})(PaperSeen{{}, PaperHint::CutOff});

    walk(PaperSeen{{}, PaperHint::Moving});
    CHECK(walk.at<Goodbye>().is_paper_left);
    walk(PaperSeen{{}, PaperHint::NoPaper});
    CHECK_FALSE(walk.at<Goodbye>().is_paper_left);
    walk.wait(8s);
    CHECK(walk.effects<CallStaff>().empty());
    CHECK(walk.effects<EndVisit>().size() == 1);
}

TEST_CASE("without a document camera nobody looks for what was left", "[flow]") {
    Walk walk;
    CHECK(walk.to_paper()(LeaveConfirmed{}).effects<LookForPaper>().empty());
}

TEST_CASE("staying closes the question and changes nothing", "[flow]") {
    for (Walk& walk : everywhere()) {
        const auto screen = walk.state().screen.index();
        walk(LeaveWished{})(OverlayClosed{});
        CHECK(walk.state().screen.index() == screen);
        CHECK(walk.shows<std::monostate>());
    }
}

TEST_CASE("leaving stops the device that the screen was using", "[flow]") {
    Walk showing, scanning;
    showing.to_card();
    scanning.to_paper()(ScanWished{});

    CHECK(showing(LeaveConfirmed{}).effects<StopWatching>().size() == 1);
    CHECK(scanning(LeaveConfirmed{}).effects<CancelScan>().size() == 1);
}

TEST_CASE("leaving a public screen needs no question", "[flow]") {
    Walk walk;

    CHECK(walk(Started{})(LeaveWished{}).is_at<Welcome>());
}

TEST_CASE("leaving the goodbye ends the visit instead of starting another in it", "[flow]") {
    Walk walk;
    walk.to_data()(LeaveConfirmed{})(LeaveWished{})(LeaveConfirmed{});

    CHECK(walk.is_at<Goodbye>());
    CHECK(walk.effects<EndVisit>().size() == 1);
}

TEST_CASE("a kiosk out of service is not left by a citizen", "[flow]") {
    Walk walk;
    walk(ServiceStopped{Fault::BrokenAssumption})(LeaveWished{})(LeaveConfirmed{})(Started{});

    CHECK(walk.at<OutOfService>().fault == Fault::BrokenAssumption);
    CHECK(walk.at<OutOfService>().since == walk.state().now);
    CHECK(walk(ServiceResumed{}).is_at<Welcome>());
}

TEST_CASE("why something is asked is told for items of this procedure only", "[flow]") {
    Walk walk;

    CHECK(walk(WhyWished{ItemId("name")}).shows<std::monostate>());
    walk.to_data()(WhyWished{ItemId("none")});
    CHECK(walk.shows<std::monostate>());
    CHECK(walk(WhyWished{ItemId("name")}).shows<WhyAsked>());
    CHECK(walk(WentBack{}).shows<std::monostate>());
    CHECK(walk.is_at<CheckDetails>());
}

TEST_CASE("an officer is called from every screen", "[flow]") {
    for (Walk& walk : everywhere()) {
        CHECK(walk(StaffWished{}).effects<CallStaff>().size() == 1);
        CHECK(walk.shows<StaffCalled>());
    }
}

TEST_CASE("language, size and colours change the looks and nothing else", "[flow]") {
    for (Walk& walk : everywhere()) {
        const auto screen = walk.state().screen.index();
        walk(LanguageWished{Language::English})(TextSizeWished{TextSize::ExtraLarge});
        walk(ThemeWished{ColourTheme::HighContrast});
        CHECK(walk.state().screen.index() == screen);
        CHECK(walk.state().comfort.language == Language::English);
        CHECK(walk.state().comfort.size == TextSize::ExtraLarge);
        CHECK(walk.state().comfort.theme == ColourTheme::HighContrast);
    }
}

TEST_CASE("what does not work is said on the welcome screen", "[flow]") {
    Walk walk;
    walk(DevicesChecked{{{DeviceRole::Printer, Fault::PrinterPaperOut}}})(LinkChanged{true});

    CHECK(walk.at<Welcome>().out_of_order.front().fault == Fault::PrinterPaperOut);
    CHECK(walk.at<Welcome>().is_offline);
    CHECK(walk(Started{})(WentBack{}).at<Welcome>().is_offline);
}

}  // namespace motlan

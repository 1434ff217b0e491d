// The technician's desk as a value: which page comes when, which jobs are asked for, when it ends.
#include "kiosk/technician/care_desk.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/technician/walk.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

using testing::Walk;

const Stick kStick{.state = StickState::Ready, .place = "/media/stick"};

TestResult passed(DeviceTest test) { return judged(test, {}); }

}  // namespace

TEST_CASE("a desk opens with the state of the machine and asks for it", "[technician]") {
    Walk walk;

    CHECK(walk.desk().page == CarePage::Dashboard);
    CHECK(walk.take<LookOver>().size() == 1);
    walk(LookWished{});
    CHECK(walk.take<LookOver>().empty());
    walk(LookedOver{})(LookWished{});
    CHECK(walk.take<LookOver>().size() == 1);
}

TEST_CASE("back leads to the dashboard, and from there out", "[technician]") {
    Walk walk;
    walk(TestOpened{DeviceTest::Camera});
    CHECK(walk.desk().page == CarePage::Test);
    walk(CareWentBack{});
    CHECK(walk.desk().page == CarePage::Tests);
    walk(CareWentBack{});
    CHECK(walk.desk().page == CarePage::Dashboard);
    CHECK_FALSE(walk.desk().is_over);
    walk(CareWentBack{});
    CHECK(walk.desk().is_over);
}

TEST_CASE("whoever does nothing for ten minutes leaves a closed kiosk", "[technician]") {
    Walk walk;
    walk.wait(599s).to(CarePage::Tests).wait(599s);
    CHECK_FALSE(walk.desk().is_over);
    CHECK(walk.take<SetClosed>().size() == 1);
    walk.wait(1s);
    CHECK(walk.desk().is_over);
    const auto closing = walk.take<SetClosed>();
    REQUIRE(closing.size() == 1);
    CHECK(closing[0].is_wished == true);
}

TEST_CASE("whoever leaves closes nothing", "[technician]") {
    Walk walk;
    walk.take<SetClosed>();
    walk(CareLeft{}).wait(5s);
    CHECK(walk.desk().is_over);
    CHECK(walk.take<SetClosed>().empty());
}

TEST_CASE("while a test runs nobody leaves and nothing else begins", "[technician]") {
    Walk walk;
    walk(TestsWished{{DeviceTest::Network}});
    CHECK(walk.take<RunTest>().size() == 1);
    walk(CareLeft{})(CareWentBack{})(TestsWished{{DeviceTest::Traces}}).to(CarePage::Journal);
    walk.wait(700s);
    CHECK_FALSE(walk.desk().is_over);
    CHECK(walk.desk().page == CarePage::Test);
    CHECK(walk.take<RunTest>().empty());

    walk(TestEnded{passed(DeviceTest::Network)})(CareLeft{});
    CHECK(walk.desk().is_over);
}

TEST_CASE("a result is shown, counted and kept", "[technician]") {
    Walk walk;
    walk(TestsWished{{DeviceTest::Network}})(TestEnded{passed(DeviceTest::Network)});

    CHECK(walk.desk().page == CarePage::Test);
    REQUIRE(walk.desk().newest(DeviceTest::Network) != nullptr);
    CHECK(walk.take<KeepResult>().size() == 1);
    CHECK(walk.desk().newest(DeviceTest::Camera) == nullptr);
}

TEST_CASE("a result that nobody asked for changes nothing", "[technician]") {
    Walk walk;
    walk(TestEnded{passed(DeviceTest::Network)});

    CHECK(walk.desk().newest(DeviceTest::Network) == nullptr);
    CHECK(walk.take<KeepResult>().empty());
}

TEST_CASE("of each test as many results are shown as are kept", "[technician]") {
    Walk walk;
    for (int n = 0; n < 25; ++n)
        walk(TestsWished{{DeviceTest::Network}})(TestEnded{passed(DeviceTest::Network)});

    CHECK(walk.desk().results.at(DeviceTest::Network).size() == 20);
}

TEST_CASE("a series goes on by itself and ends at the list", "[technician]") {
    Walk walk;
    walk(TestsWished{{DeviceTest::Printer, DeviceTest::Camera, DeviceTest::Network}});
    walk(TestEnded{passed(DeviceTest::Printer)})(QuestionAnswered{0})(QuestionAnswered{0});
    CHECK(walk.desk().work.shown == DeviceTest::Camera);
    walk(TestsDropped{});
    CHECK(walk.desk().work.is_running);
    walk(TestEnded{passed(DeviceTest::Camera)});

    CHECK(walk.desk().page == CarePage::Tests);
    CHECK(walk.take<RunTest>().size() == 2);
}

TEST_CASE("a sentence that nobody heard was no sound", "[technician]") {
    Walk walk;
    walk(TestsWished{{DeviceTest::Sound}})(TestEnded{passed(DeviceTest::Sound)});
    CHECK(walk.desk().newest(DeviceTest::Sound) == nullptr);
    CHECK(walk.desk().is_busy());
    walk(HeardTold{false});
    REQUIRE(walk.desk().newest(DeviceTest::Sound) != nullptr);
    CHECK(walk.desk().newest(DeviceTest::Sound)->verdict == Verdict::Failed);
    CHECK_FALSE(walk.desk().is_busy());
}

TEST_CASE("a sentence that was heard is played left, then right, and judged by what is told",
          "[technician]") {
    for (const HeardSide right : {HeardSide::Right, HeardSide::Left}) {
        Walk walk;
        walk(TestsWished{{DeviceTest::Sound}})(TestEnded{passed(DeviceTest::Sound)});
        walk(HeardTold{true})(SideTold{HeardSide::Right})(HeardTold{false});
        CHECK(walk.desk().work.is_running);
        walk(TestEnded{passed(DeviceTest::Sound)})(HeardTold{true})(SideTold{HeardSide::Left});
        CHECK(walk.desk().newest(DeviceTest::Sound) == nullptr);
        const auto runs = walk.take<RunTest>();
        REQUIRE(runs.size() == 3);
        CHECK(runs[1].side == SoundSide::Left);
        CHECK(runs[2].side == SoundSide::Right);

        walk(TestEnded{passed(DeviceTest::Sound)})(SideTold{right});
        REQUIRE(walk.desk().newest(DeviceTest::Sound) != nullptr);
        const bool has_passed = walk.desk().newest(DeviceTest::Sound)->verdict == Verdict::Passed;
        CHECK(has_passed == (right == HeardSide::Right));
        CHECK_FALSE(walk.desk().is_busy());
    }
}

TEST_CASE("what only a person can tell of a slip is asked and becomes figures", "[technician]") {
    Walk walk;
    walk(TestsWished{{DeviceTest::Printer}})(TestEnded{passed(DeviceTest::Printer)});
    CHECK(walk.desk().newest(DeviceTest::Printer) == nullptr);
    walk(CareWentBack{})(CareLeft{})(QuestionAnswered{2});
    CHECK(walk.desk().is_busy());
    CHECK(walk.take<KeepResult>().empty());
    walk(QuestionAnswered{0})(QuestionAnswered{0});

    CHECK_FALSE(walk.desk().is_busy());
    const auto kept = walk.take<KeepResult>();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].result.verdict == Verdict::Passed);
    REQUIRE(kept[0].result.figures.size() == 2);
    CHECK(kept[0].result.figures[0] == Figure{.name = "darkness", .value = 3, .most = 3});
    CHECK(kept[0].result.figures[1] == Figure{.name = "cut", .value = 1, .least = 1});
}

TEST_CASE("a slip that was not printed is not asked about", "[technician]") {
    Walk walk;
    walk(TestsWished{{DeviceTest::Printer}});
    walk(TestEnded{failed_by(DeviceTest::Printer, Fault::PrinterPaperOut)});
    CHECK(walk.take<KeepResult>().size() == 1);
    CHECK_FALSE(walk.desk().is_busy());
}

TEST_CASE("a side that cannot be played ends the test of the sound", "[technician]") {
    Walk walk;
    walk(TestsWished{{DeviceTest::Sound}})(TestEnded{passed(DeviceTest::Sound)})(HeardTold{true});
    walk(TestEnded{failed_by(DeviceTest::Sound, Fault::SpeechUnavailable)});
    REQUIRE(walk.desk().newest(DeviceTest::Sound) != nullptr);
    CHECK(walk.desk().newest(DeviceTest::Sound)->verdict == Verdict::Failed);
    CHECK_FALSE(walk.desk().is_busy());
}

TEST_CASE("what the camera sees is forgotten with its test", "[technician]") {
    Walk walk;
    const auto picture = std::make_shared<const Image>(Image(2, 2, PixelFormat::Rgba));
    walk(TestsWished{{DeviceTest::Camera}})(TestSighted{picture});
    CHECK(walk.desk().work.sight == picture);
    walk(TestEnded{passed(DeviceTest::Camera)})(TestSighted{picture});
    CHECK(walk.desk().work.sight == nullptr);
}

TEST_CASE("devices are looked for again and again while their page is shown", "[technician]") {
    Walk walk;
    walk.to(CarePage::Devices).wait(6s);
    CHECK(walk.take<SearchDevices>().size() == 4);
    walk(CareWentBack{}).wait(6s);
    CHECK(walk.take<SearchDevices>().empty());
}

TEST_CASE("a printer of the network is asked once, since it may take its time", "[technician]") {
    Walk walk;
    walk.to(CarePage::Devices).wait(6s);
    CHECK(walk.take<AskPrinter>().size() == 1);
    const FoundDevice printer{DeviceKind::Printer, "TM-m30III", "ipp://192.0.2.7/ipp", "X4K", "1"};
    walk(PrinterTold{printer})(DevicesSeen{});
    CHECK(walk.desk().network_printer == printer);
}

TEST_CASE("nothing is written before it was looked through", "[technician]") {
    Walk walk;
    walk.to(CarePage::Export)(ExportWished{});
    CHECK(walk.take<WriteDiagnostics>().empty());
    walk(DiagnosticsGathered{.files = {{"a.txt", "a"}}, .stick = kStick});
    walk(ExportWished{})(ExportWished{});
    const auto written = walk.take<WriteDiagnostics>();
    REQUIRE(written.size() == 1);
    CHECK(written[0].folder == "/media/stick");
    walk(DiagnosticsWritten{.fault = {}, .file = "/media/stick/a.tar.cms"});
    CHECK(walk.desk().exported == ExportStage::Written);
    CHECK(walk.desk().exported_file == "/media/stick/a.tar.cms");
}

TEST_CASE("only what is chosen is written", "[technician]") {
    Walk walk;
    walk.to(CarePage::Export)(DiagnosticsGathered{
        .files = {{"journal.txt", "a"}, {"kiosk.toml", "b"}, {"version.txt", "c"}},
        .stick = kStick});
    walk(PartWished{DiagnosticPart::Settings})(PartWished{DiagnosticPart::Tests})(
        PartWished{DiagnosticPart::State})(PartWished{DiagnosticPart::State})(ExportWished{});

    const auto written = walk.take<WriteDiagnostics>();
    REQUIRE(written.size() == 1);
    CHECK(written[0].files == DiagnosticFiles{{"journal.txt", "a"}, {"version.txt", "c"}});
}

TEST_CASE("nothing is written to no stick, a full or a read-only one, or when nothing is chosen",
          "[technician]") {
    for (const StickState state : {StickState::Missing, StickState::ReadOnly, StickState::Full}) {
        Walk walk;
        walk.to(CarePage::Export)(DiagnosticsGathered{.files = {{"a.txt", "a"}},
                                                      .stick = {.state = state, .place = "/x"}});
        walk(ExportWished{});
        CHECK(walk.take<WriteDiagnostics>().empty());
    }
    Walk walk;
    walk.to(CarePage::Export)(DiagnosticsGathered{.files = {{"a.txt", "a"}}, .stick = kStick});
    for (const DiagnosticPart part : all_diagnostic_parts()) walk(PartWished{part});
    walk(ExportWished{});
    CHECK(walk.take<WriteDiagnostics>().empty());
}

TEST_CASE("what looks personal is not written", "[technician]") {
    Walk walk;
    walk.to(CarePage::Export)(
        DiagnosticsGathered{.files = {{"a.txt", "a"}},
                            .refused = RefusedFile{"a.txt", {"a telephone number", 1}},
                            .stick = kStick});
    walk(ExportWished{});
    CHECK(walk.take<WriteDiagnostics>().empty());
}

TEST_CASE("a stick that was pulled can be tried again", "[technician]") {
    Walk walk;
    walk.to(CarePage::Export)(DiagnosticsGathered{.files = {{"a.txt", "a"}}, .stick = kStick});
    walk(ExportWished{})(DiagnosticsWritten{Fault::MediumUnavailable});
    CHECK(walk.desk().fault == Fault::MediumUnavailable);
    walk.take<WriteDiagnostics>();
    walk(ExportWished{});
    CHECK(walk.take<WriteDiagnostics>().size() == 1);
}

TEST_CASE("a report is printed once at a time", "[technician]") {
    Walk walk;
    walk.to(CarePage::Report)(PaperWished{})(PaperWished{});
    CHECK(walk.take<PrintReport>().size() == 1);
    walk(ReportPrinted{Fault::PrinterPaperOut});
    CHECK(walk.desk().fault == Fault::PrinterPaperOut);
    walk(PaperWished{})(ReportPrinted{});
    CHECK(walk.desk().printed == PrintStage::Printed);
    CHECK_FALSE(walk.desk().fault);
}

TEST_CASE("a report is written to the stick as this technician's, once at a time", "[technician]") {
    Walk walk;
    walk.to(CarePage::Report)(ReportFileWished{})(ReportFileWished{});
    const auto written = walk.take<WriteReport>();
    REQUIRE(written.size() == 1);
    CHECK(written[0].report.who.contains("Lê Văn Bình"));
    CHECK(written[0].report.number.starts_with("motlan-"));
    walk(ReportWritten{.stick = {.state = StickState::Missing}});
    REQUIRE(walk.desk().written);
    CHECK(walk.desk().written->stick.state == StickState::Missing);
    walk(ReportFileWished{});
    CHECK(walk.take<WriteReport>().size() == 1);
    CHECK_FALSE(walk.desk().written);
    walk(ReportWritten{.stick = kStick, .file = "/media/stick/a.pdf"}).to(CarePage::Report);
    CHECK_FALSE(walk.desk().written);
}

TEST_CASE("the kiosk is closed and opened, and says when the disk did not take it",
          "[technician]") {
    Walk walk;
    walk.take<SetClosed>();
    walk.to(CarePage::Service)(ClosingWished{true});
    REQUIRE(walk.take<SetClosed>().size() == 1);
    walk(ClosingSeen{.is_closed = true});
    CHECK(walk.desk().is_closed);
    walk(ClosingSeen{.is_closed = true, .is_kept = false});
    CHECK_FALSE(walk.desk().is_kept);
}

TEST_CASE("another choice of the log forgets the lines before", "[technician]") {
    Walk walk;
    walk.to(CarePage::Journal)(JournalRead{"a line"})(JournalWished{{.match = "fault_seen"}});
    CHECK_FALSE(walk.desk().journal);
    CHECK(walk.desk().wish.match == "fault_seen");
    CHECK(walk.take<ReadJournal>().size() == 2);
}

TEST_CASE("a word is typed and looked for among the lines that are wished", "[technician]") {
    Walk walk;
    walk.to(CarePage::Journal)(JournalWished{{.since = "today", .unit = "kiosk-link"}});
    walk.to(CarePage::Search).type("SCAN -01X")(EraseFelt{});
    CHECK(walk.desk().sought == "SCAN-01");
    walk.type(std::string(kLongestSought, 'a'));
    CHECK(walk.desk().sought.size() == kLongestSought);

    walk.take_all();
    walk(CareWentBack{});
    CHECK(walk.desk().page == CarePage::Journal);
    REQUIRE(walk.take<ReadJournal>().size() == 1);
    CHECK(walk.desk().wish.sought.empty());

    walk.to(CarePage::Search)(JournalWished{{.since = "today", .sought = "SCAN-01"}});
    CHECK(walk.desk().page == CarePage::Journal);
    const auto read = walk.take<ReadJournal>();
    REQUIRE(read.size() == 1);
    CHECK(read[0].wish.sought == "SCAN-01");
    CHECK(walk.to(CarePage::Search).desk().sought == "SCAN-01");
}

TEST_CASE("a screen is wiped for a minute, and nobody is thrown out meanwhile", "[technician]") {
    Walk walk;
    walk.to(CarePage::Service).wait(590s).to(CarePage::Clean).wait(59s);
    CHECK(walk.desk().page == CarePage::Clean);
    walk.wait(1s);
    CHECK(walk.desk().page == CarePage::Service);
    walk.wait(500s);
    CHECK_FALSE(walk.desk().is_over);
}

}  // namespace motlan

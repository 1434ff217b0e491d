#include "tests/technician/sample_desks.h"

#include <chrono>

#include "tests/technician/sample_camera.h"
#include "tests/technician/sample_log.h"
#include "tests/technician/sample_trials.h"

namespace motlan::testing {
namespace {

using namespace std::chrono_literals;

WallTime at(int day, int hour, int minute) {
    return std::chrono::sys_days{std::chrono::year{2026} / 11 / day} + std::chrono::hours(hour) +
           std::chrono::minutes(minute) - kVietnamOffset;
}

CareDesk desk_at(CarePage page) {
    return {.who = sample_technician(),
            .machine = sample_machine(),
            .page = page,
            .wall = at(29, 7, 31)};
}

/// What a look finds at a kiosk with a printer that is low on paper, whose keys end soon.
Checkup troubled() {
    Checkup checkup{.is_link_up = true,
                    .waiting = {.dossiers = 3, .oldest_minutes = 95},
                    .bundle = 42,
                    .tls_days_left = 21,
                    .certificates = {{"device", 21}, {"tls", 712}, {"ca", kMostDays}},
                    .free_bytes = std::uintmax_t{48'211} << 20U};
    checkup.remarks = {
        {Grade::Fine, "configuration", "/etc/motlan/kiosk.toml", {}},
        {Grade::Fine, "catalogue", "17 procedures", {}},
        {Grade::Fine, "card camera", "camera /dev/video0", {}},
        {Grade::Fine, "scanner", "sane", {}},
        {Grade::Notice, "certificate", "ends in 21 days", Fault::NotEnrolled},
        {Grade::Notice, "kiosk", "the printer needs paper soon", Fault::PrinterPaperLow},
        {Grade::Wrong, "province", "the province cannot be reached", Fault::BackendUnreachable},
        {Grade::Wrong, "tests", "scanner failed on 2026-11-28", std::nullopt},
        {Grade::Notice, "memory", "this machine swaps: turn it off", std::nullopt},
        {Grade::Fine, "disk", "48211 MB are free", {}},
        {Grade::Fine, "clock", "agrees with what the province has signed", {}}};
    return checkup;
}

Checkup well() {
    Checkup checkup = troubled();
    std::erase_if(checkup.remarks, [](const Remark& one) { return one.grade != Grade::Fine; });
    checkup.is_province_reachable = true;
    checkup.waiting = {};
    checkup.tls_days_left = 30;
    checkup.certificates = {{"device", 712}, {"ca", kMostDays}};  // the link's is hidden
    return checkup;
}

TestResult camera_result(double fine) {
    TestResult result =
        judged(DeviceTest::Camera, {{.name = "read_rate", .value = 100, .least = 95},
                                    {.name = "pixels_per_mm", .value = fine, .least = 16},
                                    {.name = "pictures", .value = 14.6},
                                    {.name = "glare", .value = 0.4},
                                    {.name = "brightness", .value = 148}});
    result.at = at(29, 7, 29);
    return result;
}

TestResults results() {
    TestResult jammed = failed_by(DeviceTest::Scanner, Fault::ScannerJam);
    jammed.at = at(28, 16, 2);
    TestResult missing = not_tested(DeviceTest::Card, TestReason::NotConfigured);
    missing.at = at(29, 7, 30);
    TestResult older = camera_result(12.1);
    older.at = at(27, 9, 15);
    return {{DeviceTest::Camera, {older, camera_result(17.2)}},
            {DeviceTest::Scanner, {jammed}},
            {DeviceTest::Card, {missing}}};
}

CareDesk tested(CarePage page, DeviceTest shown) {
    CareDesk desk = desk_at(page);
    desk.results = results();
    desk.work.shown = shown;
    return desk;
}

Picture grey_picture() {
    Image image(640, 480, PixelFormat::Rgba);
    image.pixels.assign(image.pixels.size(), 0x90);
    return std::make_shared<const Image>(std::move(image));
}

CareDesk running(DeviceTest test, std::vector<DeviceTest> waiting) {
    CareDesk desk = tested(CarePage::Test, test);
    desk.work.is_running = true;
    desk.work.waiting = std::move(waiting);
    if (test == DeviceTest::Camera) desk.work.sight = grey_picture();
    if (test == DeviceTest::Payment)
        desk.work.code =
            "00020101021238540010A00000072701240006970436011000000123450208QRIBFTTA530370454041000"
            "5802VN62160812THU 1A2B3C4D6304ABCD";
    return desk;
}

void add_home(std::vector<CareSample>& all) {
    all.push_back({"care.dashboard.looking", desk_at(CarePage::Dashboard)});
    CareDesk desk = desk_at(CarePage::Dashboard);
    desk.checkup = troubled();
    all.push_back({"care.dashboard.troubled", desk});
    desk.checkup = well();
    all.push_back({"care.dashboard.well", desk});
    desk = tested(CarePage::Network, DeviceTest::Network);
    desk.checkup = troubled();
    all.push_back({"care.network", desk});
    TestResult passed =
        judged(DeviceTest::Network, {{.name = "queue", .value = 0},
                                     {.name = "certificate_days", .value = 30, .least = 7},
                                     {.name = "latency_ms", .value = 38},
                                     {.name = "clock_seconds", .value = 0.2, .most = 2}});
    passed.at = at(29, 7, 28);
    desk.results[DeviceTest::Network] = {passed};
    desk.checkup = well();
    all.push_back({"care.network.well", desk});
    desk.checkup = troubled();
    TestResult cut = not_tested(DeviceTest::Network, TestReason::NoAddress);
    cut.at = at(29, 7, 30);
    desk.results[DeviceTest::Network] = {cut};
    all.push_back({"care.network.cut", desk});
}

void add_devices(std::vector<CareSample>& all) {
    CareDesk desk = desk_at(CarePage::Devices);
    all.push_back({"care.devices.looking", desk});
    desk.devices = DevicesSeen{
        .found = {{DeviceKind::Camera, "HD Pro Webcam C920",
                   "/dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920_1C8A-video-index0", "1C8A", "0.11"},
                  {DeviceKind::Scanner, "Canon CanoScan LiDE 400", "usb:001:004"},
                  {DeviceKind::Printer, "EPSON TM-T82III", "/dev/usb/lp0"}},
        .troubles = {{DeviceRole::Scanner, Fault::ScannerCoverOpen, 1},
                     {DeviceRole::Printer, Fault::PrinterPaperLow, 0}}};
    all.push_back({"care.devices", desk});
    desk.page = CarePage::Assign;
    all.push_back({"care.assign", desk});
    desk.role = DeviceRole::Scanner;
    all.push_back({"care.assign.looking", desk});
    desk.role = DeviceRole::DocumentCamera;
    desk.devices->found.clear();
    all.push_back({"care.assign.none", desk});
    desk.page = CarePage::Devices;
    all.push_back({"care.devices.none", desk});
    desk = desk_at(CarePage::Skip);
    desk.skipped = DeviceTest::Scanner;
    all.push_back({"care.skip", desk});
}

void add_tests(std::vector<CareSample>& all) {
    all.push_back({"care.tests.never", desk_at(CarePage::Tests)});
    all.push_back({"care.tests", tested(CarePage::Tests, DeviceTest::Camera)});
    for (const DeviceTest test : whole_series()) {
        if (test == DeviceTest::Touch || test == DeviceTest::Display || test == DeviceTest::Keypad)
            continue;
        all.push_back({"care.test.running_" + std::string(name(test)),
                       running(test, {DeviceTest::Network, DeviceTest::Traces})});
    }
    all.push_back({"care.test.running_last", running(DeviceTest::Traces, {})});
    all.push_back({"care.test.never", tested(CarePage::Test, DeviceTest::Printer)});
    all.push_back({"care.test.passed", tested(CarePage::Test, DeviceTest::Camera)});
    all.push_back({"care.test.failed", tested(CarePage::Test, DeviceTest::Scanner)});
    all.push_back({"care.test.not_tested", tested(CarePage::Test, DeviceTest::Card)});
    CareDesk unpaid = tested(CarePage::Test, DeviceTest::Payment);
    unpaid.results[DeviceTest::Payment] = {{.test = DeviceTest::Payment,
                                            .verdict = Verdict::Failed,
                                            .reason = TestReason::NoCallback,
                                            .at = at(29, 7, 30)}};
    all.push_back({"care.test.unpaid", unpaid});
    CareDesk skipped_one = tested(CarePage::Test, DeviceTest::Printer);
    skipped_one.results[DeviceTest::Printer] = {
        skipped(DeviceTest::Printer, TestReason::SkippedAwaited)};
    all.push_back({"care.test.skipped", skipped_one});
    CareDesk reach = tested(CarePage::Test, DeviceTest::Reach);
    reach.results[DeviceTest::Reach] = {not_tested(DeviceTest::Reach, TestReason::NotMeasured)};
    all.push_back({"care.test.reach", reach});
    CareDesk desk = tested(CarePage::Test, DeviceTest::Camera);
    desk.results[DeviceTest::Camera].push_back(camera_result(9.4));
    all.push_back({"care.test.beyond", desk});
    desk = tested(CarePage::Test, DeviceTest::Sound);
    desk.work.is_heard_asked = true;
    all.push_back({"care.test.heard", desk});
    desk.work.side = SoundSide::Left;
    all.push_back({"care.test.side", desk});
    for (const TestQuestion question : all_test_questions()) {
        desk = tested(CarePage::Test, DeviceTest::Printer);
        desk.work.questions = {question};
        all.push_back({"care.test.question_" + std::string(name(question)), desk});
    }
}

const std::string kText =
    "center_name = \"Vinh\"\n[screen]\nwidth = 1080  # pixels\nheight = 1920\n"
    "[card_camera]\ndriver = \"camera\"\npath = \"/dev/v4l/by-id/usb-046d\"\n"
    "[scanner]\ndpi = 300\ncolour = true\n";

CareDesk config_desk(CarePage page, std::string draft) {
    CareDesk desk = desk_at(page);
    desk.config = ConfigRead{
        .text = kText, .former = {{"0007", kText, at(28, 9, 10)}, {"0006", kText, at(2, 16, 45)}}};
    desk.change = {.former = kText, .draft = std::move(draft)};
    return desk;
}

CareDesk setting_desk(std::string path, std::string typed) {
    CareDesk desk = config_desk(CarePage::Setting, kText);
    desk.change.path = std::move(path);
    desk.change.typed = std::move(typed);
    return desk;
}

void add_settings(std::vector<CareSample>& all) {
    all.push_back({"care.setting.number", setting_desk("scanner.dpi", "300")});
    CareDesk desk = setting_desk("scanner.dpi", "3000");
    desk.change.complaint = "a whole number from 100 to 600 is needed here";
    all.push_back({"care.setting.wrong", desk});
    all.push_back({"care.setting.choice", setting_desk("hand_reader.baud", "9600")});
    all.push_back({"care.setting.truth", setting_desk("card_camera.light", "true")});
    all.push_back({"care.setting.text", setting_desk("center_name", "Trung tâm xã Kim Liên")});
    all.push_back({"care.setting.ruler", setting_desk("screen.pixels_per_metre", "4034")});
    all.push_back({"care.setting.ruler_large", setting_desk("screen.pixels_per_metre", "9600")});
    desk = setting_desk("card_camera.path", "");
    desk.change.complaint = "this driver needs the path of its device";
    all.push_back({"care.setting.missing", desk});
}

void add_second(std::vector<CareSample>& all) {
    CareDesk desk = config_desk(CarePage::Second, kText + "# other\n");
    desk.change.reply = DoorReply{.answer = DoorAnswer::NeedsSecond};
    all.push_back({"care.second.badge", desk});
    desk.change.reply = DoorReply{.answer = DoorAnswer::SecondRefused, .fault = Fault::PinWrong};
    all.push_back({"care.second.refused", desk});
    desk.change.reply.reset();
    desk.change.badge = "ML1";
    desk.change.pin = "135";
    all.push_back({"care.second.pin", desk});
    desk.change.is_applying = true;
    all.push_back({"care.second.asking", desk});
}

void add_keep(std::vector<CareSample>& all) {
    CareDesk desk = desk_at(CarePage::Keep);
    desk.keep = {.changed = {"- [scanner] dpi = 300", "+ [scanner] dpi = 200"},
                 .ends = desk.steady + 47s};
    all.push_back({"care.keep", desk});
    desk.keep.troubles = {{DeviceRole::Printer, Fault::PrinterUnavailable}};
    all.push_back({"care.keep.troubled", desk});
    desk.keep.is_answered = true;
    all.push_back({"care.keep.told", desk});
}

void add_config(std::vector<CareSample>& all) {
    CareDesk desk = desk_at(CarePage::Config);
    desk.config = ConfigRead{};
    all.push_back({"care.config.unreadable", desk});
    all.push_back({"care.config", config_desk(CarePage::Config, kText)});
    const std::string draft = kText + "source = \"feeder\"\n";
    desk = config_desk(CarePage::Config, draft);
    all.push_back({"care.config.pending", desk});
    desk.change.problem = Problem{"kiosk.toml", 7, "card_camera.path", "missing"};
    all.push_back({"care.config.wrong", desk});
    desk = config_desk(CarePage::Config, draft);
    desk.change.is_applying = true;
    all.push_back({"care.config.applying", desk});
    desk.change.is_applying = false;
    for (const DoorAnswer answer : {DoorAnswer::Held, DoorAnswer::Overtaken, DoorAnswer::NoDoor,
                                    DoorAnswer::NotWritten, DoorAnswer::Unchanged}) {
        desk.change.reply = DoorReply{.answer = answer, .who = "0901"};
        all.push_back({"care.config.reply_" + std::string(name(answer)), desk});
    }
    all.push_back({"care.history", config_desk(CarePage::History, kText)});
    desk = desk_at(CarePage::History);
    all.push_back({"care.history.none", desk});
    add_settings(all);
    add_second(all);
    add_keep(all);
}

void add_export(std::vector<CareSample>& all) {
    CareDesk desk = desk_at(CarePage::Export);
    all.push_back({"care.export.gathering", desk});
    desk.gathered =
        DiagnosticsGathered{.files = {{"checkup.txt", "fine\tdisk\n"},
                                      {"journal.txt",
                                       "2026-11-29T07:10:01+0700 kiosk[812]: visit_started\n"
                                       "2026-11-29T07:12:44+0700 kiosk[812]: visit_ended\n"},
                                      {"version.txt", "1.0.0\n"}},
                            .stick = {.state = StickState::Ready, .place = "/media/stick"}};
    desk.exported = ExportStage::Gathered;
    all.push_back({"care.export.clean", desk});
    desk.exported = ExportStage::Writing;
    all.push_back({"care.export.writing", desk});
    desk.exported = ExportStage::Gathered;
    desk.fault = Fault::MediumUnavailable;
    all.push_back({"care.export.failed", desk});
    desk.fault.reset();
    desk.parts.erase(DiagnosticPart::Log);
    for (const auto& [state, words] :
         {std::pair(StickState::Missing, "no_stick"), std::pair(StickState::ReadOnly, "read_only"),
          std::pair(StickState::Full, "full")}) {
        desk.gathered->stick.state = state;
        all.push_back({std::string("care.export.") + words, desk});
    }
    desk.gathered->stick.state = StickState::Ready;
    desk.exported = ExportStage::Written;
    desk.exported_file = "/media/stick/motlan-NA-VINH-03-20261129-073100.tar.cms";
    all.push_back({"care.export.written", desk});
    desk.gathered->refused = RefusedFile{"journal.txt", {"twelve digits of a card", 17}};
    desk.exported = ExportStage::Gathered;
    all.push_back({"care.export.refused", desk});
}

void add_service(std::vector<CareSample>& all) {
    CareDesk desk = desk_at(CarePage::Service);
    all.push_back({"care.service.open", desk});
    desk.is_closed = true;
    all.push_back({"care.service.closed", desk});
    desk.is_kept = false;
    all.push_back({"care.service.unsaved", desk});
    desk = desk_at(CarePage::Service);
    desk.rest = PlannedRest{at(29, 7, 0), at(29, 17, 30)};
    all.push_back({"care.service.resting", desk});
    desk = desk_at(CarePage::Plan);
    desk.planning = {at(29, 8, 0), at(29, 9, 0)};
    all.push_back({"care.plan.begun", desk});
    desk.rest = desk.planning;
    all.push_back({"care.plan", desk});
    desk = tested(CarePage::Report, DeviceTest::Camera);
    all.push_back({"care.report", desk});
    desk.printed = PrintStage::Printing;
    all.push_back({"care.report.printing", desk});
    desk.printed = PrintStage::Printed;
    all.push_back({"care.report.printed", desk});
    desk.printed = PrintStage::None;
    desk.fault = Fault::PrinterPaperOut;
    all.push_back({"care.report.failed", desk});
    desk.fault.reset();
    desk.is_writing = true;
    all.push_back({"care.report.writing", desk});
    desk.is_writing = false;
    desk.written = ReportWritten{.stick = {.state = StickState::Ready, .place = "/media/stick"},
                                 .file = "/media/stick/NA-VINH-03-20261129-0731.pdf"};
    all.push_back({"care.report.written", desk});
    desk.written = ReportWritten{};
    all.push_back({"care.report.no_stick", desk});
}

}  // namespace

StaffMember sample_technician() {
    return {StaffNumber("0900"), "Lê Văn Bình", StaffRole::Technician};
}

CareMachine sample_machine() {
    return {.kiosk = "NA-VINH-03",
            .version = "1.0.0 (a1b2c3d4)",
            .width_mm = 267.7,
            .height_mm = 475.9,
            .drivers = {{DeviceRole::CardCamera, "camera"},
                        {DeviceRole::HandReader, "none"},
                        {DeviceRole::ChipReader, "pcsc"},
                        {DeviceRole::Scanner, "sane"},
                        {DeviceRole::DocumentCamera, "none"},
                        {DeviceRole::Printer, "escpos"}}};
}

std::vector<CareSample> care_samples() {
    std::vector<CareSample> all;
    add_home(all);
    add_devices(all);
    add_tests(all);
    add_camera(all, desk_at(CarePage::Camera));
    add_trials(all, desk_at(CarePage::Touch));
    add_config(all);
    add_journal(all, desk_at(CarePage::Journal));
    add_export(all);
    add_service(all);
    return all;
}

}  // namespace motlan::testing

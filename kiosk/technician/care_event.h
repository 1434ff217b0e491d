// What a technician wishes and what the machine answers; and the jobs that the desk asks for. Plain
// data, so that a step is a function over values.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "drivers/search/device_search.h"
#include "kiosk/app/closing.h"
#include "kiosk/app/loudspeaker.h"
#include "kiosk/care/checkup.h"
#include "kiosk/care/diagnostics.h"
#include "kiosk/care/journal.h"
#include "kiosk/care/stick.h"
#include "kiosk/care/test_report.h"
#include "kiosk/care/test_sound.h"
#include "kiosk/core/device_role.h"
#include "kiosk/core/device_test.h"
#include "kiosk/core/image.h"
#include "kiosk/flow/comfort.h"
#include "kiosk/technician/camera_event.h"
#include "kiosk/technician/config_event.h"
#include "kiosk/ui/focus.h"

namespace motlan {

/// T02 to T13 and T15 of ux 7; tests of devices share one page.
enum class CarePage : std::uint8_t {
    Dashboard,
    Devices,
    Assign,   ///< T03: which device has a role
    Skip,     ///< T03: why a device is not tested
    Tests,    ///< all of them, with what came of them last
    Test,     ///< one of them: while it runs, and what came of it
    Camera,   ///< T04: the card camera is set while it is looked through
    Touch,    ///< T07: 25 points, alone on the screen
    Colours,  ///< T07: colours and greys, alone on the screen
    Keys,     ///< T08: six keys, alone on the screen
    Network,
    Config,   ///< T10: all values, and what is to change
    Setting,  ///< T10: one of them
    History,  ///< T10: the versions before
    Second,   ///< T10: another technician agrees
    Keep,     ///< T10: is what is tried to stay? alone, after a start anew
    Journal,
    Search,  ///< T11: the word that is looked for
    Export,
    Service,
    Plan,   ///< T13: when the kiosk rests by itself
    Clean,  ///< the screen is being wiped
    Report,
};
/// "dashboard", "devices", …
[[nodiscard]] std::string_view name(CarePage page);

// --- what the technician does ---
struct CarePageWished {
    CarePage page;
};
struct CareWentBack {};  ///< from the dashboard: leaves
struct CareLeft {};
struct CareDressed {
    Comfort comfort;
};
/// To be run one after the other.
struct TestsWished {
    std::vector<DeviceTest> tests;
};
struct TestOpened {
    DeviceTest test;
};
struct TestsDropped {};  ///< those that have not begun
struct HeardTold {
    bool is_heard;
};
/// Where the sound of one side was heard.
struct SideTold {
    HeardSide heard;
};
/// To the question that is asked: the answer's place in answers_of().
struct QuestionAnswered {
    std::size_t answer;
};
/// A finger came down there, in millimetres of the panel.
struct FingerFelt {
    double x_mm = 0;
    double y_mm = 0;
};
struct KeyFelt {
    FocusKey key;
};
struct TrialStopped {};  ///< a trial at the screen
struct LookWished {};    ///< look the machine over again
struct JournalWished {
    JournalWish wish;
};
struct GatherWished {};
/// Take it along, or leave it out.
struct PartWished {
    DiagnosticPart part;
};
struct ExportWished {};
struct ClosingWished {
    bool is_wished;
};
/// The rest that is being planned begins, and ends, so much later; or only its end does.
struct PlanMoved {
    std::chrono::minutes by;
    bool is_end_only = false;
};
struct PlanTaken {};
struct PlanDropped {};
struct PaperWished {};       ///< the report on paper
struct ReportFileWished {};  ///< the report as a file on the stick
struct RoleOpened {
    DeviceRole role;
};
/// The device of that place in the list has the opened role; none: no device has it.
struct DeviceAssigned {
    std::optional<std::size_t> device;
};
struct SkipOpened {
    DeviceTest test;
};
struct SkipWished {
    TestReason reason;
};

// --- what the machine answers ---
struct LookedOver {
    Checkup checkup;
};
/// What is kept of former tests, the newest last.
struct ResultsRead {
    TestResults results;
};
struct DevicesSeen {
    std::vector<FoundDevice> found;
    std::vector<DeviceTrouble> troubles;
};
/// The printer of the network; none where no such is configured.
struct PrinterTold {
    std::optional<FoundDevice> printer;
};
/// What SANE finds; `where` is the name that it has there.
struct ScannersListed {
    std::vector<FoundDevice> found;
};
struct TestEnded {
    TestResult result;
};
/// What the camera sees while it is tested.
struct TestSighted {
    Picture picture;
};
/// The code of a test payment, while it may be paid.
struct TestCodeShown {
    std::string payload;
};
struct JournalRead {
    std::optional<std::string> text;  ///< none: there is no journal here, or it may not be read
};
/// What may be written, or why nothing may.
struct DiagnosticsGathered {
    DiagnosticFiles files;
    std::optional<RefusedFile> refused;
    Stick stick{};
};
struct DiagnosticsWritten {
    std::optional<Fault> fault;
    std::filesystem::path file{};
};
struct ClosingSeen {
    bool is_closed = false;
    bool is_kept = true;  ///< false: the disk did not take it
    std::optional<PlannedRest> rest{};
};
struct ReportPrinted {
    std::optional<Fault> fault;
};
/// Where it is written, or why it is not: the stick, or the fault.
struct ReportWritten {
    Stick stick{};
    std::optional<Fault> fault{};
    std::filesystem::path file{};
};
struct CareTicked {
    SteadyTime steady;
    WallTime wall;
};

using CareEvent =
    std::variant<CarePageWished, CareWentBack, CareLeft, CareDressed, TestsWished, TestOpened,
                 TestsDropped, HeardTold, SideTold, QuestionAnswered, FingerFelt, KeyFelt,
                 TrialStopped, LookWished, JournalWished, GatherWished, PartWished, ExportWished,
                 ClosingWished, PlanMoved, PlanTaken, PlanDropped, PaperWished, ReportFileWished,
                 SettingOpened, LettersFelt, EraseFelt, ToneFelt, ValueChosen, SettingTaken,
                 ChangesDropped, ApplyWished, VersionWished, KeepTold, RoleOpened, DeviceAssigned,
                 SkipOpened, SkipWished, ControlWished, ControlsWished, CameraSaved, LookedOver,
                 ResultsRead, DevicesSeen, PrinterTold, ScannersListed, TestEnded, TestSighted,
                 TestCodeShown, CameraViewed, CameraLost, ConfigRead, ChangeAnswered, BadgeSighted,
                 BadgeRead, TrialSeen, JournalRead, DiagnosticsGathered, DiagnosticsWritten,
                 ClosingSeen, ReportPrinted, ReportWritten, CareTicked>;

// --- jobs ---
struct LookOver {};
struct ReadResults {};
struct SearchDevices {};
struct AskPrinter {};  ///< of the network
struct RunTest {
    DeviceTest test;
    SoundSide side = SoundSide::Both;  ///< of the sound
};
struct KeepResult {
    TestResult result;
};
struct ListScanners {};
struct ReadConfig {};
struct ReadJournal {
    JournalWish wish;
};
struct GatherDiagnostics {};
struct WriteDiagnostics {
    DiagnosticFiles files;
    std::filesystem::path folder;
};
/// Close the kiosk for citizens, open it, or only tell how it is.
struct SetClosed {
    std::optional<bool> is_wished;
};
/// It rests by itself then, or no more.
struct SetRest {
    std::optional<PlannedRest> rest;
};
struct PrintReport {};
struct WriteReport {
    TestReport report;  ///< without its devices, which are looked for
};

using CareJob = std::variant<LookOver, ReadResults, SearchDevices, AskPrinter, RunTest, KeepResult,
                             WatchCamera, SetControl, ListScanners, ReadConfig, AskToChange,
                             WatchForBadge, AnswerTrial, ReadJournal, GatherDiagnostics,
                             WriteDiagnostics, SetClosed, SetRest, PrintReport, WriteReport>;

}  // namespace motlan

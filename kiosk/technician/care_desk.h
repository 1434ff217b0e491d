// The technician's desk as a value: which page is shown, what was found out so far, and the pure
// step that every wish and every answer makes. Draws nothing, waits for nothing, sees no citizen.
#pragma once

#include <chrono>
#include <set>

#include "kiosk/care/test_touch.h"
#include "kiosk/core/test_question.h"
#include "kiosk/domain/staff.h"
#include "kiosk/technician/care_event.h"

namespace motlan {

/// ux 2.8: nobody does anything for so long, and the kiosk is left closed.
inline constexpr std::chrono::minutes kCareIdle{10};
/// ux 7, T13.
inline constexpr std::chrono::seconds kWiping{60};
/// A trial at the screen ends when nobody has touched or pressed for so long.
inline constexpr std::chrono::seconds kTrialPatience{30};
/// ux 7, T07.
inline constexpr std::size_t kTouchPoints = 25;
/// What is looked at for a test of the display: some words, five colours, the greys.
inline constexpr std::size_t kScreenFields = 7;

/// What this kiosk is; it does not change while somebody stands at the desk.
struct CareMachine {
    std::string kiosk;    ///< its name with the province; empty where it is not enrolled
    std::string version;  ///< of the program
    double width_mm = 0;  ///< of the panel
    double height_mm = 0;
    /// The role of each device and the driver that kiosk.toml gives it; "none" for no device.
    std::vector<std::pair<DeviceRole, std::string>> drivers{};
};

/// The tests that were asked for.
struct TestWork {
    std::vector<DeviceTest> waiting{};  ///< those that have not begun
    DeviceTest shown = DeviceTest::Camera;
    bool is_running = false;
    bool is_heard_asked =
        false;  ///< the sound was played; only a person knows whether it was heard
    std::vector<TestQuestion> questions{};  ///< that a person is asked, the first now
    std::optional<TestResult> untold{};     ///< what a person has to say more of
    SoundSide side = SoundSide::Both;       ///< which is played, and asked about
    HeardSide left = HeardSide::None;       ///< where the left one was heard
    bool is_series = false;                 ///< several were asked for at once
    Picture sight{};
    std::string code{};  ///< of a test payment

    /// Somebody has to answer before it goes on.
    [[nodiscard]] bool is_asking() const { return is_heard_asked || !questions.empty(); }
};

/// What the card camera shows while it is set.
struct CameraWork {
    std::optional<CameraView> before{};  ///< as it was when the page was opened
    std::optional<CameraView> now{};
    std::optional<Fault> fault{};
};

/// A trial at the screen.
struct Trial {
    std::vector<TouchTry> touches{};
    std::size_t fields = 0;  ///< that were looked at
    std::set<std::string> keys{};
    SteadyTime since{};
};

/// What is to change in kiosk.toml, and what is being done about it.
struct ConfigWork {
    std::string former;                ///< what the draft was made of
    std::string draft;                 ///< the whole file; as former: nothing is to change
    std::optional<Problem> problem{};  ///< no kiosk could start with the draft
    std::string path;                  ///< of the value that is edited
    std::string typed;
    std::optional<std::string> complaint{};  ///< what is wrong with it: the rule, in English
    bool is_applying = false;
    std::optional<DoorReply> reply{};
    std::string badge;  ///< of the second technician
    std::string pin;
    Picture sight{};
    CardHint hint = CardHint::NoCard;

    [[nodiscard]] bool is_pending() const { return draft != former; }
};

/// Whether what is tried is to stay.
struct KeepQuestion {
    std::string tried{};  ///< the whole file that it is about
    std::vector<std::string> changed{};
    SteadyTime ends{};
    std::vector<DeviceTrouble> troubles{};  ///< changed devices that do not answer
    bool is_answered = false;
};

enum class ExportStage : std::uint8_t { Gathering, Gathered, Writing, Written };
enum class PrintStage : std::uint8_t { None, Printing, Printed };

struct CareDesk {
    StaffMember who;
    CareMachine machine;
    CarePage page = CarePage::Dashboard;
    Comfort comfort{};
    SteadyTime steady{};
    SteadyTime touched{};
    WallTime wall{};
    bool is_over = false;
    bool is_closed = false;             ///< for citizens
    bool is_kept = true;                ///< the disk has taken that
    std::optional<PlannedRest> rest{};  ///< as it is planned
    PlannedRest planning{};             ///< as it is being planned
    std::optional<Checkup> checkup{};
    bool is_looking = false;
    std::optional<DevicesSeen> devices{};
    std::optional<FoundDevice> network_printer{};
    SteadyTime next_search{};
    std::optional<std::vector<FoundDevice>> scanners{};  ///< that SANE finds; none: not asked yet
    TestResults results{};
    TestWork work{};
    CameraWork camera{};
    Trial trial{};
    SteadyTime wiped{};  ///< when the wiping ends
    std::optional<ConfigRead> config{};
    ConfigWork change{};
    KeepQuestion keep{};
    DeviceRole role = DeviceRole::CardCamera;  ///< whose device is chosen
    DeviceTest skipped = DeviceTest::Camera;   ///< whose reason is asked
    JournalWish wish{};                        ///< which lines of the journal are shown
    std::string sought{};                      ///< the word as it is being typed
    std::optional<JournalRead> journal{};
    std::optional<DiagnosticsGathered> gathered{};
    DiagnosticParts parts{all_diagnostic_parts().begin(), all_diagnostic_parts().end()};
    ExportStage exported = ExportStage::Gathering;
    std::filesystem::path exported_file{};
    PrintStage printed = PrintStage::None;
    bool is_writing = false;                 ///< the report to a stick
    std::optional<ReportWritten> written{};  ///< what came of that
    std::optional<Fault> fault{};            ///< of the export or the printing

    /// The newest result of a test; nullptr when it was never made.
    [[nodiscard]] const TestResult* newest(DeviceTest test) const;
    /// What would be written: nothing personal, something chosen, a stick that takes it.
    [[nodiscard]] bool may_export() const {
        return gathered && !gathered->refused && !parts.empty() &&
               gathered->stick.state == StickState::Ready;
    }
    /// Nothing else may be begun, and nobody may leave.
    [[nodiscard]] bool is_busy() const {
        return work.is_running || work.is_asking() || change.is_applying;
    }
};

struct CareTurn {
    CareDesk desk;
    std::vector<CareJob> jobs{};
};

/// The desk when somebody has signed in, and the first jobs.
[[nodiscard]] CareTurn open_desk(StaffMember who, CareMachine machine, SteadyTime now);

/// The desk that asks whether the change by `who` is to stay, and nothing else.
[[nodiscard]] CareDesk open_keep(StaffMember who, CareMachine machine, KeepQuestion question);

/// What becomes of the desk.
[[nodiscard]] CareTurn step(CareDesk desk, const CareEvent& event);

/// Whether a page is a trial: it is touched or pressed anywhere, and ends by itself.
[[nodiscard]] bool is_trial(CarePage page);

/// In which order all tests are made: the printer first, since its slip is held before the others.
[[nodiscard]] std::vector<DeviceTest> whole_series();

/// The middle of a point that has to be touched, in millimetres of the panel.
[[nodiscard]] TouchTry touch_point(const CareMachine& machine, std::size_t number);

/// "up", "down", "left", "right", "choose", "again".
[[nodiscard]] std::string_view name(FocusKey key);

}  // namespace motlan

#include "kiosk/technician/care_desk.h"

#include <utility>

#include "kiosk/technician/camera_turns.h"
#include "kiosk/technician/config_turns.h"
#include "kiosk/technician/journal_turns.h"
#include "kiosk/technician/page_turns.h"
#include "kiosk/technician/plan_turns.h"
#include "kiosk/technician/report_turns.h"
#include "kiosk/technician/role_turns.h"
#include "kiosk/technician/test_turns.h"

namespace motlan {
namespace {

void leave(CareTurn& turn) {
    CareDesk& desk = turn.desk;
    if (desk.page == CarePage::Keep) return tell_keep(turn, false);
    desk.is_over = desk.is_over || !desk.is_busy();
}

void tick(CareTurn& turn, const CareTicked& tick) {
    CareDesk& desk = turn.desk;
    desk.steady = tick.steady;
    desk.wall = tick.wall;
    tick_trial(turn);
    tick_keep(turn);
    if (desk.is_busy()) desk.touched = tick.steady;
    if (desk.page == CarePage::Clean) {
        desk.touched = tick.steady;
        if (tick.steady >= desk.wiped) open_page(turn, CarePage::Service);
    }
    if (desk.page == CarePage::Devices && tick.steady >= desk.next_search) search_again(turn);
    if (desk.is_over || tick.steady - desk.touched < kCareIdle) return;
    // Who left it half open is no reason to let citizens stand before it (ux 2.8).
    desk.is_over = true;
    turn.jobs.emplace_back(SetClosed{true});
}

struct Stepping {
    CareTurn& turn;
    CareDesk& desk;

    void operator()(const CarePageWished& wish) const {
        if (!desk.is_busy()) open_page(turn, wish.page);
    }
    void operator()(const CareWentBack&) const {
        if (desk.is_busy()) return;
        if (desk.page == CarePage::Second) forget_second(turn);
        if (desk.page == CarePage::Dashboard || desk.page == CarePage::Keep) return leave(turn);
        open_page(turn, page_before(desk.page));
    }
    void operator()(const CareLeft&) const { leave(turn); }
    void operator()(const CareDressed& dressed) const { desk.comfort = dressed.comfort; }
    void operator()(const TestsWished& wish) const { begin_tests(turn, wish.tests); }
    void operator()(const TestOpened& opened) const {
        if (desk.is_busy()) return;
        desk.work = {.shown = opened.test};
        desk.page = CarePage::Test;
    }
    void operator()(const TestsDropped&) const { desk.work.waiting.clear(); }
    void operator()(const HeardTold& told) const { hear(turn, told.is_heard); }
    void operator()(const SideTold& told) const { hear(turn, told); }
    void operator()(const QuestionAnswered& said) const { answer(turn, said); }
    void operator()(const FingerFelt& felt) const { feel(turn, felt); }
    void operator()(const KeyFelt& felt) const { feel(turn, felt); }
    void operator()(const TrialStopped&) const { stop_trial(turn); }
    void operator()(const LookWished&) const { look_over(turn); }
    void operator()(const JournalWished& wished) const { read_lines(turn, wished.wish); }
    void operator()(const GatherWished&) const { gather(turn); }
    void operator()(const PartWished& wish) const {
        if (desk.parts.erase(wish.part) == 0) desk.parts.insert(wish.part);
    }
    void operator()(const ExportWished&) const {
        if (!desk.may_export() || desk.exported == ExportStage::Writing) return;
        desk.exported = ExportStage::Writing;
        turn.jobs.emplace_back(WriteDiagnostics{files_of(desk.gathered->files, desk.parts),
                                                desk.gathered->stick.place});
    }
    void operator()(const ClosingWished& wish) const {
        turn.jobs.emplace_back(SetClosed{wish.is_wished});
    }
    void operator()(const PlanMoved& moved) const { move_plan(desk, moved); }
    void operator()(const PlanTaken&) const { take_plan(turn); }
    void operator()(const PlanDropped&) const { drop_plan(turn); }
    void operator()(const PaperWished&) const { print_report(turn); }
    void operator()(const ReportFileWished&) const { write_report(turn); }
    void operator()(const SettingOpened& opened) const { open_setting(turn, opened); }
    void operator()(const LettersFelt& felt) const { seek(desk, felt), type(turn, felt); }
    void operator()(const EraseFelt&) const { seek_less(desk), erase(turn); }
    void operator()(const ToneFelt& felt) const { set_tone(turn, felt); }
    void operator()(const ValueChosen& chosen) const { choose_value(turn, chosen); }
    void operator()(const SettingTaken&) const { take_setting(turn); }
    void operator()(const ChangesDropped&) const { drop_changes(turn); }
    void operator()(const ApplyWished&) const { apply_draft(turn); }
    void operator()(const VersionWished& wish) const { wish_version(turn, wish); }
    void operator()(const KeepTold& told) const { tell_keep(turn, told.is_kept); }
    void operator()(const RoleOpened& opened) const { open_role(turn, opened); }
    void operator()(const DeviceAssigned& assigned) const { assign_device(turn, assigned); }
    void operator()(const SkipOpened& opened) const { open_skip(turn, opened); }
    void operator()(const SkipWished& wish) const { skip_test(turn, wish); }
    void operator()(const ControlWished& wished) const { wish_control(turn, wished); }
    void operator()(const ControlsWished& wished) const { wish_controls(turn, wished); }
    void operator()(const CameraSaved&) const { save_camera(turn); }
    void operator()(const CameraViewed& viewed) const { view_camera(turn, viewed); }
    void operator()(const CameraLost& lost) const { lose_camera(turn, lost); }
    void operator()(const LookedOver& looked) const {
        desk.checkup = looked.checkup;
        desk.is_looking = false;
    }
    void operator()(const ResultsRead& read) const { desk.results = read.results; }
    void operator()(const DevicesSeen& seen) const { desk.devices = seen; }
    void operator()(const PrinterTold& told) const { desk.network_printer = told.printer; }
    void operator()(const ScannersListed& listed) const { desk.scanners = listed.found; }
    void operator()(const TestEnded& ended) const { end_test(turn, ended.result); }
    void operator()(const TestSighted& sighted) const { see(turn, sighted); }
    void operator()(const TestCodeShown& shown) const { see(turn, shown); }
    void operator()(const ConfigRead& read) const { read_config(turn, read); }
    void operator()(const ChangeAnswered& answered) const { hear_change(turn, answered); }
    void operator()(const BadgeSighted& sighted) const { see_badge(turn, sighted); }
    void operator()(const BadgeRead& read) const { read_badge(turn, read); }
    void operator()(const TrialSeen& seen) const { see_trial(turn, seen); }
    void operator()(const JournalRead& read) const { desk.journal = read; }
    void operator()(const DiagnosticsGathered& gathered) const {
        desk.gathered = gathered;
        desk.exported = ExportStage::Gathered;
    }
    void operator()(const DiagnosticsWritten& written) const {
        desk.exported = written.fault ? ExportStage::Gathered : ExportStage::Written;
        desk.fault = written.fault;
        desk.exported_file = written.file;
    }
    void operator()(const ClosingSeen& seen) const { see_closing(desk, seen); }
    void operator()(const ReportPrinted& printed) const { see_printed(desk, printed); }
    void operator()(const ReportWritten& written) const { see_written(desk, written); }
    void operator()(const CareTicked& ticked) const { tick(turn, ticked); }
};

/// Everything before the answers in the list of events is done by a person.
bool is_of_technician(const CareEvent& event) {
    static const std::size_t kFirstAnswer = CareEvent(LookedOver{}).index();
    return event.index() < kFirstAnswer;
}

}  // namespace

const TestResult* CareDesk::newest(DeviceTest test) const { return motlan::newest(results, test); }

CareTurn open_desk(StaffMember who, CareMachine machine, SteadyTime now) {
    CareTurn turn{
        .desk = {
            .who = std::move(who), .machine = std::move(machine), .steady = now, .touched = now}};
    // What a device is given becomes a change of the settings, so they are read at once.
    turn.jobs = {ReadResults{}, SetClosed{}, ReadConfig{}};
    open_page(turn, CarePage::Dashboard);
    return turn;
}

CareTurn step(CareDesk desk, const CareEvent& event) {
    CareTurn turn{.desk = std::move(desk)};
    if (is_of_technician(event)) turn.desk.touched = turn.desk.steady;
    std::visit(Stepping{turn, turn.desk}, event);
    return turn;
}

}  // namespace motlan

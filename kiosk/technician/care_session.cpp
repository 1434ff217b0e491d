#include "kiosk/technician/care_session.h"

#include <algorithm>
#include <future>
#include <utility>

#include "kiosk/app/device_watch.h"
#include "kiosk/app/worker.h"
#include "kiosk/care/config_change.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/care/test_bench.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/version.h"
#include "kiosk/technician/camera_watch.h"
#include "kiosk/technician/care_jobs.h"
#include "kiosk/technician/care_queue.h"
#include "kiosk/technician/config_trial.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/report_turns.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kTick{1};
constexpr std::chrono::milliseconds kCompanionPace{50};

std::vector<std::pair<DeviceRole, std::string>> drivers_of(const DeviceSettings& devices) {
    return {{DeviceRole::CardCamera, devices.card_camera_driver},
            {DeviceRole::HandReader, devices.hand_reader ? "serial" : "none"},
            {DeviceRole::ChipReader, devices.chip ? "pcsc" : "none"},
            {DeviceRole::Scanner, devices.scanner_driver},
            {DeviceRole::DocumentCamera, devices.document_camera_driver},
            {DeviceRole::Printer, devices.printer_driver}};
}

CareMachine machine_of(const CareParts& parts) {
    const Panel& panel = parts.window.panel();
    return {.kiosk = parts.kiosk,
            .version = std::string(version()),
            .width_mm = panel.width / panel.px_per_mm,
            .height_mm = panel.height / panel.px_per_mm,
            .drivers = drivers_of(parts.settings.devices)};
}

/// A font face serves one thread: tests print with letters of their own.
Typeface letters() {
    auto typeface = Typeface::open(kFontFolder);
    expects(typeface.has_value());
    return *std::move(typeface);
}

class CareSession {
public:
    CareSession(const CareParts& parts, CareTurn opened)
        : parts_(parts), typeface_(letters()), answers_(parts.window), camera_(parts, answers_) {
        apply(std::move(opened));
    }
    CareSession(const CareSession&) = delete;
    CareSession& operator=(const CareSession&) = delete;
    /// A test that still runs uses what stands here.
    ~CareSession() {
        if (running_.valid()) running_.wait();
    }

    Ending run() {
        while (!desk_.is_over) {
            parts_.on_turn();
            tick();
            feel();
            for (const CareEvent& event : answers_.take()) take(event);
            for (const Event& event : parts_.events.take()) hear(event);
            draw();
            if (parts_.window.is_closed()) return Ending::WindowClosed;
            if (parts_.companion != nullptr) {
                parts_.companion->act(parts_.window);
                // What was begun is answered first.
                if (parts_.companion->is_done() && !desk_.is_busy()) return Ending::CompanionDone;
            }
            if (!parts_.window.needs_drawing() && !desk_.is_over) wait();
        }
        return Ending::VisitOver;
    }

private:
    void take(const CareEvent& event) {
        const CarePage before = desk_.page;
        apply(step(std::move(desk_), event));
        const bool is_tick = std::holds_alternative<CareTicked>(event);
        if (!is_tick || desk_.page != before || desk_.page == CarePage::Clean ||
            desk_.page == CarePage::Keep)
            parts_.window.refresh();
    }

    void apply(CareTurn turn) {
        desk_ = std::move(turn.desk);
        for (CareJob& job : turn.jobs) perform(std::move(job));
    }

    void perform(CareJob job) {
        if (const auto* test = std::get_if<RunTest>(&job)) return run(*test);
        // So small a file that the window can wait for it, also when it closes next.
        if (std::holds_alternative<SetClosed>(job) || std::holds_alternative<SetRest>(job))
            return take(*do_job(job, tools()));
        if (std::holds_alternative<PrintReport>(job)) return print();
        if (const auto* badge = std::get_if<WatchForBadge>(&job)) return watch(badge->is_wished);
        if (const auto* control = std::get_if<SetControl>(&job)) return camera_.set(control->wish);
        if (const auto* camera = std::get_if<WatchCamera>(&job))
            return camera->is_wished ? camera_.begin() : camera_.end();
        jobs_.add([this, job = std::move(job)](const std::stop_token&) {
            if (auto answer = do_job(job, tools())) answers_.post(*std::move(answer));
        });
    }

    /// On the thread that owns the eye, the camera and the scanner.
    void run(const RunTest& wished) {
        auto done = std::make_shared<std::promise<void>>();  // shared with the job's copies
        running_ = done->get_future();
        parts_.sight.with_eye([this, wished, done](Result<EyeClient*> eye) {
            TestResult result = eye ? tested(**eye, wished) : failed_by(wished.test, eye.error());
            result.at = parts_.clock.wall();
            answers_.post(TestEnded{std::move(result)});
            done->set_value();
        });
    }

    TestResult tested(EyeClient& eye, const RunTest& wished) {
        return run_test(
            {.devices = parts_.devices,
             .eye = eye,
             .settings = parts_.settings,
             .typeface = typeface_,
             .places = parts_.places,
             .clock = parts_.clock,
             .side = wished.side,
             .on_sight =
                 [this](const Image& seen) {
                     answers_.post(TestSighted{std::make_shared<const Image>(seen)});
                 },
             .on_code = [this](const std::string& code) { answers_.post(TestCodeShown{code}); }},
            wished.test);
    }

    [[nodiscard]] CareTools tools() const {
        return {parts_.devices, parts_.places, parts_.config, parts_.settings.devices};
    }

    void print() {
        const Language language = desk_.comfort.language;
        const SlipPaper paper{parts_.window.typeface(), parts_.devices.printer->width_dots(),
                              language};
        parts_.slips.print(report_slip(paper, report_lines(report_of(desk_, language), language)));
    }

    void watch(bool is_wished) {
        if (is_wished) parts_.sight.watch_for_card(std::nullopt);
        if (!is_wished) parts_.sight.stop_watching();
        if (parts_.hand_reader == nullptr) return;
        if (is_wished) return parts_.hand_reader->watch();
        parts_.hand_reader->stop_watching();
    }

    /// Nothing of a visit can come any more; what the printer says is about the report, what the
    /// camera sees a badge.
    void hear(const Event& event) {
        if (const auto* seen = std::get_if<CardSeen>(&event))
            take(BadgeSighted{seen->preview, seen->hint});
        if (const auto* read = std::get_if<CardCodeRead>(&event))
            take(BadgeRead{std::string(as_text(read->payload))});
        if (std::holds_alternative<SlipPrinted>(event)) take(ReportPrinted{});
        if (const auto* failed = std::get_if<SlipFailed>(&event))
            take(ReportPrinted{failed->fault});
    }

    void tick() {
        const SteadyTime now = parts_.clock.steady();
        if (now < next_tick_) return;
        next_tick_ = now + kTick;
        if (!desk_.is_busy()) parts_.sight.look();
        take(CareTicked{now, parts_.clock.wall()});
        const auto troubles = troubles_of(parts_.devices);
        if (desk_.page == CarePage::Keep)
            take(look_at_trial(parts_.config, desk_.keep.tried, troubles));
        parts_.on_tick(troubles);
    }

    /// A finger on a button is no answer to a trial.
    void feel() {
        const Felt felt = parts_.window.take_felt();
        const Panel& panel = parts_.window.panel();
        if (!is_trial(desk_.page)) return;
        for (const Point& finger : felt.fingers) {
            if (finger.x >= panel.width || parts_.window.tree().at(finger) != nullptr) continue;
            take(FingerFelt{finger.x / panel.px_per_mm, finger.y / panel.px_per_mm});
        }
        for (const FocusKey key : felt.keys) take(KeyFelt{key});
    }

    void draw() {
        static const State kNobody{};
        while (parts_.window.needs_drawing()) {
            std::optional<CareEvent> event;
            parts_.window.show([&](Ui& ui) {
                event = draw_care(ui, desk_);
                if (parts_.companion != nullptr)
                    parts_.companion->draw(ui, parts_.window.strip(), kNobody);
            });
            if (event) take(*event);
        }
    }

    void wait() {
        const auto until_tick =
            std::chrono::ceil<std::chrono::milliseconds>(next_tick_ - parts_.clock.steady());
        parts_.window.wait(parts_.companion != nullptr ? std::min(until_tick, kCompanionPace)
                                                       : until_tick);
    }

    const CareParts& parts_;
    Typeface typeface_;  ///< of the tests' thread
    CareQueue answers_;
    CameraWatch camera_;
    CareDesk desk_;
    SteadyTime next_tick_{};
    std::future<void> running_;
    Worker jobs_;  // last: its thread uses all of the above
};

}  // namespace

Ending run_care(const CareParts& parts, const StaffMember& who) {
    return CareSession(parts, open_desk(who, machine_of(parts), parts.clock.steady())).run();
}

Ending run_keep(const CareParts& parts) {
    const ConfigTrial trial = read_trial(parts.config);
    const StaffMember who{StaffNumber(trial.by), trial.by, StaffRole::Technician};
    return CareSession(parts, {.desk = open_keep(who, machine_of(parts),
                                                 {.tried = trial.now,
                                                  .changed = changed_lines(trial.before, trial.now),
                                                  .ends = parts.clock.steady() + kKeepPatience})})
        .run();
}

}  // namespace motlan

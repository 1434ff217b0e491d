#include "kiosk/programs/assembly.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <print>
#include <utility>

#include "drivers/camera/video_device.h"
#include "drivers/factory.h"
#include "kiosk/app/app.h"
#include "kiosk/app/journey_run.h"
#include "kiosk/app/last_catalogue.h"
#include "kiosk/backend/environment.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/log.h"
#include "kiosk/core/version.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

/// A journey as the one who stands beside the kiosk.
class Player final : public Companion {
public:
    explicit Player(JourneyRun& run) : run_(run) {}

    void draw(Ui&, const Rect&, const State&) override {}
    void act(Window& window) override { run_.advance(window); }
    [[nodiscard]] bool is_done() const override { return run_.is_done(); }

private:
    JourneyRun& run_;
};

/// Nothing of a visit may be written to disk by a crash, or read by another process.
void keep_memory_private() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

int refuse(const Problem& problem) {
    std::println(stderr, "{}", to_text(problem));
    return kConfigProblem;
}

WindowSettings window_settings(const KioskCall& call, const Settings& settings, int strip_mm) {
    WindowSettings wanted{.panel = settings.panel,
                          .strip_mm = strip_mm,
                          .place = settings.place,
                          .title = settings.center_name};
    if (call.size) {
        wanted.panel.width = call.size->width;
        wanted.panel.height = call.size->height;
    }
    if (call.journey) wanted.place = WindowPlace::Nowhere;
    return wanted;
}

/// The objects of one visit, in the order in which they need each other.
struct Kiosk {
    Kiosk(Window opened, const Settings& settings, const Places& where, const Clock& time,
          Devices made)
        : window(std::move(opened)),
          events([this] { window.wake(); }),
          devices(std::move(made)),
          sight(where.program / "kiosk-eye", *devices.card_camera, *devices.scanner,
                settings.devices.scan, events),
          slips(*devices.printer, events),
          province({.state = where.state, .link = where.runtime / "link.sock"},
                   std::string(version()), time, events) {}

    Window window;
    EventQueue events;
    Devices devices;
    Sight sight;
    Slips slips;
    Province province;
};

int status_of(Ending ending) { return ending == Ending::WindowClosed ? kWindowClosed : 0; }

/// Runs the visit; with a journey, its table and its verdict.
int run_visit(Kiosk& kiosk, App& app, JourneyRun* journey) {
    const Ending ending = app.run();
    if (journey == nullptr) return status_of(ending);
    Tally tally = app.tally();
    tally.bytes_sealed = kiosk.province.bytes_sealed();
    return journey->conclude(tally) ? 0 : kJourneyFailed;
}

}  // namespace

int run_kiosk(const KioskCall& call, const Beside& beside) {
    distrust_environment();
    keep_memory_private();
    log(LogEvent::ProgramStarted);
    const SystemClock clock;
    const Places where = places();
    const auto settings = read_settings(call.config, where.state);
    if (!settings) return refuse(settings.error());
    Checked<Journey> journey = Journey{};
    if (call.journey) journey = read_journey(*call.journey, {where.program / "../demo"});
    if (!journey) return refuse(journey.error());

    const auto reference = random_id();
    expects(reference.has_value());
    SimulatedWorld world(province_control());
    LinuxVideoDevice video;
    auto devices = make_devices(
        settings->devices,
        {.eye = where.program / "kiosk-eye", .world = world, .video = video, .clock = clock});
    auto window = Window::open(window_settings(call, *settings, beside.strip_mm));
    if (!devices || !window) {
        std::println(stderr, "the screen or a device cannot be opened ({})",
                     code(Fault::ConfigInvalid));
        return kConfigProblem;
    }
    Kiosk kiosk(*std::move(window), *settings, where, clock, *std::move(devices));
    auto sound = read_sound_office(*settings, where.state, CivilDate::of(clock.wall()));
    const Problem* refused = sound ? (sound->refused ? &*sound->refused : nullptr) : &sound.error();
    if (refused != nullptr) {
        log(LogEvent::CatalogueRefused, {{"fault", Fault::CatalogueInvalid}});
        std::println(stderr, "{}", to_text(*refused));
    }
    if (!sound) kiosk.events.post(ServiceStopped{Fault::CatalogueInvalid});
    Office office =
        sound ? std::move(sound->office)
              : Office{.center_name = settings->center_name, .today = CivilDate::of(clock.wall())};

    JourneyRun run(*journey, {call.shots}, world, clock);
    std::unique_ptr<Companion> companion;
    if (call.journey) {
        companion = std::make_unique<Player>(run);
    } else if (beside.make) {
        companion = beside.make({world, clock, where});
    }
    App app({kiosk.window, kiosk.events, kiosk.sight, kiosk.slips, kiosk.province, kiosk.devices,
             clock, companion.get()},
            std::move(office), *reference);
    return run_visit(kiosk, app, call.journey ? &run : nullptr);
}

}  // namespace motlan

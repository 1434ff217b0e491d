#include "kiosk/programs/assembly.h"

#include <algorithm>
#include <print>
#include <utility>

#include "drivers/alsa_jack/alsa_jack.h"
#include "drivers/camera/video_device.h"
#include "drivers/factory.h"
#include "kiosk/app/app.h"
#include "kiosk/app/count_book.h"
#include "kiosk/app/journey_run.h"
#include "kiosk/app/last_call.h"
#include "kiosk/app/last_catalogue.h"
#include "kiosk/backend/environment.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/floor_clock.h"
#include "kiosk/core/log.h"
#include "kiosk/core/private_memory.h"
#include "kiosk/core/version.h"
#include "kiosk/outbox/random.h"
#include "kiosk/programs/care.h"
#include "kiosk/programs/equipment.h"
#include "kiosk/programs/replacement.h"
#include "kiosk/programs/rest.h"
#include "kiosk/programs/service.h"
#include "kiosk/programs/tell_condition.h"
#include "kiosk/technician/config_trial.h"

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

/// What a visit stands on; outlives it.
struct Ground {
    const Settings& settings;
    const Places& where;
    const Clock& clock;
};

/// The objects of one visit, in the order in which they need each other.
struct Kiosk {
    Kiosk(const Ground& ground, Window opened, Devices made, ChipReading how)
        : window(std::move(opened)),
          events([this] { window.wake(); }),
          devices(std::move(made)),
          sight(ground.where.program / "kiosk-eye", devices, ground.settings.devices.scan, events),
          hand_reader(devices.hand_reader.get(), events),
          chip_reader(devices.chip.get(), std::move(how), sight, events),
          slips(*devices.printer, events),
          province({ground.where.state, ground.where.link()}, std::string(version()), ground.clock,
                   events),
          saved({ground.where.state, ground.where.link()}, ground.clock, sight, events),
          staff(ground.where.state, ground.clock, province, events),
          bell({ground.where.state, ground.where.link()}, ground.clock, events) {}

    Window window;
    EventQueue events;
    Devices devices;
    Sight sight;
    HandReader hand_reader;
    ChipReader chip_reader;
    Slips slips;
    Province province;
    SavedWorks saved;
    StaffDesk staff;
    HelpBell bell;
};

/// Today's office; without a catalogue that can be used nobody is served.
SoundOffice open_office(const Ground& ground, EventQueue& events) {
    const CivilDate today = CivilDate::of(ground.clock.wall());
    auto sound = read_sound_office(ground.settings, ground.where.state, today);
    const Problem* refused = sound ? (sound->refused ? &*sound->refused : nullptr) : &sound.error();
    if (refused != nullptr) {
        log(LogEvent::CatalogueRefused, {{"fault", Fault::CatalogueInvalid}});
        std::println(stderr, "{}", to_text(*refused));
    }
    if (!sound) {
        events.post(ServiceStopped{Fault::CatalogueInvalid});
        return {.office = {.center_name = ground.settings.center_name, .today = today},
                .refused = std::move(sound).error()};
    }
    note_devices(ground.settings, sound->office);
    return *std::move(sound);
}

int status_of(Ending ending) { return ending == Ending::WindowClosed ? kWindowClosed : 0; }

/// A book that cannot be written is no reason to turn anybody away.
void keep_counts(const Places& where, const Counts& counts, const CivilDate& today) {
    if (counts == Counts{}) return;
    const auto kept = CountBook(where.state / "counts").add(counts, today);
    if (!kept) log(LogEvent::FaultSeen, {{"fault", kept.error()}});
}

/// Whoever stands beside the kiosk: a journey's player, or who was told to.
std::unique_ptr<Companion> companion_of(const MakeCompanion& make, const CompanionParts& parts,
                                        JourneyRun* journey) {
    if (journey != nullptr) return std::make_unique<Player>(*journey);
    return make ? make(parts) : nullptr;
}

/// What a visit stands on, besides the kiosk itself.
struct Stage {
    const KioskCall& call;
    const Beside& beside;
    const Ground& ground;
    SimulatedWorld& world;
    const Journey& journey;
    LastCall& last_call;
};

/// Who stands beside the kiosk, and the journey that plays them where one does.
struct Beholders {
    Companion* companion;
    JourneyRun* journey;
};

/// Runs the visit, or the technician's screens where one has signed in instead.
Ending run_screens(const Stage& on, Kiosk& kiosk, App& app, Companion* companion) {
    const auto& [settings, where, clock] = on.ground;
    const CareParts parts{kiosk.window,  kiosk.events, kiosk.sight, kiosk.slips,
                          kiosk.devices, settings,     where,       on.call.config,
                          clock,         companion,    {},          &kiosk.hand_reader};
    if (is_trial(on.call.config)) {
        tell_ready();
        return care_for(parts, std::nullopt);
    }
    const Ending ending = app.run();
    return ending == Ending::CareWished ? care_for(parts, app.technician()) : ending;
}

/// Runs the visit and counts it; with a journey, its table and its verdict.
int run_visit(const Stage& on, Kiosk& kiosk, App& app, const Beholders& beside) {
    const Ground& ground = on.ground;
    const Ending ending = run_screens(on, kiosk, app, beside.companion);
    JourneyRun* const journey = beside.journey;
    kiosk.province.conclude();
    keep_counts(ground.where, app.tally().counts, CivilDate::of(ground.clock.wall()));
    if (journey == nullptr) return status_of(ending);
    Tally tally = app.tally();
    tally.bytes_sealed = kiosk.province.bytes_sealed();
    return journey->conclude(tally) ? 0 : kJourneyFailed;
}

/// One visit from its welcome to its end.
int serve(const Stage& on, Kiosk& kiosk) {
    const auto reference = random_id();
    expects(reference.has_value());
    const SoundOffice sound = open_office(on.ground, kiosk.events);
    JourneyRun run(on.journey, {on.call.shots, on.call.by_keys}, on.world, on.ground.clock);
    JourneyRun* const played = on.call.journey ? &run : nullptr;
    const auto companion =
        companion_of(on.beside.make, {on.world, on.ground.clock, on.ground.where}, played);
    std::optional<Voice> voice;
    if (const auto& how = on.ground.settings.voice)
        voice.emplace(*how, jack_question(how->jack_card, how->jack));
    App app({kiosk.window, kiosk.events, kiosk.sight, kiosk.hand_reader, kiosk.chip_reader,
             kiosk.slips, kiosk.province, kiosk.saved, kiosk.staff, kiosk.bell, kiosk.devices,
             on.ground.clock, voice ? &*voice : nullptr, companion.get(),
             [&] {
                 tell_ready();
                 keep_sound_office(sound, on.ground.where.state);
             },
             watch_for_replacement(on.call.config), tell_condition(on.call.config, on.ground.where),
             tell_alive},
            sound.office, *reference);
    return on.last_call.begin(run_visit(on, kiosk, app, {companion.get(), played}));
}

}  // namespace

int run_kiosk(const KioskCall& call, const Beside& beside) {
    distrust_environment();
    log_to_journal();
    if (!keep_memory_private()) log(LogEvent::MemoryUnlocked);
    log(LogEvent::ProgramStarted);
    if (call.rests) return run_rest(call.config);
    const SystemClock system;
    const Places where = places();
    const FloorClock clock(system, where.state / "clock_floor");
    if (clock.is_uncertain()) log(LogEvent::ClockUncertain);
    auto settings = read_settings(call.config, where.state);
    if (!settings) return refuse(settings.error());
    auto how = chip_reading(settings->devices, call.config);
    if (!how) return refuse(how.error());
    const auto journey =
        call.journey
            ? read_journey(*call.journey, {where.program / "../demo", where.runtime / "badges"})
            : Journey{};
    if (!journey) return refuse(journey.error());
    lay_papers_as(journey->papers, settings->devices);
    SimulatedWorld world(province_control());
    LinuxVideoDevice video;
    auto devices = make_devices(
        settings->devices,
        {.eye = where.program / "kiosk-eye", .world = world, .video = video, .clock = clock});
    auto window = Window::open(window_settings(call, *settings, beside.strip_mm));
    if (!devices) return refuse({call.config.string(), 0, "", "a device is not known"});
    if (!window) {
        std::println(stderr, "there is no screen to draw on");
        return kNoScreen;
    }
    const Ground ground{*settings, where, clock};
    LastCall last_call;
    Kiosk kiosk(ground, *std::move(window), *std::move(devices), *std::move(how));
    tell_settings(call.config, where, clock);
    return serve({call, beside, ground, world, *journey, last_call}, kiosk);
}

}  // namespace motlan

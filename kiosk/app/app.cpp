#include "kiosk/app/app.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "kiosk/app/age.h"
#include "kiosk/core/log.h"
#include "kiosk/ui/screens/screens.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kTick{1};
constexpr std::chrono::milliseconds kCompanionPace{50};

/// What of the state changes on its own as time passes, as far as it is shown.
struct ShownTime {
    std::chrono::sys_time<std::chrono::minutes> minute;
    std::size_t screen = 0;
    std::size_t overlay = 0;
    int seconds_left = 0;
    bool may_leave = false;
    bool number_shown = false;
    TextSize size = TextSize::Normal;
    bool is_asking = false;
    bool operator==(const ShownTime&) const = default;
};

ShownTime shown_time(const State& state) {
    const auto* still_there = std::get_if<StillThere>(&state.overlay);
    const auto* submitting = std::get_if<Submitting>(&state.screen);
    const auto* wishes = std::get_if<ReviewWishes>(&state.screen);
    const auto* details = std::get_if<CheckDetails>(&state.screen);
    return {.minute = std::chrono::floor<std::chrono::minutes>(state.now),
            .screen = state.screen.index(),
            .overlay = state.overlay.index(),
            .seconds_left = still_there != nullptr ? still_there->seconds_left : 0,
            .may_leave = submitting != nullptr && submitting->may_leave,
            .number_shown = details != nullptr && details->number_shown,
            .size = state.comfort.size,
            .is_asking = wishes != nullptr && wishes->stage == WishStage::Asking};
}

/// Nobody has begun a visit.
bool is_idle(const Screen& screen) {
    return std::holds_alternative<Welcome>(screen) || std::holds_alternative<OutOfService>(screen);
}

bool is_filed(const Screen& screen) {
    return std::holds_alternative<Submitted>(screen) ||
           std::holds_alternative<KeptForLater>(screen);
}

/// Why a visit is over, for the audit log.
Word reason_of(const Event& event, bool was_filed) {
    if (was_filed) return "filed";
    if (std::holds_alternative<Ticked>(event)) return "timeout";
    return "left";
}

std::vector<Fault> out_of_order(const Devices& devices) {
    std::vector<Fault> faults;
    const auto ask = [&](const auto& device) {
        const DeviceStatus status = device ? device->status() : DeviceStatus{};
        if (status.fault) faults.push_back(*status.fault);
    };
    ask(devices.card_camera);
    ask(devices.scanner);
    ask(devices.printer);
    ask(devices.hand_reader);
    ask(devices.chip);
    return faults;
}

}  // namespace

App::App(AppParts parts, Office office, std::string reference)
    : parts_(parts), office_(std::move(office)), next_tick_(parts.clock.steady()) {
    state_.reference = std::move(reference);
}

Ending App::run() {
    log(LogEvent::VisitStarted);
    parts_.province.watch();
    draw();
    log(LogEvent::FirstPicture, {{"age_ms", time_since_exec().count()}});
    parts_.on_first_picture();
    while (!is_over_) {
        tick();
        for (const Event& event : parts_.events.take()) apply(event);
        if (parts_.window.take_burst()) apply(CodeRefused{Fault::ReaderIsKeyboard});
        draw();
        speak();
        if (parts_.window.is_closed()) return Ending::WindowClosed;
        if (parts_.companion != nullptr) {
            parts_.companion->act(parts_.window);
            if (parts_.companion->is_done()) return Ending::CompanionDone;
        }
        if (parts_.window.needs_drawing() || is_over_) continue;
        const auto until_tick =
            std::chrono::ceil<std::chrono::milliseconds>(next_tick_ - parts_.clock.steady());
        const auto longest = parts_.companion != nullptr ? kCompanionPace : until_tick;
        parts_.window.wait(std::clamp(until_tick, std::chrono::milliseconds(0), longest));
    }
    log(LogEvent::VisitEnded);
    return Ending::VisitOver;
}

void App::tick() {
    const SteadyTime now = parts_.clock.steady();
    if (now < next_tick_) return;
    next_tick_ = now + kTick;
    const WallTime wall = parts_.clock.wall();
    if (std::holds_alternative<Welcome>(state_.screen)) office_.today = CivilDate::of(wall);
    const auto faults = out_of_order(parts_.devices);
    if (faults != state_.out_of_order) apply(DevicesChecked{faults});
    apply(Ticked{now, wall});
}

void App::apply(const Event& event) {
    const ShownTime before = shown_time(state_);
    tally_.meet(event, state_);
    const bool was_idle = is_idle(state_.screen);
    const bool was_filed = is_filed(state_.screen);
    Next next = step(was_idle ? State(state_) : std::move(state_), event, office_);
    if (was_idle && !is_idle(next.state.screen)) {
        const auto begun = parts_.province.begin_visit();
        if (!begun) return apply(ServiceStopped{begun.error()});
    }
    state_ = std::move(next.state);
    if (is_idle(state_.screen) || std::holds_alternative<Goodbye>(state_.screen))
        parts_.province.end_visit(reason_of(event, was_filed));
    tally_.see(state_);
    const bool is_tick = std::holds_alternative<Ticked>(event);
    if (!is_tick || before != shown_time(state_)) parts_.window.refresh();
    for (Effect& effect : next.effects) perform(effect);
}

void App::draw() {
    while (parts_.window.needs_drawing()) {
        std::optional<Event> event;
        parts_.window.show([&](Ui& ui) {
            event = draw_state(ui, state_, office_);
            if (parts_.companion != nullptr)
                parts_.companion->draw(ui, parts_.window.strip(), state_);
        });
        if (event) apply(*event);
    }
}

/// Whoever takes the keys wants to hear; whoever does not, says so once.
void App::speak() {
    if (parts_.voice == nullptr) return;
    Window& window = parts_.window;
    const bool is_by_keys = !window.focus().id().empty();
    if (is_by_keys && !takes_keys_) apply(VoiceWished{true});
    takes_keys_ = is_by_keys;
    if (!state_.comfort.is_voiced) {
        if (narrator_) parts_.voice->hush();
        narrator_.reset();
        return;
    }
    if (!narrator_) narrator_.emplace(parts_.voice->earshot());
    const Language language = state_.comfort.language;
    if (const auto words = narrator_->next(window.tree(), window.focus(), language);
        !words.empty()) {
        parts_.voice->say(words, language);
    }
}

SlipPaper App::slip_paper(Language language) const {
    return {parts_.window.typeface(), parts_.devices.printer->width_dots(), language};
}

void App::perform(Effect& effect) {
    struct Performer {
        App& app;
        void operator()(const WatchForCard&) {
            app.parts_.sight.watch_for_card();
            app.parts_.hand_reader.watch();
        }
        void operator()(const StopWatching&) {
            app.parts_.sight.stop_watching();
            app.parts_.hand_reader.stop_watching();
        }
        void operator()(const ReadChip& chip) { app.parts_.chip_reader.read(chip.number); }
        void operator()(const StopChip&) { app.parts_.chip_reader.stop(); }
        void operator()(const ResolveCode& code) { app.parts_.province.resolve(code); }
        void operator()(const FindDossiers& wish) { app.parts_.province.find(wish); }
        void operator()(const CheckReceipt& wish) { app.parts_.province.check(wish); }
        void operator()(const QuerySource& query) { app.parts_.province.query(query); }
        void operator()(const ScanSheet&) { app.parts_.sight.scan_sheet(); }
        void operator()(const CancelScan&) { app.parts_.sight.cancel_scan(); }
        void operator()(StoreDossier& store) {
            app.tally_.meet(store.dossier);
            app.parts_.province.store(std::move(store.dossier), app.parts_.sight);
        }
        void operator()(const AwaitReceipt&) { app.parts_.province.await_receipt(); }
        void operator()(const PrintReceipt& print) {
            app.parts_.slips.print(
                receipt_slip(app.slip_paper(print.language), print.receipt, print.burden));
        }
        void operator()(const PrintKeptSlip& print) {
            app.parts_.slips.print(kept_slip(app.slip_paper(print.language), print.dossier));
        }
        void operator()(const PrintState& print) {
            app.parts_.slips.print(state_slip(app.slip_paper(print.language), print.dossier));
        }
        void operator()(const CallStaff&) { log(LogEvent::StaffCalled); }
        void operator()(const EndVisit&) { app.is_over_ = true; }
    };
    std::visit(Performer{*this}, effect);
}

}  // namespace motlan

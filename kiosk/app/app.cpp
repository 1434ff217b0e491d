#include "kiosk/app/app.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "kiosk/app/age.h"
#include "kiosk/app/shown_time.h"
#include "kiosk/app/volume_keys.h"
#include "kiosk/core/log.h"
#include "kiosk/flow/ability.h"
#include "kiosk/ui/screens/screens.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kTick{1};
constexpr std::chrono::milliseconds kCompanionPace{50};
constexpr std::chrono::milliseconds kJackPace{50};

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

}  // namespace

App::App(AppParts parts, Office office, std::string reference)
    : parts_(parts),
      office_(std::move(office)),
      aloud_(parts.voice != nullptr ? parts.voice->earshot() : Earshot::Room),
      next_tick_(parts.clock.steady()) {
    state_.reference = std::move(reference);
}

Ending App::run() {
    log(LogEvent::VisitStarted);
    parts_.province.watch();
    draw();
    log(LogEvent::FirstPicture, {{"age_ms", time_since_exec().count()}});
    parts_.on_first_picture();
    while (!is_over_) {
        parts_.on_turn();
        tick();
        for (const Event& event : parts_.events.take()) apply(event);
        // Whoever only listens from node to node is there as well.
        if (parts_.window.take_felt() != Felt{}) apply(Touched{});
        for (const std::string& key : parts_.window.take_keys())
            if (const auto wish = volume_wish(key, state_.comfort)) apply(*wish);
        if (parts_.window.take_burst()) {
            log(LogEvent::FaultSeen, {{"fault", Fault::ReaderIsKeyboard}});
            apply(CodeRefused{Fault::ReaderIsKeyboard});
        }
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
        parts_.window.wait(std::min(until_tick, longest_wait()));
    }
    log(LogEvent::VisitEnded);
    return technician_ ? Ending::CareWished : Ending::VisitOver;
}

/// No longer than until the next tick, and shorter while something beside the window may happen.
std::chrono::milliseconds App::longest_wait() const {
    if (parts_.companion != nullptr) return kCompanionPace;
    const bool may_be_overheard = aloud_.is_on() && parts_.voice->has_jack();
    return may_be_overheard ? kJackPace : kTick;
}

void App::tick() {
    const SteadyTime now = parts_.clock.steady();
    if (now < next_tick_) return;
    next_tick_ = now + kTick;
    const WallTime wall = parts_.clock.wall();
    if (std::holds_alternative<Welcome>(state_.screen)) office_.today = CivilDate::of(wall);
    parts_.slips.look();
    if (is_idle(state_.screen)) parts_.sight.look();
    const auto& troubles = device_watch_.see(troubles_of(parts_.devices), now);
    if (troubles != state_.out_of_order) {
        apply(DevicesChecked{troubles});
        log_withheld();
    }
    if (is_idle(state_.screen) && parts_.is_replaced()) is_over_ = true;
    apply(Ticked{now, wall, is_heard()});
    parts_.on_tick(state_);
}

/// Tells technicians what a device that is lost or found means for citizens.
void App::log_withheld() {
    const std::int64_t count = withheld(state_);
    if (count != std::exchange(withheld_, count))
        log(LogEvent::ProceduresWithheld, {{"count", count}});
}

void App::apply(const Event& event) {
    const ShownTime before = shown_time(state_);
    const Offered was_offered = offered(state_);
    tally_.meet(event, state_);
    const bool was_idle = is_idle(state_.screen);
    has_filed_ = has_filed_ || is_filed(state_.screen);
    Next next = step(was_idle ? State(state_) : std::move(state_), event, office_);
    if (was_idle && !is_idle(next.state.screen)) {
        const auto begun = parts_.province.begin_visit();
        if (!begun) return apply(ServiceStopped{begun.error()});
    }
    state_ = std::move(next.state);
    aloud_.meet(event, was_offered, offered(state_));
    if (is_idle(state_.screen) || std::holds_alternative<Goodbye>(state_.screen))
        parts_.province.end_visit(reason_of(event, has_filed_));
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

/// What the kiosk says of its own accord may be heard by nobody.
bool App::is_heard() const {
    return aloud_.is_on() && !aloud_.was_news() && parts_.voice->is_speaking();
}

/// Who plugs headphones in wants to hear. When they are pulled out, what was being said to one is
/// cut off before everybody hears it.
void App::feel_jack() {
    const Earshot earshot = parts_.voice->earshot();
    if (!aloud_.hear(earshot)) return;
    parts_.voice->hush();
    if (earshot == Earshot::Headphones) apply(VoiceWished{true});
}

/// Whoever takes the keys wants to hear; whoever does not, says so once.
void App::speak() {
    if (parts_.voice == nullptr) return;
    feel_jack();
    Window& window = parts_.window;
    const bool is_by_keys = !window.focus().id().empty();
    if (is_by_keys && !takes_keys_) apply(VoiceWished{true});
    takes_keys_ = is_by_keys;
    const Comfort& comfort = state_.comfort;
    const bool was_on = aloud_.is_on();
    Utterance heard = aloud_.next(window.tree(), window.focus(), comfort, parts_.clock.steady());
    if (was_on && !aloud_.is_on()) parts_.voice->hush();
    if (heard.is_empty()) return;
    parts_.voice->say(std::move(heard),
                      {comfort.language, comfort.speech_rate, comfort.speech_volume});
}

SlipPaper App::slip_paper(Language language) const {
    return {parts_.window.typeface(), parts_.devices.printer->width_dots(), language};
}

void App::print(const PrintReceipt& wish) {
    parts_.slips.print(
        receipt_slip(slip_paper(wish.language), wish.receipt, wish.burden, state_.helped));
}

void App::print(const PrintKeptSlip& wish) {
    parts_.slips.print(kept_slip(slip_paper(wish.language), wish.dossier, state_.helped));
}

void App::print(const PrintState& wish) {
    parts_.slips.print(state_slip(slip_paper(wish.language), wish.dossier));
}

/// Hands every effect of a step to the part that brings it about.
struct App::Performer {
    App& app;
    void operator()(const WatchForCard& wish) {
        app.parts_.sight.watch_for_card(wish.lamp);
        app.parts_.hand_reader.watch();
    }
    void operator()(const SetLamp& wish) { app.parts_.sight.set_lamp(wish.lamp); }
    void operator()(const StopWatching&) {
        app.parts_.sight.stop_watching();
        app.parts_.hand_reader.stop_watching();
    }
    void operator()(const ReadChip& chip) { app.parts_.chip_reader.read(chip.profile); }
    void operator()(const StopChip&) { app.parts_.chip_reader.stop(); }
    void operator()(const ResolveCode& code) { app.parts_.province.resolve(code); }
    void operator()(const FindDossiers& wish) { app.parts_.province.find(wish); }
    void operator()(const CheckReceipt& wish) { app.parts_.province.check(wish); }
    void operator()(const QuerySource& query) { app.parts_.province.query(query); }
    void operator()(const ScanSheet& sheet) { app.parts_.sight.scan_sheet(sheet); }
    void operator()(const CancelScan&) { app.parts_.sight.cancel_scan(); }
    void operator()(const LookForPaper&) { app.parts_.sight.look_for_paper(); }
    void operator()(const ReadTurned& wish) { app.parts_.sight.read_turned(wish); }
    void operator()(StoreDossier& store) {
        app.tally_.meet(store.dossier);
        app.parts_.province.store(std::move(store.dossier), app.parts_.sight);
    }
    void operator()(const AwaitReceipt&) { app.parts_.province.await_receipt(); }
    void operator()(const PrintReceipt& wish) { app.print(wish); }
    void operator()(const PrintKeptSlip& wish) { app.print(wish); }
    void operator()(const PrintState& wish) { app.print(wish); }
    void operator()(const StoreOpinion& store) { app.parts_.province.store(store); }
    void operator()(const WatchFee& wish) { app.parts_.province.watch_fee(wish); }
    void operator()(const StopWatchingFee&) { app.parts_.province.stop_watching_fee(); }
    void operator()(const CallStaff&) { log(LogEvent::StaffCalled); }
    void operator()(const SignStaffIn& wish) { app.parts_.staff.sign_in(wish); }
    void operator()(const NoteHelp& note) { app.parts_.staff.note(note); }
    void operator()(const TellCall& wish) { app.parts_.bell.tell(wish); }
    void operator()(const ListCalls& wish) {
        app.parts_.staff.note(wish);
        app.parts_.bell.list(wish);
    }
    void operator()(const ReadDeeds& wish) { app.parts_.staff.read(wish); }
    void operator()(const NoteException& note) { app.parts_.staff.note(note); }
    void operator()(const NoteWitness& note) { app.parts_.staff.note(note); }
    void operator()(const CareWished& wish) {
        app.technician_ = wish.who;
        app.is_over_ = true;
    }
    void operator()(const EndVisit&) { app.is_over_ = true; }
};

void App::perform(Effect& effect) { std::visit(Performer{*this}, effect); }

}  // namespace motlan

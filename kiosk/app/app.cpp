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
Word reason_of(const Event& event, bool was_filed, bool was_saved) {
    if (was_filed) return "filed";
    if (was_saved) return "saved";
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
    state_.last_touch = next_tick_;  // nobody has waited since the machine was switched on
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
    parts_.saved.tidy();
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
    has_saved_ = has_saved_ || std::holds_alternative<SavedForLater>(state_.screen);
    Next next = step(was_idle ? State(state_) : std::move(state_), event, office_);
    if (was_idle && !is_idle(next.state.screen)) {
        const auto begun = parts_.province.begin_visit();
        if (!begun) return apply(ServiceStopped{begun.error()});
    }
    state_ = std::move(next.state);
    aloud_.meet(event, was_offered, offered(state_));
    if (is_idle(state_.screen) || std::holds_alternative<Goodbye>(state_.screen))
        parts_.province.end_visit(reason_of(event, has_filed_, has_saved_));
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

}  // namespace motlan

#include <utility>

#include "kiosk/core/digits.h"
#include "kiosk/flow/calling.h"
#include "kiosk/flow/leaving.h"
#include "kiosk/flow/staff_step.h"

namespace motlan {
namespace {

/// What the code on a badge begins with (formats.md 13).
constexpr std::string_view kBadgeMark = "MLB1:";
/// Whether the camera looks for a card below, so that it goes on afterwards.
bool watches_below(const Screen& screen) {
    return std::holds_alternative<ShowCard>(screen) || std::holds_alternative<FindDossier>(screen);
}

/// Nobody has come to whoever has called.
void close_entry(const StaffStage& stage) {
    const auto call = open_call(stage.state);
    const auto* entry = std::get_if<StaffEntry>(&stage.state.overlay);
    if (entry != nullptr && entry->stage == EntryStage::Badge) watch_for_badge(stage, false);
    stage.state.overlay = call ? Overlay(StaffCalled{call->since}) : Overlay();
}

/// The paper that was being scanned is laid anew: one camera and one eye look at one thing.
void stop_scanning(const StaffStage& stage) {
    auto* paper = std::get_if<ScanPaper>(&stage.state.screen);
    auto* pages = std::get_if<ReviewPage>(&stage.state.screen);
    auto* photo = std::get_if<ReportPhoto>(&stage.state.screen);
    if (may_be_scanning(stage.state.screen)) stage.effects.emplace_back(CancelScan{});
    if (paper != nullptr) paper->stage = ScanStage::LayPaper;
    if (photo != nullptr) photo->stage = ScanStage::LayPaper;
    if (pages != nullptr) pages->is_fed = false;
}

/// Nobody is helped while a dossier is being sent, or once it is over.
bool may_be_helped(const Screen& screen) {
    return !std::holds_alternative<Submitting>(screen) && !std::holds_alternative<Goodbye>(screen);
}

/// Nobody is served, so nothing of anybody is here.
bool is_free_for_care(const Screen& screen) {
    return std::holds_alternative<Welcome>(screen) || std::holds_alternative<OutOfService>(screen);
}

void admit(const StaffStage& stage, const StaffMember& who) {
    State& state = stage.state;
    if (who.role == StaffRole::Technician && is_free_for_care(state.screen)) {
        stage.effects.emplace_back(CareWished{who});
        state.overlay = {};
        return;
    }
    if (who.role == StaffRole::Technician || std::holds_alternative<OutOfService>(state.screen)) {
        auto& entry = std::get<StaffEntry>(state.overlay);
        entry.stage = EntryStage::Badge;
        entry.ends = state.steady + kUnanswered;
        entry.is_for_machines = true;
        watch_for_badge(stage, true);
        return;
    }
    if (std::get<StaffEntry>(state.overlay).purpose != EntryFor::Help)
        return admit_for_signing(stage, who);
    state.staff = SignedIn{.who = who, .since = state.steady, .touched = state.steady};
    if (!std::holds_alternative<Welcome>(state.screen)) return ask_to_help(stage, who);
    open_board(stage);
}

/// What happens while somebody signs in. True when the event is thereby done.
struct Entering {
    const StaffStage& stage;
    StaffEntry& entry;

    void touch() const { entry.ends = stage.state.steady + kUnanswered; }
    bool operator()(const CardSeen& seen) const {
        entry.preview = seen.preview;
        entry.hint = seen.hint;
        return true;
    }
    bool operator()(const CardCodeRead& read) const {
        if (entry.stage != EntryStage::Badge) return true;
        touch();
        entry.refused.reset();
        entry.is_for_machines = entry.is_same_person = false;
        if (!as_text(read.payload).starts_with(kBadgeMark)) {
            entry.refused = Fault::BadgeForged;
            return true;
        }
        watch_for_badge(stage, false);
        entry.stage = EntryStage::Pin;
        entry.badge = read.payload;
        return true;
    }
    bool operator()(const CodeRefused& refused) const { return tell(refused.fault); }
    bool operator()(const CameraFailed& failed) const { return tell(failed.fault); }
    bool operator()(const LettersTyped& typed) const {
        for (const char letter : typed.letters) {
            if (entry.stage == EntryStage::Pin && is_digit(letter) &&
                entry.pin.size() < Pin::kLength)
                entry.pin.push_back(letter);
        }
        touch();
        return true;
    }
    bool operator()(const LetterErased&) const {
        if (entry.stage == EntryStage::Pin && !entry.pin.empty()) entry.pin.pop_back();
        touch();
        return true;
    }
    bool operator()(const Proceeded&) const {
        auto pin = Pin::parse(std::exchange(entry.pin, {}));
        if (entry.stage != EntryStage::Pin || !pin) return true;
        touch();
        entry.stage = EntryStage::Checking;
        stage.effects.emplace_back(SignStaffIn{entry.badge, *std::move(pin)});
        return true;
    }
    bool operator()(const StaffAdmitted& admitted) const {
        if (entry.stage == EntryStage::Checking) admit(stage, admitted.who);
        return true;
    }
    bool operator()(const StaffRefused& refused) const {
        if (entry.stage != EntryStage::Checking) return true;
        touch();
        entry.stage = EntryStage::Pin;
        entry.refused = refused.fault;
        return true;
    }
    bool operator()(const WentBack&) const { return close_entry(stage), true; }
    bool operator()(const OverlayClosed&) const { return close_entry(stage), true; }
    bool operator()(const LeaveWished&) const { return close_entry(stage), false; }
    bool operator()(const LeaveConfirmed&) const { return close_entry(stage), false; }
    bool operator()(const StaffWished&) const { return close_entry(stage), false; }
    bool operator()(const SettingsWished&) const { return close_entry(stage), false; }
    bool operator()(const VoicePanelWished&) const { return close_entry(stage), false; }
    bool operator()(const ServiceStopped&) const { return close_entry(stage), false; }
    bool operator()(const Ticked& tick) const {
        if (tick.steady >= entry.ends) close_entry(stage);
        return false;
    }
    bool operator()(const auto&) const { return false; }

private:
    [[nodiscard]] bool tell(Fault fault) const {
        if (entry.stage == EntryStage::Badge) entry.refused = fault;
        return true;
    }
};

}  // namespace

void watch_for_badge(const StaffStage& stage, bool is_wished) {
    if (watches_below(stage.state.screen)) return;
    if (is_wished)
        stage.effects.emplace_back(WatchForCard{stage.state.comfort.lamp});
    else
        stage.effects.emplace_back(StopWatching{});
}

bool may_sign_in(const State& state) {
    return !state.help && may_be_helped(state.screen) && state.ability.reads_codes;
}

void open_entry(const StaffStage& stage) {
    State& state = stage.state;
    if (!may_sign_in(state)) return;
    if (state.staff && std::holds_alternative<Welcome>(state.screen)) return open_board(stage);
    if (state.staff) return ask_to_help(stage, state.staff->who);
    stop_scanning(stage);
    state.overlay = StaffEntry{.ends = state.steady + kUnanswered, .call = open_call(state)};
    watch_for_badge(stage, true);
}

bool take_entry_event(const StaffStage& stage, const Event& event) {
    auto& entry = std::get<StaffEntry>(stage.state.overlay);
    return std::visit(Entering{stage, entry}, event);
}

}  // namespace motlan

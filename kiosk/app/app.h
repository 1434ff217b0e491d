// The run loop of one visit: events in, pure steps, effects out, pictures when something changed.
// Owns the State and belongs to the window's thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/app/chip_reader.h"
#include "kiosk/app/companion.h"
#include "kiosk/app/device_watch.h"
#include "kiosk/app/event_queue.h"
#include "kiosk/app/hand_reader.h"
#include "kiosk/app/help_bell.h"
#include "kiosk/app/province.h"
#include "kiosk/app/read_aloud.h"
#include "kiosk/app/saved_works.h"
#include "kiosk/app/sight.h"
#include "kiosk/app/slips.h"
#include "kiosk/app/staff_desk.h"
#include "kiosk/app/tally.h"
#include "kiosk/app/voice.h"
#include "kiosk/core/clock.h"
#include "kiosk/flow/step.h"
#include "kiosk/ui/slip.h"
#include "kiosk/ui/window.h"

namespace motlan {

/// How the program ended; the supervisor acts on it.
enum class Ending : std::uint8_t {
    VisitOver,
    WindowClosed,
    CompanionDone,
    CareWished,  ///< a technician wants the screen
};

/// What the app is built of; all of it outlives the app.
struct AppParts {
    Window& window;
    EventQueue& events;
    Sight& sight;
    HandReader& hand_reader;
    ChipReader& chip_reader;
    Slips& slips;
    Province& province;
    SavedWorks& saved;
    StaffDesk& staff;
    HelpBell& bell;
    Devices& devices;
    const Clock& clock;
    Voice* voice = nullptr;          ///< where this kiosk has no sound
    Companion* companion = nullptr;  ///< nobody stands beside a kiosk in service
    std::function<void()> on_first_picture = [] {};
    std::function<bool()> is_replaced = [] { return false; };         ///< a newer program waits
    std::function<void(const State&)> on_tick = [](const State&) {};  ///< each second
    std::function<void()> on_turn = [] {};  ///< each turn of the loop, at least once a second
};

class App {
public:
    /// `office` is the catalogue of today; `reference` a random name for the visit's consent.
    App(AppParts parts, Office office, std::string reference);

    /// Runs until the visit is over.
    Ending run();

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] const Tally& tally() const { return tally_; }
    /// Who wants the screen after Ending::CareWished.
    [[nodiscard]] const std::optional<StaffMember>& technician() const { return technician_; }

private:
    struct Performer;
    void apply(const Event& event);
    void perform(Effect& effect);
    [[nodiscard]] SlipPaper slip_paper(Language language) const;
    void print(const PrintReceipt& wish);
    void print(const PrintKeptSlip& wish);
    void print(const PrintState& wish);
    void print(const PrintSavedSlip& wish);
    void print(const PrintReportSlip& wish);
    void tick();
    void log_withheld();
    void draw();
    void feel_jack();
    void speak();
    [[nodiscard]] bool is_heard() const;
    [[nodiscard]] std::chrono::milliseconds longest_wait() const;

    AppParts parts_;
    Office office_;
    State state_;
    Tally tally_;
    DeviceWatch device_watch_;
    std::int64_t withheld_ = 0;  ///< procedures that cannot be filed here, as last logged
    ReadAloud aloud_;
    SteadyTime next_tick_;
    bool takes_keys_ = false;
    bool has_filed_ = false;  ///< in this visit
    bool has_saved_ = false;  ///< for later
    bool is_over_ = false;
    std::optional<StaffMember> technician_;
};

}  // namespace motlan

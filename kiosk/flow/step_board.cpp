#include <utility>

#include "kiosk/flow/staff_step.h"

namespace motlan {
namespace {

/// How often the province is asked while somebody looks.
constexpr std::chrono::seconds kLookAgain{5};

/// What happens on the board. True when the event is thereby done.
struct Boarding {
    const StaffStage& stage;
    StaffBoard& board;

    bool operator()(const CallsListed& listed) const {
        board.calls = listed.calls;
        board.is_cut = false;
        return true;
    }
    // What was known before may not be true any more.
    bool operator()(const CallsNotListed&) const {
        board.calls.reset();
        board.is_cut = true;
        return true;
    }
    bool operator()(const DeedsRead& read) const {
        board.deeds = read.deeds;
        board.fault.reset();
        return true;
    }
    bool operator()(const DeedsNotRead& failed) const {
        board.fault = failed.fault;
        return true;
    }
    bool operator()(const CallTakeWished& wish) const {
        touch();
        ask(wish.kiosk);
        return true;
    }
    bool operator()(const DeedsWished&) const {
        touch();
        board.page = BoardPage::Deeds;
        board.deeds.reset();
        board.fault.reset();
        stage.effects.emplace_back(ReadDeeds{who()});
        return true;
    }
    bool operator()(const HelpHereWished&) const {
        touch();
        return ask_to_help(stage, StaffMember(stage.state.staff->who)), true;
    }
    bool operator()(const Touched&) const { return touch(), true; }
    bool operator()(const WentBack&) const {
        if (board.page == BoardPage::Calls) return sign_out(), true;
        touch();
        board.page = BoardPage::Calls;
        ask({});
        return true;
    }
    bool operator()(const OverlayClosed&) const { return sign_out(), true; }
    bool operator()(const LeaveWished&) const { return sign_out(), true; }
    bool operator()(const StaffWished&) const { return true; }
    bool operator()(const SettingsWished&) const { return sign_out(), false; }
    bool operator()(const VoicePanelWished&) const { return sign_out(), false; }
    bool operator()(const ServiceStopped&) const { return sign_out(), false; }
    bool operator()(const Ticked& tick) const {
        if (tick.steady >= board.ends) return sign_out(), false;
        const bool is_due =
            board.page == BoardPage::Calls && tick.steady - board.asked >= kLookAgain;
        if (is_due) ask({});
        return false;
    }
    bool operator()(const auto&) const { return false; }

private:
    [[nodiscard]] const StaffNumber& who() const { return stage.state.staff->who.number; }
    void touch() const {
        board.ends = stage.state.steady + kStaffLock;
        stage.state.staff->touched = stage.state.steady;
    }
    void ask(const std::string& taken) const {
        board.asked = stage.state.steady;
        stage.effects.emplace_back(ListCalls{taken, who()});
    }
    void sign_out() const {
        stage.state.staff.reset();
        stage.state.overlay = {};
    }
};

}  // namespace

void open_board(const StaffStage& stage) {
    State& state = stage.state;
    state.overlay = StaffBoard{.ends = state.steady + kStaffLock, .asked = state.steady};
    stage.effects.emplace_back(ListCalls{{}, state.staff->who.number});
}

bool take_board_event(const StaffStage& stage, const Event& event) {
    return std::visit(Boarding{stage, std::get<StaffBoard>(stage.state.overlay)}, event);
}

}  // namespace motlan

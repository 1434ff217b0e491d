#include "kiosk/flow/saving.h"
#include "kiosk/flow/staff_step.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/page_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/settings_sheet.h"
#include "kiosk/ui/screens/why_asked.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// What is lost by leaving this screen, and what is not.
struct LossText {
    Text operator()(const PayFee&) const { return Text::LeaveWordsSent; }
    Text operator()(const FindDossier&) const { return Text::LeaveWordsSent; }
    Text operator()(const ChooseDossier&) const { return Text::LeaveWordsSent; }
    Text operator()(const FollowDossier&) const { return Text::LeaveWordsSent; }
    Text operator()(const ReadApology&) const { return Text::LeaveWordsSent; }
    Text operator()(const ReviewWishes&) const { return Text::LeaveWordsSent; }
    Text operator()(const ReportRequest&) const { return Text::LeaveWordsReport; }
    Text operator()(const ReportPhoto&) const { return Text::LeaveWordsReport; }
    Text operator()(const auto&) const { return Text::LeaveWords; }
};

/// Why no page comes.
struct ScanFaultOf {
    template <typename S>
    std::optional<Fault> operator()(const S& screen) const {
        if constexpr (requires { screen.fault == Fault::ScannerJam; }) return screen.fault;
        return std::nullopt;
    }
};

/// The seconds that are left are said when 30, 10 and 5 of them are (ux 4).
std::string told_at(int seconds_left) {
    const int told = seconds_left > 30 ? 60 : seconds_left > 10 ? 30 : seconds_left > 5 ? 10 : 5;
    return std::to_string(told);
}

struct Laid {
    Ui& ui;
    const State& state;

    std::optional<Event> operator()(std::monostate) { return std::nullopt; }

    std::optional<Event> operator()(const WhyAsked& why) { return draw_why(ui, state, why); }

    std::optional<Event> operator()(const StillThere& still) {
        DialogSpec spec{
            .id = "still",
            .icon = Icon::Clock,
            .title = ui.text(Text::StillTitle),
            .words = {ui.text(Text::StillWords, {{"seconds", std::to_string(still.seconds_left)}})},
            .primary = ui.text(Text::StillStay),
            .other = ui.text(Text::StillLeave),
            .news = told_at(still.seconds_left)};
        if (may_save()) spec.third = ui.text(Text::LeaveSave);
        return leaving(dialog(ui, spec));
    }

    std::optional<Event> operator()(const StaffCalled& called) {
        const Text entry = state.staff ? Text::HelpAgain : Text::StaffEnter;
        DialogSpec spec{
            .id = "staff",
            .icon = Icon::Bell,
            .title = ui.text(called.is_taken ? Text::StaffComingTitle : Text::StaffTitle),
            .words = {ui.text(called.is_taken ? Text::StaffComing : Text::StaffWords,
                              {{"time", clock_text(called.at)}})},
            .primary = ui.text(Text::StaffClose),
            .other = may_sign_in(state) ? ui.text(entry) : Phrase{}};
        if (std::visit(ScanFaultOf{}, state.screen) == Fault::ScannerJam)
            spec.words.insert(spec.words.begin(), scan_fault_words(ui, Fault::ScannerJam));
        const auto answer = dialog(ui, spec);
        if (answer == DialogAnswer::Other) return StaffEntryWished{};
        return leaving(answer);
    }

    std::optional<Event> operator()(const NoCard&) {
        const auto answer =
            dialog(ui, {.id = "no_card",
                        .icon = Icon::Question,
                        .title = ui.text(Text::CardNoneTitle),
                        .words = {ui.text(Text::CardNoneApp), ui.text(Text::CardNoneStaff)},
                        .primary = ui.text(Text::CardNoneAgain),
                        .other = ui.text(Text::CardNoneCall)});
        if (answer == DialogAnswer::Other) return StaffWished{};
        return leaving(answer);
    }

    std::optional<Event> operator()(const EasySettings&) { return draw_settings(ui); }

    std::optional<Event> operator()(const ReallyLeave&) {
        DialogSpec spec{.id = "leave",
                        .icon = Icon::Attention,
                        .title = ui.text(Text::LeaveTitle),
                        .words = {ui.text(std::visit(LossText{}, state.screen))},
                        .primary = ui.text(Text::LeaveStay),
                        .other = ui.text(Text::LeaveLeave)};
        if (may_save()) {
            spec.words.push_back(ui.text(Text::LeaveWordsSave));
            spec.third = ui.text(Text::LeaveSave);
        }
        return leaving(dialog(ui, spec));
    }

    std::optional<Event> operator()(const NotTheSame& found) {
        const auto answer =
            dialog(ui, {.id = "not_same",
                        .icon = Icon::Attention,
                        .title = ui.text(found.is_said ? Text::NotMineTitle : Text::NotSameTitle),
                        .words = {ui.text(Text::NotSameWords), ui.text(Text::NotSameWiped)},
                        .primary = ui.text(Text::NotSameCall),
                        .other = ui.text(Text::StillLeave),
                        .third = ui.text(Text::CommonBack)});
        if (answer == DialogAnswer::Primary) return StaffWished{};
        if (answer == DialogAnswer::Third) return OverlayClosed{};
        return leaving(answer);
    }

    std::optional<Event> operator()(const AnswerSaid&) {
        const auto* asked = std::get_if<AskQuestion>(&state.screen);
        const Item* item = asked == nullptr ? nullptr : asked->visit.procedure.find(asked->item);
        if (item == nullptr) return std::nullopt;
        const auto answer = dialog(ui, {.id = "answer_said",
                                        .icon = Icon::Question,
                                        .title = ui.text(Text::AnswerSaidTitle),
                                        .words = {answer_words(ui, *item, asked->draft)},
                                        .primary = ui.text(Text::CheckRight),
                                        .other = ui.text(Text::AnswerSaidChange),
                                        .privacy = Privacy::Masked});
        if (answer == DialogAnswer::Primary) return Proceeded{};
        return answer == DialogAnswer::None ? std::nullopt : std::optional<Event>(OverlayClosed{});
    }

    std::optional<Event> operator()(const LeaveFee&) {
        const auto answer =
            dialog(ui, {.id = "fee",
                        .icon = Icon::Money,
                        .title = ui.text(Text::PayLeaveTitle),
                        .words = {ui.text(Text::PayLeavePaid), ui.text(Text::PayLeaveLater)},
                        .primary = ui.text(Text::PayLeaveStay),
                        .other = ui.text(Text::PayLeaveGo)});
        if (answer == DialogAnswer::Other) return FeeLeft{};
        return leaving(answer);
    }

    std::optional<Event> operator()(const OnlyForCitizen&) {
        const auto answer = dialog(ui, {.id = "not_for_helper",
                                        .icon = Icon::Person,
                                        .title = ui.text(Text::HelpNotTitle),
                                        .words = {ui.text(Text::HelpNotWords)},
                                        .primary = ui.text(Text::HelpHandBackLong),
                                        .other = ui.text(Text::HelpGoOn)});
        if (answer == DialogAnswer::Primary) return HandedBack{};
        return answer == DialogAnswer::Other ? std::optional<Event>(OverlayClosed{}) : std::nullopt;
    }

    // These take the whole screen: draw_staff().
    std::optional<Event> operator()(const StaffEntry&) { return std::nullopt; }
    std::optional<Event> operator()(const AskHelp&) { return std::nullopt; }
    std::optional<Event> operator()(const HelpReview&) { return std::nullopt; }
    std::optional<Event> operator()(const StaffBoard&) { return std::nullopt; }
    std::optional<Event> operator()(const WitnessWish&) { return std::nullopt; }
    std::optional<Event> operator()(const WitnessedSigning&) { return std::nullopt; }
    std::optional<Event> operator()(const ExceptionWish&) { return std::nullopt; }

    std::optional<Event> operator()(const VoicePanel&) { return draw_voice_settings(ui); }

private:
    /// Whoever helps does not put away what is another's.
    [[nodiscard]] bool may_save() const { return !state.help && can_be_saved(state.screen); }

    static std::optional<Event> leaving(DialogAnswer answer) {
        switch (answer) {
            case DialogAnswer::None: return std::nullopt;
            case DialogAnswer::Primary: return OverlayClosed{};
            case DialogAnswer::Other: return LeaveConfirmed{};
            case DialogAnswer::Third: return SaveWished{};
        }
        return std::nullopt;
    }
};

}  // namespace

std::optional<Event> draw_overlay(Ui& ui, const State& state) {
    return std::visit(Laid{ui, state}, state.overlay);
}

}  // namespace motlan

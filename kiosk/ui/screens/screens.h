// Every screen: state in, at most one event out. No rule of a procedure, no clock, no file.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/flow/event.h"
#include "kiosk/flow/office.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// Draws the whole state: frame, screen, access bar and what lies over them.
[[nodiscard]] std::optional<Event> draw_state(Ui& ui, const State& state, const Office& office);

/// The name of a screen for journeys, pictures and the view memory, e.g. "show_card".
[[nodiscard]] std::string_view screen_name(const Screen& screen);

[[nodiscard]] std::optional<Event> draw(Ui& ui, const Welcome& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Home& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ChooseProcedure& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const WhatYouNeed& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ShowCard& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReadCardChip& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ChooseSubject& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Consent& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const AskSources& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const CheckDetails& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const SayWrong& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const AskQuestion& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ListPapers& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ScanPaper& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReviewPage& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReviewAll& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Declare& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Submitting& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Submitted& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const KeptForLater& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const NotFiled& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const PayFee& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const FindDossier& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ChooseDossier& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const FollowDossier& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReadApology& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReviewWishes& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const RateService& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReportRequest& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReportPhoto& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const OpinionKept& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const SavingWork& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const SavedForLater& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Goodbye& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const OutOfService& screen);

/// What lies over the screen. `procedure` is the screen's, where it has one.
[[nodiscard]] std::optional<Event> draw_overlay(Ui& ui, const State& state);

/// Whether a screen of staff takes the place of the citizen's, and its name.
[[nodiscard]] std::optional<std::string_view> staff_place(const State& state);
/// Every screen of staff, and that it is the citizen's turn.
[[nodiscard]] std::optional<Event> draw_staff(Ui& ui, const State& state);
[[nodiscard]] std::optional<Event> draw_help_review(Ui& ui, const State& state);
[[nodiscard]] std::optional<Event> draw_entry(Ui& ui, const StaffEntry& entry);
/// S02 and S08, for whoever has signed in.
[[nodiscard]] std::optional<Event> draw_board(Ui& ui, const StaffBoard& board,
                                              const StaffMember& who);
/// S06, before and after two members of staff have signed in.
[[nodiscard]] std::optional<Event> draw_witness_wish(Ui& ui, const WitnessWish& wish);
[[nodiscard]] std::optional<Event> draw_witnessed(Ui& ui, const WitnessedSigning& signing);

/// C02: the sheet with everything that makes the kiosk easier to use.
[[nodiscard]] std::optional<Event> draw_settings(Ui& ui);

/// Says which answers the last change has made needless, until that was read.
[[nodiscard]] std::optional<Event> draw_dropped(Ui& ui, const Screen& screen);

/// The procedure that a screen is about and what is planned for it; empty where there is none.
struct About {
    const Procedure* procedure = nullptr;
    const AcquisitionPlan* plan = nullptr;
};
[[nodiscard]] About about(const Screen& screen);

/// S07, over a screen that is about that.
[[nodiscard]] std::optional<Event> draw_exception(Ui& ui, const ExceptionWish& wish,
                                                  const About& what);

}  // namespace motlan

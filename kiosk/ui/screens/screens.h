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
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ChooseProcedure& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const WhatYouNeed& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ShowCard& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReadCardChip& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Consent& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const AskSources& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const CheckDetails& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const SayWrong& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const AskQuestion& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ScanPaper& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReviewPage& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReviewAll& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Declare& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Submitting& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Submitted& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const KeptForLater& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const NotFiled& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const FindDossier& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ChooseDossier& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const FollowDossier& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReadApology& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const ReviewWishes& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const Goodbye& screen);
[[nodiscard]] std::optional<Event> draw(Ui& ui, const OutOfService& screen);

/// What lies over the screen. `procedure` is the screen's, where it has one.
[[nodiscard]] std::optional<Event> draw_overlay(Ui& ui, const State& state);

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

}  // namespace motlan

// Every page of the technician: the desk in, at most one event out.
#pragma once

#include <optional>

#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// Draws the page that is shown, with its header, its bar and the edge around it.
[[nodiscard]] std::optional<CareEvent> draw_care(Ui& ui, const CareDesk& desk);

/// T02: what is wrong first, the ways to all pages, and the figures.
[[nodiscard]] std::optional<CareEvent> draw_dashboard(Ui& ui, const CareDesk& desk);
/// T03: what the kiosk uses and what is plugged in.
[[nodiscard]] std::optional<CareEvent> draw_devices(Ui& ui, const CareDesk& desk);
/// T03: which device has a role, and why one is not tested.
[[nodiscard]] std::optional<CareEvent> draw_assign(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_skip(Ui& ui, const CareDesk& desk);
/// T04 to T08: all tests, and one of them.
[[nodiscard]] std::optional<CareEvent> draw_tests(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_test(Ui& ui, const CareDesk& desk);
/// T04: set while it is looked through.
[[nodiscard]] std::optional<CareEvent> draw_camera(Ui& ui, const CareDesk& desk);
/// T07 and T08 at the screen, and T13's wiping: nothing else is shown.
[[nodiscard]] std::optional<CareEvent> draw_touch_trial(Ui& ui, const CareDesk& desk);
void draw_colour_trial(Ui& ui, const CareDesk& desk);
void draw_key_trial(Ui& ui, const CareDesk& desk);
void draw_wiping(Ui& ui, const CareDesk& desk);
/// T09.
[[nodiscard]] std::optional<CareEvent> draw_network(Ui& ui, const CareDesk& desk);
/// T10: all values and what is to change; one of them; the versions before; another technician who
/// agrees; whether it is to stay.
[[nodiscard]] std::optional<CareEvent> draw_config(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_setting(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_history(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_second(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_keep(Ui& ui, const CareDesk& desk);
/// T11: what happened, and the word that is looked for in it.
[[nodiscard]] std::optional<CareEvent> draw_journal(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_search(Ui& ui, const CareDesk& desk);
/// T12.
[[nodiscard]] std::optional<CareEvent> draw_export(Ui& ui, const CareDesk& desk);
/// T13: whether citizens are served, and when they will not be.
[[nodiscard]] std::optional<CareEvent> draw_service(Ui& ui, const CareDesk& desk);
[[nodiscard]] std::optional<CareEvent> draw_plan(Ui& ui, const CareDesk& desk);
/// T15.
[[nodiscard]] std::optional<CareEvent> draw_report(Ui& ui, const CareDesk& desk);

}  // namespace motlan

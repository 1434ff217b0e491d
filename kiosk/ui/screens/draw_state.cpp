#include <array>
#include <utility>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/left_alone.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/frame.h"
#include "kiosk/ui/widgets/help_banner.h"
#include "kiosk/ui/widgets/icon.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"welcome",        "home",           "choose_procedure", "what_you_need",  "show_card",
     "read_card_chip", "choose_subject", "consent",          "ask_sources",    "check_details",
     "say_wrong",      "ask_question",   "list_papers",      "scan_paper",     "review_page",
     "review_all",     "declare",        "submitting",       "submitted",      "kept_for_later",
     "not_filed",      "pay_fee",        "find_dossier",     "choose_dossier", "follow_dossier",
     "read_apology",   "review_wishes",  "rate_service",     "report_request", "report_photo",
     "opinion_kept",   "saving_work",    "saved_for_later",  "goodbye",        "out_of_service"});
constexpr Colour kDark{0, 0, 0, 255};
constexpr Colour kNight{0, 0, 0, 90};  // still seen from the door
static_assert(kNames.size() == std::variant_size_v<ScreenKinds>);

std::string choice_place(const ChooseProcedure& screen) {
    if (screen.by == ChooseBy::Words) return ".words";
    const std::string question = screen.asked.empty() ? "" : "." + screen.asked.back();
    return question + (screen.found.places.empty() ? "" : ".offers");
}

/// The screen's name and, for screens about one item or question, its id: each is a place of
/// its own.
std::string place_of(const Screen& screen) {
    std::string place(screen_name(screen));
    std::visit(
        [&](const auto& s) {
            if constexpr (requires { s.item.value(); }) place += "." + s.item.value();
            if constexpr (requires { s.followed.chosen; })
                place += "." + std::to_string(s.followed.chosen);
            if constexpr (requires { s.payment; })
                place += "." + std::to_string(std::to_underlying(s.stage));
            if constexpr (requires { s.found; }) place += choice_place(s);
            if constexpr (requires { s.relation; })
                place += "." + std::to_string(std::to_underlying(s.stage));
            if constexpr (requires { s.report.request; }) place += s.page ? ".look" : "";
            if constexpr (requires { s.request.demand; })
                place += "." + std::to_string(std::to_underlying(s.stage));
            if constexpr (requires {
                              s.pages;
                              s.stage;
                              s.shown;
                          })
                place += "." + std::to_string(s.shown) +
                         (s.stage == ReviewStage::Look ? "" : ".choices");
        },
        screen);
    return place;
}

/// There is nothing to finish before a visit, while it is sent, or after it.
Finish finish_of(const Screen& screen) {
    const bool absent =
        std::holds_alternative<Welcome>(screen) || std::holds_alternative<Submitting>(screen) ||
        std::holds_alternative<Submitted>(screen) || std::holds_alternative<KeptForLater>(screen) ||
        std::holds_alternative<NotFiled>(screen) || std::holds_alternative<OpinionKept>(screen) ||
        std::holds_alternative<RateService>(screen) ||
        std::holds_alternative<SavedForLater>(screen) || std::holds_alternative<Goodbye>(screen) ||
        std::holds_alternative<OutOfService>(screen);
    return absent ? Finish::Absent : Finish::Offered;
}

Surroundings surroundings_of(const State& state, const Office& office) {
    return {.office = &office,
            .now = state.now,
            .is_offline = state.is_offline,
            .ability = state.ability,
            .hindrances = state.hindrances,
            .helper = is_helping(state) ? &state.help->who : nullptr,
            .help_minutes = help_minutes(state)};
}

}  // namespace

std::string_view screen_name(const Screen& screen) { return kNames.at(screen.index()); }

About about(const Screen& screen) {
    return std::visit(
        [](const auto& s) -> About {
            if constexpr (requires { s.visit; })
                return {&s.visit.procedure, &s.visit.plan};
            else if constexpr (requires { s.expected; })
                return {&s.procedure, &s.expected};
            else
                return {};
        },
        screen);
}

std::optional<Event> draw_state(Ui& ui, const State& state, const Office& office) {
    ui.dress(state.comfort);
    ui.surround(surroundings_of(state, office));
    const auto staffed = staff_place(state);
    // A finger that wakes a dark screen chooses nothing: another place forgets it.
    ui.enter((staffed ? std::string(*staffed) : place_of(state.screen)) +
             (state.comfort.is_dark ? ".dark" : ""));
    const Rect screen = ui.area();
    ui.paint().fill(screen, ui.colours().background);
    const bool is_alone = is_left_alone(state);
    if (is_alone) ui.set_area(wandered(screen, ui.dp(8), state.now));
    const Zones zones = zones_of(ui);
    ui.set_moving(
        {zones.display.joined(zones.content).inset(-ui.dp(48), -ui.dp(8)), state.comfort});
    std::optional<Event> event =
        staffed ? draw_staff(ui, state)
                : std::visit([&](const auto& s) { return draw(ui, s); }, state.screen);
    // What is left of the upper half is not left bare.
    if (ui.is_low() && ui.display().h > ui.dp(280))
        draw_lotus(ui, ui.display().centered(ui.dp(240), ui.dp(240)));
    for (const std::string_view action : {"action.back", "action.next"})
        ui.tree().read_last(action);
    if (auto wish = draw_access_bar(ui, finish_of(state.screen))) event = std::move(wish);
    const bool is_free = std::holds_alternative<std::monostate>(state.overlay);
    if (ui.is_helped()) draw_help_frame(ui);
    auto answer = is_free && !staffed ? draw_dropped(ui, state.screen) : draw_overlay(ui, state);
    if (answer) event = std::move(answer);
    if (is_alone) ui.paint().dim(kNight);
    if (!state.comfort.is_dark) return event;
    ui.paint().fill(screen, kDark);
    return ui.is_touched() ? std::optional<Event>(DarkWished{false}) : event;
}

}  // namespace motlan

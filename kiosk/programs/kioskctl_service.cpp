#include "kiosk/programs/kioskctl_service.h"

#include <filesystem>
#include <format>
#include <optional>
#include <print>

#include "kiosk/app/closing.h"
#include "kiosk/care/places.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/json.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

int refuse(std::string_view verb, std::string_view reason, int status) {
    return complain(std::format("service {}", verb), reason, status);
}

/// What is so from now on, unless the disk did not take it.
int answer(std::string_view verb, const Result<void>& done, std::string_view words) {
    if (!done)
        return refuse(verb, std::format("this could not be written ({})", code(done.error())),
                      kFoundWrong);
    std::println("{}", words);
    return kFine;
}

void print_as_json(const fs::path& state, WallTime now) {
    const auto rest = planned_rest(state);
    std::println("{}", to_json(Tree::Table{{"closed", is_closed(state)},
                                           {"from", rest ? minute_text(rest->from) : ""},
                                           {"rests", is_at_rest(state, now)},
                                           {"to", rest ? minute_text(rest->to) : ""}}));
}

int show(const fs::path& state, Arguments arguments) {
    const WallTime now = SystemClock().wall();
    const bool is_json = arguments.size() == 1 && arguments[0] == "--json";
    if (!arguments.empty() && !is_json) return refuse("show", "--json or nothing", kUsage);
    if (is_json) return print_as_json(state, now), kFine;
    std::println("{}", is_closed(state)         ? "A technician has closed it."
                       : is_at_rest(state, now) ? "It rests as planned."
                                                : "It serves citizens.");
    const auto rest = planned_rest(state);
    if (rest && now < rest->to)
        std::println("It rests from {} to {}.", minute_text(rest->from), minute_text(rest->to));
    return kFine;
}

int plan(const fs::path& state, Arguments arguments) {
    if (arguments.size() == 1 && arguments[0] == "none")
        return answer("plan", plan_rest(state, std::nullopt), "Nothing is planned any more.");
    const auto from = arguments.size() == 2 ? parse_minute(arguments[0]) : std::nullopt;
    const auto to = arguments.size() == 2 ? parse_minute(arguments[1]) : std::nullopt;
    if (!from || !to)
        return refuse("plan", "two times are needed, as 2026-12-05T22:00, or none", kUsage);
    const PlannedRest rest{*from, *to};
    if (!can_be_planned(rest, SystemClock().wall()))
        return refuse(
            "plan",
            std::format("a rest ends after it begins and after now, lasts {} days at most "
                        "and begins within {} days",
                        kLongestRest.count(), kFarthestRest.count()),
            kUsage);
    return answer("plan", plan_rest(state, rest),
                  std::format("It rests from {} to {}.", arguments[0], arguments[1]));
}

}  // namespace

int service_command(std::string_view verb, Arguments arguments) {
    const fs::path state = places().state;
    if (verb == "show") return show(state, arguments);
    if (verb == "plan") return plan(state, arguments);
    if (!arguments.empty()) return refuse(verb, "nothing may follow", kUsage);
    if (verb == "close")
        return answer(verb, close_kiosk(state), "Closed; whoever stands before it may finish.");
    return answer(verb, open_kiosk(state), "Open, unless it rests as planned.");
}

}  // namespace motlan

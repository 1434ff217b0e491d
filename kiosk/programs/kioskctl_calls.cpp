// kioskctl staff calls: who waits for staff, at this kiosk and at others, for a desk without a
// kiosk's screen. Nothing in it is a citizen's.
#include <format>
#include <print>

#include "kiosk/app/help_bell.h"
#include "kiosk/care/places.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/programs/kioskctl_staff.h"

namespace motlan {
namespace {

Tree to_tree(const WaitingKiosk& waiting) {
    Tree::Table table = to_table(waiting.call);
    table.emplace("kiosk", waiting.kiosk);
    if (waiting.taken_by) table.emplace("taken_by", waiting.taken_by->value());
    return Tree(std::move(table));
}

void print(const CallList& calls, WallTime now) {
    for (const WaitingKiosk& each : calls.waiting) {
        std::println("{}\t{} min\t{}\t{}{}{}", each.kiosk, minutes_waiting(each.call, now),
                     name(each.call.step), language_code(each.call.language),
                     each.call.is_unhurried ? "\tlarge letters or voice" : "",
                     each.taken_by ? std::format("\t{} is on the way", each.taken_by->value())
                                   : std::string());
    }
    if (!calls.waiting.empty()) return;
    std::println("Nobody has called.{}",
                 calls.last ? " Last call: " + to_timestamp(*calls.last) : std::string());
}

}  // namespace

int staff_calls(Arguments arguments) {
    const bool is_json = arguments.size() == 1 && arguments[0] == "--json";
    if (!arguments.empty() && !is_json) return complain("staff calls", "--json or nothing", kUsage);
    const SystemClock clock;
    const auto calls = ask_calls({}, {.state = places().state, .link = places().link()}, clock);
    if (!calls)
        return complain("staff calls",
                        std::format("the province cannot be asked ({})", code(calls.error())),
                        kFoundWrong);
    if (!is_json) return print(*calls, clock.wall()), kFine;
    for (const WaitingKiosk& each : calls->waiting) std::println("{}", to_json(to_tree(each)));
    return kFine;
}

}  // namespace motlan

// The desk's half for test payments of technicians: 1.000 đồng that the sandbox pays by itself and
// gives back when that is wished. No dossier is ever matched to one.
#include <algorithm>
#include <cctype>
#include <format>

#include "tests/province/desk.h"
#include "tests/province/payments.h"

namespace motlan::province {
namespace {

constexpr std::int64_t kDong = 1'000;

std::string mark_of(std::string id) {
    id.resize(8);
    std::ranges::transform(
        id, id.begin(), [](unsigned char sign) { return static_cast<char>(std::toupper(sign)); });
    return id;
}

/// What has happened since it was asked about last: the bank of this stand-in is fast, but each
/// step is seen before the next is made.
void go_on(LedgerTrial& trial, PayMood mood) {
    if (trial.state == "refunding" && mood != PayMood::Unrefunded) trial.state = "refunded";
    if (trial.state == "waiting" && mood != PayMood::Uncalled) trial.state = "paid";
}

}  // namespace

Desk::Content Desk::trial_content(const std::string& kiosk, const std::string& id,
                                  bool is_refund_wished) {
    const auto dossier = tools_.ledger.look_up(id);
    const auto known = tools_.ledger.trial_of(id);
    if (!dossier || !known) return std::unexpected(Refusal::Later);
    if (*dossier) return std::unexpected(Refusal::Malformed);
    const bool is_others = *known && (*known)->kiosk != kiosk;
    if (is_others || (!*known && is_refund_wished)) return std::unexpected(Refusal::Unknown);
    const WallTime wall = tools_.clock.wall();
    LedgerTrial trial{.kiosk = kiosk,
                      .payload = vietqr(kDong, "THU " + mark_of(id)),
                      .made = std::int64_t{wall.time_since_epoch().count()},
                      .state = "waiting"};
    if (*known) {
        trial = **known;
        go_on(trial, tools_.moods.payment());
    }
    if (trial.state == "paid" && is_refund_wished) trial.state = "refunding";
    if (!tools_.ledger.store_trial(id, trial)) return std::unexpected(Refusal::Later);
    const bool is_waiting = trial.state == "waiting";
    const bool is_there = trial.state == "paid" || trial.state == "refunding";
    Tree::Table content{{"basis", ""},
                        {"code", "THU-" + mark_of(id)},
                        {"dong", kDong},
                        {"paid", is_there ? kDong : 0},
                        {"payee", kPayee},
                        {"payload", is_waiting ? trial.payload : ""},
                        {"state", is_there ? "paid" : trial.state},
                        {"test", true}};
    if (is_waiting)
        content["expires"] = rfc3339(WallTime(std::chrono::milliseconds(trial.made)) + kCodeLasts);
    return content;
}

}  // namespace motlan::province

#include "kiosk/technician/plan_turns.h"

namespace motlan {
namespace {

constexpr std::chrono::hours kUsualRest{1};

void set_rest(CareTurn& turn, const std::optional<PlannedRest>& rest) {
    turn.desk.page = CarePage::Service;
    turn.jobs.emplace_back(SetRest{rest});
}

}  // namespace

void begin_plan(CareDesk& desk) {
    const WallTime from = std::chrono::ceil<std::chrono::hours>(desk.wall);
    desk.planning = {from, from + kUsualRest};
    if (desk.rest && desk.wall < desk.rest->to) desk.planning = *desk.rest;
}

PlannedRest moved_plan(const CareDesk& desk, const PlanMoved& moved) {
    PlannedRest plan = desk.planning;
    if (!moved.is_end_only) plan.from += moved.by;
    plan.to += moved.by;
    return can_be_planned(plan, desk.wall) ? plan : desk.planning;
}

void move_plan(CareDesk& desk, const PlanMoved& moved) { desk.planning = moved_plan(desk, moved); }

void take_plan(CareTurn& turn) {
    const PlannedRest& plan = turn.desk.planning;
    if (can_be_planned(plan, turn.desk.wall)) set_rest(turn, plan);
}

void drop_plan(CareTurn& turn) { set_rest(turn, std::nullopt); }

void see_closing(CareDesk& desk, const ClosingSeen& seen) {
    desk.is_closed = seen.is_closed;
    desk.is_kept = seen.is_kept;
    desk.rest = seen.rest;
}

}  // namespace motlan

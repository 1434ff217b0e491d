#include "kiosk/technician/page_turns.h"

#include <array>
#include <utility>

#include "kiosk/technician/camera_turns.h"
#include "kiosk/technician/journal_turns.h"
#include "kiosk/technician/plan_turns.h"
#include "kiosk/technician/report_turns.h"

namespace motlan {
namespace {

constexpr auto kPages = std::to_array<std::string_view>(
    {"dashboard", "devices", "assign",  "skip",    "tests",   "test",    "camera", "touch",
     "colours",   "keys",    "network", "config",  "setting", "history", "second", "keep",
     "journal",   "search",  "export",  "service", "plan",    "clean",   "report"});
/// ux 7, T03: a cable that is pulled is told within three seconds.
constexpr std::chrono::seconds kSearchPause{2};

}  // namespace

std::string_view name(CarePage page) { return kPages.at(std::to_underlying(page)); }

void look_over(CareTurn& turn) {
    if (std::exchange(turn.desk.is_looking, true)) return;
    turn.jobs.emplace_back(LookOver{});
}

void gather(CareTurn& turn) {
    turn.desk.gathered.reset();
    turn.desk.exported = ExportStage::Gathering;
    turn.desk.fault.reset();
    turn.jobs.emplace_back(GatherDiagnostics{});
}

void open_page(CareTurn& turn, CarePage page) {
    CareDesk& desk = turn.desk;
    if (desk.page == CarePage::Camera) close_camera(turn);
    desk.page = page;
    desk.fault.reset();
    switch (page) {
        case CarePage::Dashboard:
        case CarePage::Network: return look_over(turn);
        case CarePage::Devices: turn.jobs.emplace_back(AskPrinter{}); return search_again(turn);
        case CarePage::Config: turn.jobs.emplace_back(ReadConfig{}); return;
        case CarePage::Journal: return read_lines(turn, desk.wish);
        case CarePage::Search: desk.sought = desk.wish.sought; return;
        case CarePage::Export: return gather(turn);
        case CarePage::Camera: return open_camera(turn);
        case CarePage::Plan: return begin_plan(desk);
        case CarePage::Clean: desk.wiped = desk.steady + kWiping; return;
        case CarePage::Report: return open_report(desk);
        case CarePage::Assign:
        case CarePage::Skip:
        case CarePage::Tests:
        case CarePage::Test:
        case CarePage::Touch:
        case CarePage::Colours:
        case CarePage::Keys:
        case CarePage::Setting:
        case CarePage::History:
        case CarePage::Second:
        case CarePage::Keep:
        case CarePage::Service: return;
    }
}

CarePage page_before(CarePage page) {
    constexpr std::array<std::pair<CarePage, CarePage>, 10> kBefore{
        {{CarePage::Test, CarePage::Tests},
         {CarePage::Camera, CarePage::Tests},
         {CarePage::Skip, CarePage::Tests},
         {CarePage::Search, CarePage::Journal},
         {CarePage::Plan, CarePage::Service},
         {CarePage::Clean, CarePage::Service},
         {CarePage::Assign, CarePage::Devices},
         {CarePage::Setting, CarePage::Config},
         {CarePage::History, CarePage::Config},
         {CarePage::Second, CarePage::Config}}};
    for (const auto& [shown, before] : kBefore)
        if (shown == page) return before;
    return CarePage::Dashboard;
}

void search_again(CareTurn& turn) {
    turn.desk.next_search = turn.desk.steady + kSearchPause;
    turn.jobs.emplace_back(SearchDevices{});
}

}  // namespace motlan

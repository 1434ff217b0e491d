#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

/// Each test is a page of its own.
std::string place_of(const CareDesk& desk) {
    std::string place = "care." + std::string(name(desk.page));
    if (desk.page == CarePage::Test) place += "." + std::string(name(desk.work.shown));
    if (desk.page == CarePage::Setting) place += "." + desk.change.path;
    if (desk.page == CarePage::Assign) place += "." + std::string(name(desk.role));
    return place;
}

/// What is alone on the screen, without header and bar.
bool is_alone(CarePage page) { return is_trial(page) || page == CarePage::Clean; }

std::optional<CareEvent> draw_page(Ui& ui, const CareDesk& desk) {
    switch (desk.page) {
        case CarePage::Dashboard: return draw_dashboard(ui, desk);
        case CarePage::Devices: return draw_devices(ui, desk);
        case CarePage::Assign: return draw_assign(ui, desk);
        case CarePage::Skip: return draw_skip(ui, desk);
        case CarePage::Tests: return draw_tests(ui, desk);
        case CarePage::Test: return draw_test(ui, desk);
        case CarePage::Camera: return draw_camera(ui, desk);
        case CarePage::Touch: return draw_touch_trial(ui, desk);
        case CarePage::Colours: return draw_colour_trial(ui, desk), std::nullopt;
        case CarePage::Keys: return draw_key_trial(ui, desk), std::nullopt;
        case CarePage::Network: return draw_network(ui, desk);
        case CarePage::Config: return draw_config(ui, desk);
        case CarePage::Setting: return draw_setting(ui, desk);
        case CarePage::History: return draw_history(ui, desk);
        case CarePage::Second: return draw_second(ui, desk);
        case CarePage::Keep: return draw_keep(ui, desk);
        case CarePage::Journal: return draw_journal(ui, desk);
        case CarePage::Search: return draw_search(ui, desk);
        case CarePage::Export: return draw_export(ui, desk);
        case CarePage::Service: return draw_service(ui, desk);
        case CarePage::Plan: return draw_plan(ui, desk);
        case CarePage::Clean: return draw_wiping(ui, desk), std::nullopt;
        case CarePage::Report: return draw_report(ui, desk);
    }
    return std::nullopt;
}

}  // namespace

std::optional<CareEvent> draw_care(Ui& ui, const CareDesk& desk) {
    ui.dress(desk.comfort);
    ui.enter(place_of(desk));
    ui.paint().fill(ui.area(), ui.colours().background);
    if (is_alone(desk.page)) return draw_page(ui, desk);
    const Zones zones = zones_of(ui);
    ui.set_moving({zones.display.joined(zones.content).inset(-ui.dp(32), -ui.dp(8)), desk.comfort});
    std::optional<CareEvent> event = draw_page(ui, desk);
    for (const std::string_view action : {"action.back", "action.next"})
        ui.tree().read_last(action);
    if (auto wish = draw_care_bar(ui, desk)) event = std::move(wish);
    draw_care_edge(ui);
    return event;
}

}  // namespace motlan

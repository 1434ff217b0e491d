#include <algorithm>
#include <format>

#include "kiosk/care/device_words.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/role_turns.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

constexpr std::string_view kAssign = "assign.";
constexpr std::string_view kTry = "try.";

std::optional<CareEvent> event_of(const std::optional<std::string>& chosen) {
    if (!chosen) return std::nullopt;
    for (const DeviceRole role : all_device_roles()) {
        if (*chosen == std::string(kAssign) + std::string(name(role))) return RoleOpened{role};
        const auto test = test_of(role);
        if (test && *chosen == std::string(kTry) + std::string(name(role)))
            return TestsWished{{*test}};
    }
    return std::nullopt;
}

/// A device that is configured, and how it is now.
ListRow role_row(const Ui& ui, const CareDesk& desk, DeviceRole role, const std::string& driver) {
    ListRow row{.id = "role." + std::string(name(role)),
                .label = role_words(ui, role),
                .value = plain(driver)};
    row.actions = {
        {std::string(kAssign) + std::string(name(role)), ui.text(Text::CareDevicesAssign)}};
    if (driver == "none") {
        row.value = plain(ui.text(Text::CareDevicesUnused).shown);
        return row;
    }
    if (test_of(role))
        row.actions.push_back(
            {std::string(kTry) + std::string(name(role)), ui.text(Text::CareDevicesTry)});
    const auto& troubles = desk.devices->troubles;
    const auto trouble = std::ranges::find(troubles, role, &DeviceTrouble::device);
    const bool is_well = trouble == troubles.end();
    const bool is_low = !is_well && trouble->fault == Fault::PrinterPaperLow;
    row.tone = is_well ? Tone::Ok : is_low ? Tone::Warn : Tone::Error;
    row.badge = is_well ? ui.text(Text::CareDevicesReady) : remedy_words(ui, trouble->fault);
    return row;
}

std::vector<ListRow> role_rows(const Ui& ui, const CareDesk& desk) {
    std::vector<ListRow> rows{
        {.is_header = true, .id = "care.devices.roles", .label = ui.text(Text::CareDevicesRoles)}};
    for (const auto& [role, driver] : desk.machine.drivers)
        rows.push_back(role_row(ui, desk, role, driver));
    return rows;
}

/// What is plugged in, and the printer that is only named.
std::vector<FoundDevice> all_found(const CareDesk& desk) {
    std::vector<FoundDevice> found = desk.devices->found;
    if (desk.network_printer) found.push_back(*desk.network_printer);
    return found;
}

std::vector<ListRow> found_rows(const Ui& ui, const std::vector<FoundDevice>& found) {
    std::vector<ListRow> rows{
        {.is_header = true, .id = "care.devices.found", .label = ui.text(Text::CareDevicesFound)}};
    for (std::size_t n = 0; n < found.size(); ++n)
        rows.push_back({.id = std::format("found.{}", n),
                        .label = kind_words(found[n].kind, ui.language()),
                        .value = identity_words(found[n], ui.language()),
                        .badge = plain(found[n].where.string())});
    for (int kind = 0; kind < kDeviceKinds; ++kind) {
        const auto missing = static_cast<DeviceKind>(kind);
        if (std::ranges::contains(found, missing, &FoundDevice::kind)) continue;
        rows.push_back({.id = std::format("missing.{}", kind),
                        .label = kind_words(missing, ui.language()),
                        .value = plain(ui.text(Text::CareDevicesNone).shown)});
    }
    return rows;
}

}  // namespace

std::optional<CareEvent> draw_devices(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(
        ui, desk, {.title = ui.text(Text::CareDevicesTitle), .next = ui.text(Text::CareMenuTests)});
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    if (!desk.devices) {
        pieces.notice(
            {.id = "care.looking", .title = ui.text(Text::CareHomeLooking), .icon = Icon::Clock});
    } else {
        const std::vector<FoundDevice> found = all_found(desk);
        if (found.empty()) {
            pieces.notice({.id = "care.nothing",
                           .tone = Tone::Warn,
                           .words = ui.text(Text::CareDevicesNothing)});
            pieces.skip(ui.dp(20));
        }
        add_rows(ui, pieces, role_rows(ui, desk), chosen);
        add_rows(ui, pieces, found_rows(ui, found), chosen);
    }
    pieces.draw(frame.content, "care.devices");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return CarePageWished{CarePage::Tests};
    return event_of(chosen);
}

}  // namespace motlan

#include "kiosk/technician/camera_turns.h"

#include <algorithm>
#include <format>

#include "kiosk/care/settings_text.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/technician/config_turns.h"

namespace motlan {
namespace {

std::string path_of(CameraControl control) {
    return std::format("{}.{}", name(DeviceRole::CardCamera), name(control));
}

/// What this kiosk sets at every start; nothing: it leaves that to the camera.
std::optional<int> saved_value(const CareDesk& desk, CameraControl control) {
    const auto text = setting_in(desk.change.former, path_of(control));
    const auto number = text ? whole_number(*text) : std::nullopt;
    return number.transform([](std::int64_t value) { return static_cast<int>(value); });
}

/// Shown at once, before the camera has answered.
void set(CareTurn& turn, ControlRange& range, std::optional<int> value) {
    if (value) value = std::clamp(*value, range.least, range.most);
    if (range.value == value) return;
    range.value = value;
    turn.jobs.emplace_back(SetControl{{range.control, value}});
}

}  // namespace

void open_camera(CareTurn& turn) {
    turn.desk.camera = {};
    turn.jobs.emplace_back(WatchCamera{});
}

void close_camera(CareTurn& turn) {
    turn.desk.camera = {};
    turn.jobs.emplace_back(WatchCamera{false});
}

void wish_control(CareTurn& turn, const ControlWished& wished) {
    auto& now = turn.desk.camera.now;
    if (!now) return;
    const auto found =
        std::ranges::find(now->controls, wished.wish.control, &ControlRange::control);
    if (found != now->controls.end()) set(turn, *found, wished.wish.value);
}

void wish_controls(CareTurn& turn, const ControlsWished& wished) {
    CareDesk& desk = turn.desk;
    if (!desk.camera.now) return;
    for (ControlRange& range : desk.camera.now->controls)
        set(turn, range, wished.is_as_made ? std::nullopt : saved_value(desk, range.control));
}

void save_camera(CareTurn& turn) {
    if (!turn.desk.camera.now || turn.desk.camera.now->controls.empty()) return;
    std::vector<std::pair<std::string, std::string>> values;
    for (const ControlRange& range : turn.desk.camera.now->controls)
        values.emplace_back(path_of(range.control),
                            range.value ? std::to_string(*range.value) : std::string());
    close_camera(turn);
    put_into_draft(turn, values);
}

void view_camera(CareTurn& turn, const CameraViewed& viewed) {
    CareDesk& desk = turn.desk;
    if (desk.page != CarePage::Camera) return;
    if (!desk.camera.before) desk.camera.before = viewed.view;
    desk.camera.now = viewed.view;
    desk.camera.fault.reset();
}

void lose_camera(CareTurn& turn, const CameraLost& lost) {
    if (turn.desk.page == CarePage::Camera) turn.desk.camera = {.fault = lost.fault};
}

}  // namespace motlan

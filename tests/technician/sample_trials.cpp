#include "tests/technician/sample_trials.h"

#include <chrono>
#include <format>

namespace motlan::testing {

using namespace std::chrono_literals;

void add_trials(std::vector<CareSample>& all, CareDesk desk) {
    all.push_back({"care.touch.begun", desk});
    for (std::size_t n = 0; n < 12; ++n) {
        TouchTry touch = touch_point(desk.machine, n);
        touch.touched_x = touch.wanted_x;
        touch.touched_y = touch.wanted_y;
        desk.trial.touches.push_back(touch);
    }
    all.push_back({"care.touch.middle", desk});
    for (const std::size_t seen : {std::size_t{0}, std::size_t{1}, kScreenFields - 1}) {
        desk.page = CarePage::Colours;
        desk.trial.fields = seen;
        all.push_back({std::format("care.colours.{}", seen), desk});
    }
    desk.page = CarePage::Keys;
    desk.trial.keys = {"up", "choose"};
    all.push_back({"care.keys", desk});
    desk.page = CarePage::Clean;
    desk.wiped = desk.steady + 42s;
    all.push_back({"care.clean", desk});
}

}  // namespace motlan::testing

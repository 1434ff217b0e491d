#include "tests/technician/sample_camera.h"

namespace motlan::testing {
namespace {

CameraView camera_view(std::uint8_t level, std::optional<int> gain) {
    Image image(640, 360, PixelFormat::Rgba);
    for (std::size_t n = 0; n < image.pixels.size(); ++n)
        image.pixels[n] = static_cast<std::uint8_t>(n / 4 % 40 < 20 ? level : level / 2);
    CameraView view;
    view.figures = figures_of(image);
    view.figures.glare_map.cells[20] = view.figures.glare_map.cells[21] = true;
    view.picture = std::make_shared<const Image>(std::move(image));
    view.controls = {{.control = CameraControl::Exposure,
                      .least = 300,
                      .most = 204'700,
                      .step = 100,
                      .usual = 15'600},
                     {.control = CameraControl::Gain, .most = 255, .usual = 64, .value = gain},
                     {.control = CameraControl::Brightness, .least = -64, .most = 64},
                     {.control = CameraControl::Focus, .most = 250, .step = 5, .value = 120}};
    return view;
}

}  // namespace

void add_camera(std::vector<CareSample>& all, CareDesk desk) {
    all.push_back({"care.camera.opening", desk});
    desk.camera.before = camera_view(90, {});
    desk.camera.now = camera_view(210, 255);
    all.push_back({"care.camera", desk});
    desk.camera.now->read_rate = 98;
    desk.camera.now->pixels_per_mm = 12.4;
    all.push_back({"care.camera.held", desk});
    desk.camera.now->controls.clear();
    all.push_back({"care.camera.bare", desk});
    desk.camera = {.fault = Fault::CameraUnavailable};
    all.push_back({"care.camera.lost", desk});
}

}  // namespace motlan::testing

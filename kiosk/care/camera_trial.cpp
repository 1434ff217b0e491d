#include "kiosk/care/camera_trial.h"

#include <utility>

#include "kiosk/care/test_code.h"

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kWait{200};

}  // namespace

RunningCamera::RunningCamera(const CameraTrial& trial)
    : trial_(trial), started_(trial.camera.start()) {}

RunningCamera::~RunningCamera() { trial_.camera.stop(); }

Result<std::optional<CardSighting>> RunningCamera::next() const {
    const auto picture = trial_.camera.newest(kWait);
    if (!picture) return fail(picture.error());
    if (!*picture) return std::nullopt;
    auto sighting = trial_.look(**picture);
    if (!sighting) return std::nullopt;
    return *std::move(sighting);
}

std::optional<double> pixels_per_mm(const CodeSighting& code) {
    const auto slip = code.payload ? parse_test_code(*code.payload) : std::nullopt;
    if (!slip || slip->width_mm <= 0) return std::nullopt;
    return code.side / slip->width_mm;
}

}  // namespace motlan

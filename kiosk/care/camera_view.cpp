#include "kiosk/care/camera_view.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

#include "kiosk/device/adjustable_camera.h"

namespace motlan {
namespace {

constexpr double kPercent = 100;

/// What the last pictures showed of a code.
class Readings {
public:
    void add(const CardSighting& sighting) {
        const bool is_held = sighting.code.payload || sighting.code.hint != CardHint::NoCard;
        if (!is_held) return;
        read_.push_back(sighting.code.payload.has_value());
        if (std::cmp_greater(read_.size(), kTrialPictures)) read_.pop_front();
    }
    [[nodiscard]] std::optional<double> rate() const {
        if (read_.empty()) return std::nullopt;
        const auto count = std::ranges::count(read_, true);
        return kPercent * static_cast<double>(count) / static_cast<double>(read_.size());
    }

private:
    std::deque<bool> read_;
};

}  // namespace

void CameraWishes::add(const ControlWish& wish) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(wishes_, [&](const ControlWish& one) { return one.control == wish.control; });
    wishes_.push_back(wish);
}

void CameraWishes::end() {
    const std::scoped_lock lock(mutex_);
    is_over_ = true;
}

std::vector<ControlWish> CameraWishes::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(wishes_, {});
}

bool CameraWishes::is_over() const {
    const std::scoped_lock lock(mutex_);
    return is_over_;
}

Result<void> watch_camera(const CameraTrial& trial, CameraWishes& wishes,
                          const std::function<void(CameraView)>& tell) {
    const RunningCamera running(trial);
    if (!running.started()) return fail(running.started().error());
    AdjustableCamera* const knobs = adjustable(trial.camera);
    Readings readings;
    // Asking a camera for all it has takes as long as a picture; only a wish changes it.
    auto controls = knobs != nullptr ? knobs->controls() : std::vector<ControlRange>();
    while (!wishes.is_over()) {
        const auto wished = wishes.take();
        for (const ControlWish& wish : wished)
            if (knobs != nullptr) knobs->set_control(wish);
        if (knobs != nullptr && !wished.empty()) controls = knobs->controls();
        auto sighting = running.next();
        if (!sighting) return fail(sighting.error());
        if (!*sighting) continue;
        readings.add(**sighting);
        CameraView view;
        view.figures = figures_of((*sighting)->preview);
        view.read_rate = readings.rate();
        view.pixels_per_mm = pixels_per_mm((*sighting)->code);
        view.controls = controls;
        view.picture = std::make_shared<const Image>(std::move((*sighting)->preview));
        tell(std::move(view));
    }
    return {};
}

}  // namespace motlan

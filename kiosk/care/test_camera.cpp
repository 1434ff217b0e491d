#include "kiosk/care/test_camera.h"

#include <algorithm>

#include "kiosk/care/camera_figures.h"

namespace motlan {
namespace {

// What the decoder was measured with (capture design); fewer pictures make people wait.
constexpr double kLeastPictures = 5;
constexpr double kDark = 40;
constexpr double kBright = 220;
constexpr double kMostGlare = 5;
constexpr double kPercent = 100;

/// What was seen from the first code on.
struct Seen {
    int pictures = 0;
    int read = 0;
    double pixels_per_mm = 0;  ///< 0 without a test slip
    double brightness = 0;
    double glare = 0;
    double focus = 0;
    std::chrono::steady_clock::duration spent{};
};

/// The first picture with a code that was read; nothing when the time is over.
Result<std::optional<CardSighting>> first_code(const RunningCamera& running,
                                               const CameraTrial& trial) {
    const auto end = trial.clock.steady() + trial.patience;
    while (trial.clock.steady() < end) {
        auto sighting = running.next();
        if (!sighting) return fail(sighting.error());
        if (*sighting && (*sighting)->code.payload) return sighting;
    }
    return std::nullopt;
}

void add(Seen& seen, const CardSighting& sighting) {
    ++seen.pictures;
    const PictureFigures figures = figures_of(sighting.preview);
    seen.brightness += figures.brightness;
    seen.glare = std::max(seen.glare, figures.glare);
    seen.focus = std::max(seen.focus, figures.focus);
    seen.read += sighting.code.payload ? 1 : 0;
    seen.pixels_per_mm = std::max(seen.pixels_per_mm, pixels_per_mm(sighting.code).value_or(0));
}

std::vector<Figure> figures_of(const Seen& seen) {
    const auto pictures = static_cast<double>(std::max(seen.pictures, 1));
    const std::chrono::duration<double> seconds = seen.spent;
    std::vector<Figure> figures{
        {.name = "read_rate", .value = kPercent * seen.read / pictures, .least = kLeastReadRate},
        {.name = "pictures",
         .value = seconds.count() > 0 ? pictures / seconds.count() : pictures,
         .least = kLeastPictures},
        {.name = "brightness",
         .value = seen.brightness / pictures,
         .least = kDark,
         .most = kBright},
        {.name = "glare", .value = seen.glare, .most = kMostGlare},
        {.name = "focus", .value = seen.focus}};
    if (seen.pixels_per_mm > 0)
        figures.push_back(
            {.name = "pixels_per_mm", .value = seen.pixels_per_mm, .least = kLeastPixelsPerMm});
    return figures;
}

/// From the first code on, picture by picture.
Result<Seen> watch(const RunningCamera& running, const CameraTrial& trial,
                   const CardSighting& first) {
    Seen seen;
    add(seen, first);
    const auto start = trial.clock.steady();
    const auto end = start + trial.patience;
    while (seen.pictures < trial.pictures && trial.clock.steady() < end) {
        const auto sighting = running.next();
        if (!sighting) return fail(sighting.error());
        if (*sighting) add(seen, **sighting);
    }
    seen.spent = trial.clock.steady() - start;
    return seen;
}

}  // namespace

TestResult test_camera(const CameraTrial& trial) {
    const RunningCamera running(trial);
    if (!running.started()) return failed_by(DeviceTest::Camera, running.started().error());
    const auto first = first_code(running, trial);
    if (!first) return failed_by(DeviceTest::Camera, first.error());
    if (!*first) return not_tested(DeviceTest::Camera, TestReason::NothingShown);
    const auto seen = watch(running, trial, **first);
    if (!seen) return failed_by(DeviceTest::Camera, seen.error());
    return judged(DeviceTest::Camera, figures_of(*seen));
}

Result<std::optional<Bytes>> read_next_code(const CameraTrial& trial) {
    const RunningCamera running(trial);
    if (!running.started()) return fail(running.started().error());
    const auto first = first_code(running, trial);
    if (!first) return fail(first.error());
    if (!*first) return std::nullopt;
    return (*first)->code.payload;
}

}  // namespace motlan

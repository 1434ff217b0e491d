#include "kiosk/care/test_camera.h"

#include <algorithm>
#include <cstdint>

#include "kiosk/care/test_code.h"

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kWait{200};
// ux 7, T04.
constexpr double kLeastReadRate = 95;
constexpr double kLeastPixelsPerMm = 16;
// What the decoder was measured with (capture design); fewer pictures make people wait.
constexpr double kLeastPictures = 5;
constexpr double kDark = 40;
constexpr double kBright = 220;
constexpr double kMostGlare = 5;
constexpr int kDazzled = 250;
constexpr double kPercent = 100;

/// What was seen from the first code on.
struct Seen {
    int pictures = 0;
    int read = 0;
    double pixels_per_mm = 0;  ///< 0 without a test slip
    double brightness = 0;
    double glare = 0;
    std::chrono::steady_clock::duration spent{};
};

struct Light {
    double brightness = 0;  ///< mean, 0 to 255
    double glare = 0;       ///< percent of the picture
};

Light light_of(const Image& picture) {
    std::int64_t sum = 0;
    std::int64_t dazzled = 0;
    std::int64_t count = 0;
    const std::size_t step = bytes_per_pixel(picture.format);
    const std::size_t green = step > 1 ? 1 : 0;
    for (std::size_t at = green; at < picture.pixels.size(); at += step) {
        sum += picture.pixels[at];
        dazzled += picture.pixels[at] >= kDazzled ? 1 : 0;
        ++count;
    }
    if (count == 0) return {};
    const auto all = static_cast<double>(count);
    return {static_cast<double>(sum) / all, kPercent * static_cast<double>(dazzled) / all};
}

/// The camera while it takes pictures.
class Running {
public:
    explicit Running(const CameraTrial& trial) : trial_(trial), started_(trial.camera.start()) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() { trial_.camera.stop(); }

    [[nodiscard]] const Result<void>& started() const { return started_; }

    /// The next picture as a visit sees it; nothing when none came or it cannot be understood.
    [[nodiscard]] Result<std::optional<CardSighting>> next() const {
        const auto picture = trial_.camera.newest(kWait);
        if (!picture) return fail(picture.error());
        if (!*picture) return std::nullopt;
        auto sighting = trial_.look(**picture);
        if (!sighting) return std::nullopt;
        return *std::move(sighting);
    }

private:
    const CameraTrial& trial_;
    Result<void> started_;
};

/// The first picture with a code that was read; nothing when the time is over.
Result<std::optional<CardSighting>> first_code(const Running& running, const CameraTrial& trial) {
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
    const Light light = light_of(sighting.preview);
    seen.brightness += light.brightness;
    seen.glare = std::max(seen.glare, light.glare);
    if (!sighting.code.payload) return;
    ++seen.read;
    const auto slip = parse_test_code(*sighting.code.payload);
    if (slip && slip->width_mm > 0)
        seen.pixels_per_mm = std::max(seen.pixels_per_mm, sighting.code.side / slip->width_mm);
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
        {.name = "glare", .value = seen.glare, .most = kMostGlare}};
    if (seen.pixels_per_mm > 0)
        figures.push_back(
            {.name = "pixels_per_mm", .value = seen.pixels_per_mm, .least = kLeastPixelsPerMm});
    return figures;
}

/// From the first code on, picture by picture.
Result<Seen> watch(const Running& running, const CameraTrial& trial, const CardSighting& first) {
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
    const Running running(trial);
    if (!running.started()) return failed_by(DeviceTest::Camera, running.started().error());
    const auto first = first_code(running, trial);
    if (!first) return failed_by(DeviceTest::Camera, first.error());
    if (!*first) return not_tested(DeviceTest::Camera, TestReason::NothingShown);
    const auto seen = watch(running, trial, **first);
    if (!seen) return failed_by(DeviceTest::Camera, seen.error());
    return judged(DeviceTest::Camera, figures_of(*seen));
}

Result<std::optional<Bytes>> read_next_code(const CameraTrial& trial) {
    const Running running(trial);
    if (!running.started()) return fail(running.started().error());
    const auto first = first_code(running, trial);
    if (!first) return fail(first.error());
    if (!*first) return std::nullopt;
    return (*first)->code.payload;
}

}  // namespace motlan

#include "kiosk/care/test_sound.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

namespace motlan {
namespace {

// Of the loudest that there is; a sentence below that is not heard in a hall.
constexpr double kLeastLoudness = 10;
constexpr double kPercent = 100;
constexpr double kLoudest = 32'768;

/// The loudest sample, percent.
double loudness_of(const Bytes& samples) {
    int most = 0;
    for (std::size_t at = 0; at + 1 < samples.size(); at += 2) {
        const auto sample =
            static_cast<std::int16_t>(samples[at] | static_cast<unsigned>(samples[at + 1]) << 8U);
        most = std::max(most, std::abs(static_cast<int>(sample)));
    }
    return kPercent * most / kLoudest;
}

}  // namespace

TestResult test_sound(const SoundTrial& trial) {
    if (!trial.is_configured) return not_tested(DeviceTest::Sound, TestReason::NotConfigured);
    const Bytes samples = trial.speak();
    if (samples.empty()) return failed_by(DeviceTest::Sound, Fault::SpeechUnavailable);
    if (const auto played = trial.play(samples); !played)
        return failed_by(DeviceTest::Sound, played.error());
    return judged(DeviceTest::Sound,
                  {{.name = "loudness", .value = loudness_of(samples), .least = kLeastLoudness}});
}

TestResult judge_sides(const TestResult& sound, HeardSide left, HeardSide right) {
    const std::array<std::pair<HeardSide, HeardSide>, 2> sides{
        {{left, HeardSide::Left}, {right, HeardSide::Right}}};
    int apart = 0;
    int wrong = 0;
    for (const auto& [heard, played] : sides) {
        if (heard == played) ++apart;
        if (heard != played && heard != HeardSide::Both) ++wrong;
    }
    std::vector<Figure> figures = sound.figures;
    figures.push_back({.name = "sides", .value = static_cast<double>(apart)});
    figures.push_back({.name = "wrong_sides", .value = static_cast<double>(wrong), .most = 0});
    TestResult result = judged(DeviceTest::Sound, std::move(figures));
    result.at = sound.at;
    return result;
}

}  // namespace motlan

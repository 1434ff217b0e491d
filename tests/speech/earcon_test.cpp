// Two sounds that are told apart by anybody and hurt nobody.
#include "kiosk/speech/earcon.h"

#include <algorithm>
#include <cstdlib>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/speech/clip.h"

namespace motlan {
namespace {

std::vector<int> samples_of(Earcon which) {
    const Bytes bytes = earcon(which);
    std::vector<int> samples;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        samples.push_back(static_cast<std::int16_t>(bytes[i] | bytes[i + 1] << 8));
    return samples;
}

/// How often the wave comes up through silence within a part of it.
int waves(const std::vector<int>& samples, std::size_t from, std::size_t end) {
    int count = 0;
    for (std::size_t i = from + 1; i < end; ++i) count += samples[i - 1] < 0 && samples[i] >= 0;
    return count;
}

/// Waves a second near the beginning and near the end.
struct Pitch {
    int first;
    int last;
};
Pitch pitch_of(Earcon which) {
    const auto samples = samples_of(which);
    constexpr std::size_t kPart = kClipRate / 20;
    return {20 * waves(samples, 0, kPart),
            20 * waves(samples, samples.size() - 2 * kPart, samples.size() - kPart)};
}

}  // namespace

TEST_CASE("a card that was read rises, what was refused falls and is lower", "[speech]") {
    const Pitch read = pitch_of(Earcon::CardRead);
    const Pitch refused = pitch_of(Earcon::Refused);

    CHECK(read.last > read.first);
    CHECK(refused.last < refused.first);
    CHECK(refused.first < read.first);
}

TEST_CASE("the closer a card, the higher its note", "[speech]") {
    CHECK(pitch_of(Earcon::Far).first < pitch_of(Earcon::Closer).first);
    CHECK(pitch_of(Earcon::Closer).first < pitch_of(Earcon::Near).first);
    CHECK(samples_of(Earcon::Near).size() < kClipRate / 10);
    CHECK(is_guiding(Earcon::Far));
    CHECK_FALSE(is_guiding(Earcon::Refused));
}

TEST_CASE("a sound is short and soft, and begins and ends without a click", "[speech]") {
    for (const Earcon which : {Earcon::CardRead, Earcon::Refused}) {
        const auto samples = samples_of(which);
        CHECK(samples.size() > kClipRate / 5);
        CHECK(samples.size() < kClipRate * 3 / 10);

        const auto louder = [](int one, int other) { return std::abs(one) < std::abs(other); };
        const int loudest = std::abs(*std::ranges::max_element(samples, louder));
        CHECK(loudest > 2'000);
        CHECK(loudest <= 4'096);

        int before = 0;
        for (const int sample : samples) {
            CHECK(std::abs(sample - before) < 1'100);
            before = sample;
        }
        CHECK(std::abs(samples.front()) < 10);
        CHECK(std::abs(samples.back()) < 10);
    }
}

TEST_CASE("a sound is the same every time", "[speech]") {
    CHECK(earcon(Earcon::CardRead) == earcon(Earcon::CardRead));
    CHECK(earcon(Earcon::CardRead) != earcon(Earcon::Refused));
}

}  // namespace motlan

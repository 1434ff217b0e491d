#include "kiosk/app/loudspeaker.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "kiosk/speech/clip.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kLongest{20};
constexpr std::chrono::milliseconds kGlance{20};
constexpr int kChannels = 2;
constexpr std::size_t kSampleBytes = 2;

/// SDL's sound while it is needed.
class Device {
public:
    Device() {
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return;
        has_sound_ = true;
        SDL_AudioSpec wished{};
        wished.freq = kClipRate;
        wished.format = AUDIO_S16LSB;
        wished.channels = kChannels;
        wished.samples = 1024;
        number_ = SDL_OpenAudioDevice(nullptr, 0, &wished, nullptr, 0);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    ~Device() {
        if (number_ != 0) SDL_CloseAudioDevice(number_);
        if (has_sound_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    [[nodiscard]] SDL_AudioDeviceID number() const { return number_; }

private:
    bool has_sound_ = false;
    SDL_AudioDeviceID number_ = 0;
};

}  // namespace

Bytes two_channels(const Bytes& samples, SoundSide side) {
    Bytes both(samples.size() / kSampleBytes * kSampleBytes * kChannels);
    for (std::size_t at = 0; at + 1 < samples.size(); at += kSampleBytes) {
        for (std::size_t byte = 0; byte < kSampleBytes; ++byte) {
            const std::size_t left = at * kChannels + byte;
            if (side != SoundSide::Right) both[left] = samples[at + byte];
            if (side != SoundSide::Left) both[left + kSampleBytes] = samples[at + byte];
        }
    }
    return both;
}

Result<void> play_aloud(const Bytes& mono, SoundSide side) {
    const Bytes samples = two_channels(mono, side);
    const Device device;
    if (device.number() == 0) return fail(Fault::SpeechUnavailable);
    const auto most = std::min<std::size_t>(
        samples.size(), kSampleBytes * kChannels * kClipRate * kLongest.count());
    if (SDL_QueueAudio(device.number(), samples.data(), static_cast<Uint32>(most)) != 0)
        return fail(Fault::SpeechUnavailable);
    SDL_PauseAudioDevice(device.number(), 0);
    const auto end = std::chrono::steady_clock::now() + kLongest + std::chrono::seconds(1);
    while (SDL_GetQueuedAudioSize(device.number()) > 0) {
        if (std::chrono::steady_clock::now() > end) return fail(Fault::SpeechUnavailable);
        std::this_thread::sleep_for(kGlance);
    }
    return {};
}

}  // namespace motlan

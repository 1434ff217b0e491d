#include "kiosk/app/voice.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/file.h"
#include "kiosk/core/log.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/speech/clip.h"

namespace motlan {
namespace {

constexpr std::size_t kHeader = 44;
constexpr std::size_t kClipName = 32;
constexpr std::size_t kMostBytes = std::size_t{2} * kClipRate * 60;

struct Pipe {
    Descriptor out;
    Descriptor in;
};

std::optional<Pipe> make_pipe() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Starts espeak-ng on the two pipes with nothing of our environment.
std::optional<pid_t> start(int words_in, int sound_out, Language language, int words_per_minute) {
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, words_in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, sound_out, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<std::string> words{"espeak-ng",
                                   "-v",
                                   std::string(language_code(language)),
                                   "-s",
                                   std::to_string(words_per_minute),
                                   "-b",
                                   "1",
                                   "--stdin",
                                   "--stdout"};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    char* no_environment = nullptr;
    pid_t number = -1;
    const int failed = ::posix_spawn(&number, "/usr/bin/espeak-ng", &actions, nullptr,
                                     arguments.data(), &no_environment);
    ::posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? std::optional(number) : std::nullopt;
}

/// A sentence is shorter than a socket holds, so this never waits for the reader.
bool write_all(int to, std::string_view words) {
    while (!words.empty()) {
        const auto written = ::send(to, words.data(), words.size(), MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        words.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Bytes read_sound(int from) {
    Bytes sound;
    std::array<std::uint8_t, 16'384> piece{};
    while (sound.size() < kHeader + kMostBytes) {
        const auto read = ::read(from, piece.data(), piece.size());
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) break;
        sound.insert(sound.end(), piece.begin(), piece.begin() + read);
    }
    return sound;
}

/// The clip of that sentence where the pack has a sound one.
std::optional<Bytes> recorded(const std::string& sentence, Language language,
                              const std::filesystem::path& folder) {
    if (folder.empty()) return std::nullopt;
    const auto file = read_file(clip_file(folder, sentence, language), kClipLimit);
    if (!file) return std::nullopt;
    auto samples = parse_clip(*file);
    return samples ? std::optional(*std::move(samples)) : std::nullopt;
}

}  // namespace

Bytes synthesize(const std::string& words, Language language, int words_per_minute) {
    auto to = make_pipe();
    auto from = make_pipe();
    if (!to || !from) return {};
    const auto child = start(to->out.number(), from->in.number(), language, words_per_minute);
    if (!child) return {};
    to->out = Descriptor();
    from->in = Descriptor();
    const bool is_told = write_all(to->in.number(), words);
    to->in = Descriptor();
    Bytes sound = read_sound(from->out.number());
    from->out = Descriptor();
    int status = 0;
    while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!is_told || sound.size() <= kHeader) return {};
    sound.erase(sound.begin(), sound.begin() + kHeader);
    return sound;
}

std::filesystem::path clip_file(const std::filesystem::path& folder, std::string_view sentence,
                                Language language) {
    const std::string name = sha256(as_bytes(sentence)).substr(0, kClipName);
    return folder / language_code(language) / (name + ".wav");
}

Bytes voiced(const std::string& words, const VoiceManner& manner, const VoiceSettings& settings) {
    const int speed = settings.words_per_minute * manner.rate / 100;
    Bytes sound;
    std::string unrecorded;
    const auto synthesize_rest = [&] {
        if (unrecorded.empty()) return;
        const Bytes made = synthesize(std::exchange(unrecorded, {}), manner.language, speed);
        sound.insert(sound.end(), made.begin(), made.end());
    };
    for (const std::string& sentence : sentences_of(words)) {
        const auto clip = recorded(sentence, manner.language, settings.clips);
        if (!clip) {
            unrecorded += (unrecorded.empty() ? "" : " ") + sentence;
            continue;
        }
        synthesize_rest();
        sound.insert(sound.end(), clip->begin(), clip->end());
    }
    synthesize_rest();
    set_loudness(sound, manner.volume);
    return sound;
}

Bytes sounded(Earcon sound, const VoiceManner& manner) {
    Bytes samples = earcon(sound);
    set_loudness(samples, manner.volume);
    return samples;
}

Voice::~Voice() { hush(); }

Earshot Voice::earshot() const {
    return jack_ && jack_() ? Earshot::Headphones : settings_.earshot;
}

bool Voice::open() {
    if (device_ != 0 || is_missing_) return device_ != 0;
    SDL_AudioSpec wished{};
    wished.freq = kClipRate;
    wished.format = AUDIO_S16LSB;
    wished.channels = 1;
    wished.samples = 1024;
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wished, nullptr, 0);
        if (device_ == 0) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    is_missing_ = device_ == 0;
    if (is_missing_) log(LogEvent::DeviceLost, {{"device", Word("voice")}});
    if (device_ != 0) SDL_PauseAudioDevice(device_, 0);
    return device_ != 0;
}

void Voice::say(Utterance utterance, const VoiceManner& manner) {
    const bool only_guides =
        utterance.words.empty() && utterance.sound && is_guiding(*utterance.sound);
    if (only_guides && is_speaking()) return;
    interrupt();
    if (!open()) return;
    if (utterance.sound) {
        const Bytes sound = sounded(*utterance.sound, manner);
        const std::scoped_lock lock(mutex_);
        SDL_QueueAudio(device_, sound.data(), static_cast<Uint32>(sound.size()));
    }
    if (utterance.words.empty()) return;
    // Shared by the copies of a job: it is over when the last is gone, done or dropped.
    const std::shared_ptr<void> end(nullptr, [this](void*) { --coming_; });
    ++coming_;
    worker_.add([this, end, words = std::move(utterance.words), manner,
                 device = device_](const std::stop_token& stop) {
        const Bytes sound = voiced(words, manner, settings_);
        const std::scoped_lock lock(mutex_);
        if (sound.empty() || stop.stop_requested()) return;
        SDL_QueueAudio(device, sound.data(), static_cast<Uint32>(sound.size()));
    });
}

bool Voice::is_speaking() const {
    return device_ != 0 && (coming_ > 0 || SDL_GetQueuedAudioSize(device_) > 0);
}

void Voice::interrupt() {
    worker_.stop_jobs();
    const std::scoped_lock lock(mutex_);
    if (device_ != 0) SDL_ClearQueuedAudio(device_);
}

void Voice::hush() {
    interrupt();
    if (device_ == 0) return;
    SDL_CloseAudioDevice(std::exchange(device_, 0));
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

}  // namespace motlan

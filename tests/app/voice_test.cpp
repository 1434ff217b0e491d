// What is heard: recorded sentences where the pack has them, the speech engine for the rest.
#include "kiosk/app/voice.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/speech/clip.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

bool has_engine() { return std::filesystem::exists("/usr/bin/espeak-ng"); }

void put_number(Bytes& file, std::size_t place, std::size_t number) {
    for (std::size_t i = 0; i < 4; ++i)
        file[place + i] = static_cast<std::uint8_t>(number >> (8 * i));
}

/// A recording of so many samples: 1, 2, 3 and so on.
Bytes recording(std::size_t samples) {
    const std::string_view head(
        "RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x22\x56\0\0\x44\xAC\0\0\2\0"
        "\x10\0data\0\0\0\0",
        44);
    Bytes file = to_bytes(head);
    put_number(file, 4, 36 + 2 * samples);
    put_number(file, 40, 2 * samples);
    for (std::size_t value = 1; value <= samples; ++value) {
        file.push_back(static_cast<std::uint8_t>(value & 0x7FU));
        file.push_back(0);
    }
    return file;
}

void record(const std::filesystem::path& folder, std::string_view sentence,
            std::size_t samples = 3) {
    const auto file = clip_file(folder, sentence, Language::Vietnamese);
    std::filesystem::create_directories(file.parent_path());
    REQUIRE(write_file(file, recording(samples)));
}

/// Whether nothing is being said any more within ten seconds.
bool falls_silent(const Voice& voice) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (voice.is_speaking() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
    return !voice.is_speaking();
}

}  // namespace

TEST_CASE("a sentence with a clip is heard as it was recorded", "[app]") {
    const testing::Folder folder;
    record(folder.path(), "Mời đặt thẻ.");
    const VoiceSettings settings{.clips = folder.path()};

    CHECK(voiced("Mời đặt thẻ.", {}, settings) == Bytes{1, 0, 2, 0, 3, 0});
    CHECK(voiced("Mời đặt thẻ. Mời đặt thẻ.", {}, settings).size() == 12);
}

TEST_CASE("a clip is never heard for a sentence that was changed", "[app]") {
    if (!has_engine()) SKIP("espeak-ng is not there");
    const testing::Folder folder;
    record(folder.path(), "Mời đặt thẻ.");
    const VoiceSettings settings{.clips = folder.path()};

    CHECK(voiced("Mời đặt thẻ!", {}, settings).size() > 1000);
    CHECK(voiced("Mời đặt thẻ.", {.language = Language::English}, settings).size() > 1000);
}

TEST_CASE("a damaged clip leaves its sentence to the engine", "[app]") {
    if (!has_engine()) SKIP("espeak-ng is not there");
    const testing::Folder folder;
    record(folder.path(), "Mời đặt thẻ.");
    const auto file = clip_file(folder.path(), "Mời đặt thẻ.", Language::Vietnamese);
    REQUIRE(write_file(file, as_bytes("RIFF")));

    CHECK(voiced("Mời đặt thẻ.", {}, {.clips = folder.path()}).size() > 1000);
}

TEST_CASE("a voice speaks until it is hushed", "[app]") {
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    const testing::Folder folder;
    record(folder.path(), "Mời đặt thẻ.", 2 * kClipRate);
    Voice voice({.clips = folder.path()});
    CHECK_FALSE(voice.is_speaking());

    voice.say({"Mời đặt thẻ."}, {});
    CHECK(voice.is_speaking());

    voice.hush();
    CHECK_FALSE(voice.is_speaking());
}

TEST_CASE("a voice that has said all is silent by itself", "[app]") {
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    const testing::Folder folder;
    record(folder.path(), "Mời đặt thẻ.", 3);
    Voice voice({.clips = folder.path()});

    voice.say({"Mời đặt thẻ."}, {});

    CHECK(falls_silent(voice));
}

TEST_CASE("private words are for headphones that are plugged in, or for those of the kiosk",
          "[app]") {
    bool is_plugged = false;
    const Voice jack({}, [&] { return is_plugged; });

    CHECK(jack.earshot() == Earshot::Room);
    is_plugged = true;
    CHECK(jack.earshot() == Earshot::Headphones);
    CHECK(Voice({}).earshot() == Earshot::Room);
    CHECK(Voice({.earshot = Earshot::Headphones}).earshot() == Earshot::Headphones);
}

TEST_CASE("a sound is heard at once, whatever is still being said", "[app]") {
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    const testing::Folder folder;
    record(folder.path(), "Mời đặt thẻ.", 2 * kClipRate);
    Voice voice({.clips = folder.path()});
    voice.say({"Mời đặt thẻ."}, {});

    voice.say({.words = "", .sound = Earcon::CardRead}, {});

    CHECK(voice.is_speaking());
    const auto began = std::chrono::steady_clock::now();
    CHECK(falls_silent(voice));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(1));
}

TEST_CASE("a sound is as loud as speech is wished", "[app]") {
    const Bytes full = sounded(Earcon::Refused, {.volume = 100});
    Bytes half = full;
    set_loudness(half, 50);

    CHECK(full == earcon(Earcon::Refused));
    CHECK(sounded(Earcon::Refused, {.volume = 50}) == half);
    CHECK(half != full);
}

TEST_CASE("ten thousand utterances leave one to be heard", "[app]") {
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    const testing::Folder folder;
    record(folder.path(), "Mời đặt thẻ.", kClipRate / 2);
    Voice voice({.clips = folder.path()});

    for (int i = 0; i < 10'000; ++i)
        voice.say({.words = "Mời đặt thẻ.", .sound = Earcon::Refused}, {});

    const auto began = std::chrono::steady_clock::now();
    CHECK(falls_silent(voice));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(3));
    voice.say({"Mời đặt thẻ."}, {});
    voice.hush();
    CHECK_FALSE(voice.is_speaking());
}

TEST_CASE("faster speech is shorter", "[app]") {
    if (!has_engine()) SKIP("espeak-ng is not there");
    const std::string words = "Ông bà cam đoan những điều đã khai là đúng sự thật.";
    const auto slow = voiced(words, {.rate = 50}, {}).size();
    const auto fast = voiced(words, {.rate = 200}, {}).size();

    CHECK(fast * 3 < slow * 2);
}

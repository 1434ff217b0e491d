// What is heard: recorded sentences where the pack has them, the speech engine for the rest.
#include "kiosk/app/voice.h"

#include <filesystem>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/speech/clip.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

bool has_engine() { return std::filesystem::exists("/usr/bin/espeak-ng"); }

/// A recording of three samples.
Bytes recording() {
    const std::string_view head(
        "RIFF\x2A\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x22\x56\0\0\x44\xAC\0\0\2\0"
        "\x10\0data\6\0\0\0",
        44);
    Bytes file = to_bytes(head);
    for (const int value : {1, 2, 3}) {
        file.push_back(static_cast<std::uint8_t>(value));
        file.push_back(0);
    }
    return file;
}

void record(const std::filesystem::path& folder, std::string_view sentence) {
    const auto file = clip_file(folder, sentence, Language::Vietnamese);
    std::filesystem::create_directories(file.parent_path());
    REQUIRE(write_file(file, recording()));
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

TEST_CASE("faster speech is shorter", "[app]") {
    if (!has_engine()) SKIP("espeak-ng is not there");
    const std::string words = "Ông bà cam đoan những điều đã khai là đúng sự thật.";
    const auto slow = voiced(words, {.rate = 50}, {}).size();
    const auto fast = voiced(words, {.rate = 200}, {}).size();

    CHECK(fast * 3 < slow * 2);
}

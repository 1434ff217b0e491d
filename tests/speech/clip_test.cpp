// Recorded sentences: which files are clips, and what is played of them.
#include "kiosk/speech/clip.h"

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

void add_number(Bytes& file, std::uint32_t number, int size) {
    for (int i = 0; i < size; ++i) file.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}
void add_text(Bytes& file, std::string_view text) {
    file.insert(file.end(), text.begin(), text.end());
}

struct Wav {
    std::uint32_t rate = 22'050;
    std::uint32_t channels = 1;
    std::uint32_t bits = 16;
    Bytes samples{1, 0, 2, 0};
    bool has_list = false;  ///< a chunk of words before the samples

    [[nodiscard]] Bytes file() const {
        Bytes file;
        add_text(file, "RIFF");
        add_number(file, 36, 4);
        add_text(file, "WAVEfmt ");
        add_number(file, 16, 4);
        add_number(file, 1, 2);
        add_number(file, channels, 2);
        add_number(file, rate, 4);
        add_number(file, rate * channels * bits / 8, 4);
        add_number(file, channels * bits / 8, 2);
        add_number(file, bits, 2);
        if (has_list) {
            add_text(file, "LIST");
            add_number(file, 3, 4);
            add_text(file, "abc");
            add_number(file, 0, 1);
        }
        add_text(file, "data");
        add_number(file, static_cast<std::uint32_t>(samples.size()), 4);
        file.insert(file.end(), samples.begin(), samples.end());
        return file;
    }
};

}  // namespace

TEST_CASE("a plain recording is a clip, whatever stands before its samples", "[speech]") {
    CHECK(parse_clip(Wav{}.file()).value() == Bytes{1, 0, 2, 0});
    CHECK(parse_clip(Wav{.has_list = true}.file()).value() == Bytes{1, 0, 2, 0});
}

TEST_CASE("another rate, another width, two channels or half a sample are no clip", "[speech]") {
    CHECK_FALSE(parse_clip(Wav{.rate = 44'100}.file()));
    CHECK_FALSE(parse_clip(Wav{.channels = 2}.file()));
    CHECK_FALSE(parse_clip(Wav{.bits = 8}.file()));
    CHECK_FALSE(parse_clip(Wav{.samples = {}}.file()));
    CHECK_FALSE(parse_clip(Wav{.samples = {1, 2, 3}}.file()));
}

TEST_CASE("a clip that is cut anywhere is none", "[speech]") {
    const Bytes whole = Wav{.has_list = true}.file();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        INFO(size);
        CHECK_FALSE(parse_clip(ByteView(whole).first(size)));
    }
}

TEST_CASE("a text falls into its sentences, and numbers stay whole", "[speech]") {
    CHECK(sentences_of("Mời đặt thẻ. Giữ yên! Xong chưa? còn 1.250 đồng") ==
          std::vector<std::string>{"Mời đặt thẻ.", "Giữ yên!", "Xong chưa?", "còn 1.250 đồng"});
    CHECK(sentences_of("").empty());
    CHECK(sentences_of("  . ") == std::vector<std::string>{"."});
}

TEST_CASE("loudness is a part of what is there and never runs over", "[speech]") {
    Bytes samples{0xE8, 0x03, 0x18, 0xFC, 0xFF, 0x7F};  // 1000, -1000, 32767
    set_loudness(samples, 50);
    CHECK(samples == Bytes{0xF4, 0x01, 0x0C, 0xFE, 0xFF, 0x3F});
    set_loudness(samples, 100);
    CHECK(samples == Bytes{0xF4, 0x01, 0x0C, 0xFE, 0xFF, 0x3F});
    set_loudness(samples, 400);
    CHECK(samples[5] == 0x7F);
}

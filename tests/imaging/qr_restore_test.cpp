#include "kiosk/imaging/qr_restore.h"

#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "kiosk/imaging/qr_layout.h"
#include "kiosk/imaging/qr_reed_solomon.h"

using namespace motlan;

namespace {

// The modules of a code as another library prints it: 1 is dark, -1 light.
std::vector<float> printed(int version, QRecLevel level, std::size_t bytes) {
    std::string payload(bytes, '\0');
    for (std::size_t i = 0; i < bytes; ++i) payload[i] = static_cast<char>(i * 31 % 251);
    const std::unique_ptr<QRinput, void (*)(QRinput*)> input(QRinput_new2(version, level),
                                                             QRinput_free);
    QRinput_append(input.get(), QR_MODE_8, static_cast<int>(bytes),
                   reinterpret_cast<const unsigned char*>(payload.data()));
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeInput(input.get()),
                                                          QRcode_free);
    REQUIRE(code);
    std::vector<float> modules;
    for (int i = 0; i < code->width * code->width; ++i) {
        modules.push_back((code->data[i] & 1) != 0 ? 1.0F : -1.0F);
    }
    return modules;
}

bool is_print(const RestoredCode& code, const std::vector<float>& modules) {
    return code.is_whole &&
           std::ranges::equal(code.modules, modules, [](QrModule module, float level) {
               return (module == QrModule::Dark) == (level > 0);
           });
}

int side_of(int version) { return 17 + 4 * version; }

}  // namespace

TEST_CASE("every version and level of another library's print is restored as it is", "[imaging]") {
    const int version = GENERATE(range(1, 41));
    const QRecLevel level = GENERATE(QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H);
    const auto modules = printed(version, level, 5);

    const auto code = restore_code(qr_layout(side_of(version)), modules);

    CHECK(is_print(code, modules));
    CHECK(code.errors == 0);
    CHECK(code.erased == 0);
}

TEST_CASE("a quarter of a code may be unknown, half of it may not", "[imaging]") {
    const auto modules = printed(8, QR_ECLEVEL_M, 100);
    const QrLayout layout = qr_layout(side_of(8));
    const auto hidden = [&](int rows) {
        auto belief = modules;
        std::fill_n(belief.begin() + std::ptrdiff_t{16} * layout.modules, rows * layout.modules,
                    0.0F);
        return belief;
    };

    const auto code = restore_code(layout, hidden(9));

    CHECK(is_print(code, modules));
    CHECK(code.erased > 40);
    CHECK_FALSE(restore_code(layout, hidden(22)).is_whole);
}

TEST_CASE("words that are wrong and look doubtful cost one check word", "[imaging]") {
    const auto modules = printed(7, QR_ECLEVEL_M, 100);
    const QrLayout layout = qr_layout(side_of(7));
    auto belief = modules;
    for (std::size_t i = 0; i < layout.bits.size(); i += 40) {
        const QrPlace place = layout.bits[i];
        belief[layout.at(place.x, place.y)] *= -0.1F;
    }

    const auto code = restore_code(layout, belief);

    CHECK(is_print(code, modules));
}

TEST_CASE("blocks that can be restored are told where others cannot", "[imaging]") {
    const auto modules = printed(7, QR_ECLEVEL_M, 100);
    const QrLayout layout = qr_layout(side_of(7));
    const QrBlocks shape = qr_blocks(layout, QrLevel::M);
    const auto places = qr_word_places(layout, shape);
    std::mt19937 random(7);
    auto belief = modules;
    for (std::size_t i = 0; i < layout.bits.size(); ++i) {
        const auto at = layout.at(layout.bits[i].x, layout.bits[i].y);
        if (places[i / 8].block == 1 && random() % 2 == 0) belief[at] *= -1;
    }

    const RestoredCode code = restore_code(layout, belief);

    CHECK_FALSE(code.is_whole);
    CHECK(code.blocks == shape.count - 1);
    for (std::size_t i = 0; i < layout.bits.size(); ++i) {
        const auto at = layout.at(layout.bits[i].x, layout.bits[i].y);
        const QrModule print = modules[at] > 0 ? QrModule::Dark : QrModule::Light;
        CHECK(code.modules[at] == (places[i / 8].block == 1 ? QrModule::Open : print));
    }
}

TEST_CASE("noise is never restored", "[imaging]") {
    std::mt19937 random(7);
    std::normal_distribution<float> normal;
    const QrLayout layout = qr_layout(side_of(GENERATE(1, 2, 6, 10)));
    std::vector<float> belief(layout.fixed.size());

    for (int i = 0; i < 200; ++i) {
        for (float& one : belief) one = normal(random);
        CHECK(restore_code(layout, belief).blocks == 0);
    }
}

TEST_CASE("a layout exists for the sizes of the standard only", "[imaging]") {
    CHECK(qr_layout(21).modules == 21);
    CHECK(qr_layout(177).version == 40);
    CHECK(qr_layout(GENERATE(-1, 0, 17, 22, 23, 181)).modules == 0);
}

TEST_CASE("a block is restored up to its check words and left alone beyond", "[imaging]") {
    // All words 0 are a block of every such code.
    std::vector<std::uint8_t> words(40, 0);
    const int errors = GENERATE(0, 1, 4);
    const std::vector<int> erased{3, 9, 20};
    for (int i = 0; i < errors; ++i) words[static_cast<std::size_t>(10 + i)] = 99;
    for (const int at : erased) words[static_cast<std::size_t>(at)] = 7;
    const auto damaged = words;

    SECTION("enough check words") {
        CHECK(restore_block(words, 11, erased) == errors);
        CHECK(std::ranges::all_of(words, [](int word) { return word == 0; }));
    }
    SECTION("too few") {
        const auto restored = restore_block(words, 2, erased);
        CHECK_FALSE(restored);
        CHECK(words == damaged);
    }
}

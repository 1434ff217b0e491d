// Pages are read in the background by the real reader, also after a person has turned them.
#include "kiosk/app/page_reader.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <semaphore>
#include <thread>
#include <utility>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/page_bits.h"
#include "tests/support/folder.h"
#include "tests/support/printed_page.h"

using namespace motlan;
using namespace std::chrono_literals;

namespace {

/// A page that lies on its left side, as bits: a quarter turn clockwise sets it right.
struct Sideways {
    EncodedPicture packed;
    Bytes bits;
};

Sideways sideways() {
    const auto page = testing::print_page({{.text = "GIẤY XÁC NHẬN CƯ TRÚ", .base = 400},
                                           {.text = "Họ và tên: Nguyễn Thị Mẫu", .base = 520}});
    Bytes bits = page.bits;
    int wide = page.width;
    int high = page.height;
    for (int i = 0; i < 3; ++i) {
        bits = turned_bits(bits, wide, high);
        std::swap(wide, high);
    }
    return {{.width = wide, .height = high, .dpi = page.dpi}, std::move(bits)};
}

bool says(const PageText& text, std::string_view word) {
    return std::ranges::any_of(text.words, [&](const PageWord& each) { return each.text == word; });
}

}  // namespace

TEST_CASE("a page that was turned is read as it lies then", "[app]") {
    std::counting_semaphore<> came(0);
    EventQueue events([&came] { came.release(); });
    PageReader reader(KIOSK_EYE, events);
    const Sideways page = sideways();

    reader.read(page.packed, page.bits, 7);
    REQUIRE(came.try_acquire_for(60s));
    reader.read_turned(7, 1);
    REQUIRE(came.try_acquire_for(60s));

    const auto posted = events.take();
    REQUIRE(posted.size() == 2);
    const auto* read = std::get_if<PageRead>(&posted.at(1));
    REQUIRE(read != nullptr);
    CHECK(read->sheet == 7);
    CHECK(read->turns == 1);
    CHECK(read->text.width == page.packed.height);
    CHECK(says(read->text, "XÁC"));
    REQUIRE(reader.text_of(7, 1).has_value());
    CHECK(says(reader.text_of(7, 1).value(), "Mẫu"));
    CHECK_FALSE(reader.text_of(7, 2).has_value());
}

TEST_CASE("a page is not read as it lay before it was turned on", "[app]") {
    std::counting_semaphore<> came(0);
    EventQueue events([&came] { came.release(); });
    PageReader reader(KIOSK_EYE, events);
    const Sideways page = sideways();

    reader.read(page.packed, page.bits, 7);
    for (const int turns : {1, 2, 3, 0, 1}) reader.read_turned(7, turns);
    while (!reader.text_of(7, 1)) REQUIRE(came.try_acquire_for(60s));

    CHECK_FALSE(reader.text_of(7, 2).has_value());
    CHECK_FALSE(reader.text_of(7, 3).has_value());
}

TEST_CASE("nobody waits for a reader that never begins to read", "[app]") {
    const testing::Folder folder;
    const auto program = folder.path() / "hung";
    const auto begun = folder.path() / "begun";
    std::ofstream(program) << "#!/bin/sh\ntouch '" << begun.string() << "'\nexec sleep 600\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    EventQueue events([] {});
    std::optional<PageReader> reader(std::in_place, program, events);
    const Sideways page = sideways();

    reader->read(page.packed, page.bits, 7);
    for (int i = 0; i < 3'000 && !std::filesystem::exists(begun); ++i)
        std::this_thread::sleep_for(10ms);
    REQUIRE(std::filesystem::exists(begun));
    CHECK_FALSE(reader->text_of(7, 0).has_value());

    const auto before = std::chrono::steady_clock::now();
    reader.reset();
    CHECK(std::chrono::steady_clock::now() - before < 15s);  // it has 20 s for its greeting
    CHECK(events.take().empty());
}

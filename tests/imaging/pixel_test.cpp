#include "kiosk/imaging/pixel.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <limits>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace motlan;

namespace {

// A picture behind whose last pixel nothing may be read: one byte more ends the program.
class Fenced {
public:
    Fenced(int width, int height) : width_(width), height_(height) {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        const std::size_t area = std::size_t(width) * std::size_t(height);
        const std::size_t readable = (area + page - 1) / page * page;
        size_ = readable + page;
        memory_ =
            ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        REQUIRE(memory_ != MAP_FAILED);
        auto* begin = static_cast<std::uint8_t*>(memory_);
        pixels_ = {begin + readable - area, area};
        pixels_.back() = 200;
        REQUIRE(::mprotect(begin + readable, page, PROT_NONE) == 0);
    }
    Fenced(const Fenced&) = delete;
    Fenced& operator=(const Fenced&) = delete;
    ~Fenced() { ::munmap(memory_, size_); }

    [[nodiscard]] ImageView view() const { return {width_, height_, PixelFormat::Grey, pixels_}; }

private:
    int width_;
    int height_;
    std::size_t size_ = 0;
    void* memory_ = nullptr;
    std::span<std::uint8_t> pixels_;
};

}  // namespace

TEST_CASE("the level between four pixels is their mean", "[imaging]") {
    const Fenced picture(2, 2);

    CHECK(level_between(picture.view(), 0.5, 0.5) == 50);
    CHECK(level_between(picture.view(), 1, 0.5) == 100);
}

TEST_CASE("beyond a picture its border goes on, and nothing else is read", "[imaging]") {
    // From 32,768 on a float cannot tell a thousandth of a pixel.
    const auto [width, height] =
        GENERATE(std::pair{64, 62'500}, std::pair{62'500, 64}, std::pair{3, 3}, std::pair{2, 2});
    const Fenced picture(width, height);
    const double right = width - 1;
    const double bottom = height - 1;

    CHECK(level_between(picture.view(), right, bottom) == 200);
    CHECK(level_between(picture.view(), right + 0.5, bottom + 1e9) == 200);
    CHECK(level_between(picture.view(), right, bottom - 0.5) == 100);
    CHECK(level_between(picture.view(), -1e9, -0.5) == 0);
}

TEST_CASE("a place that is no number is in the picture all the same", "[imaging]") {
    const Fenced picture(8, 8);
    const double nowhere = std::numeric_limits<double>::quiet_NaN();

    CHECK(level_between(picture.view(), nowhere, nowhere) == 0);
}

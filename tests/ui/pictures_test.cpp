#include "kiosk/ui/pictures.h"

#include <catch2/catch_test_macros.hpp>

namespace motlan {
namespace {

// Three wide and two high: 1 2 3 over 4 5 6.
Image numbered() {
    Image picture(3, 2, PixelFormat::Grey);
    for (std::uint8_t i = 0; i < 6; ++i) picture.pixels[i] = static_cast<std::uint8_t>(i + 1);
    return picture;
}

Bytes blue(const Bytes& argb) {
    Bytes found;
    for (std::size_t i = 0; i < argb.size(); i += 4) found.push_back(argb[i]);
    return found;
}

}  // namespace

TEST_CASE("a picture is shown after quarter turns clockwise", "[ui]") {
    const Image picture = numbered();

    CHECK(blue(turned_argb(picture.view(), 0, 3, 2)) == Bytes{1, 2, 3, 4, 5, 6});
    CHECK(blue(turned_argb(picture.view(), 1, 2, 3)) == Bytes{4, 1, 5, 2, 6, 3});
    CHECK(blue(turned_argb(picture.view(), 2, 3, 2)) == Bytes{6, 5, 4, 3, 2, 1});
    CHECK(blue(turned_argb(picture.view(), 3, 2, 3)) == Bytes{3, 6, 2, 5, 1, 4});
}

}  // namespace motlan

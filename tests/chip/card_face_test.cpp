#include "kiosk/chip/card_face.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/card_face.h"

using namespace motlan;
using namespace motlan::testing;

TEST_CASE("the face comes out as it went in", "[chip]") {
    for (const FaceCoding coding : {FaceCoding::Jpeg2000, FaceCoding::Jpeg}) {
        const Bytes picture = drawn_face(coding);

        const auto face = face_of(face_file(picture, coding));

        REQUIRE(face);
        CHECK(face->bytes == picture);
        CHECK((face->coding == PictureCoding::Jpeg2000) == (coding == FaceCoding::Jpeg2000));
    }
}

TEST_CASE("a file cut anywhere has no face, and nothing beyond it is read", "[chip]") {
    const Bytes file = face_file(drawn_face(FaceCoding::Jpeg), FaceCoding::Jpeg);

    for (std::size_t size = 0; size < 120; ++size) {
        const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_FALSE(face_of(cut).has_value());
    }
}

TEST_CASE("lengths that lie within the record give no face", "[chip]") {
    const Bytes file = face_file(drawn_face(FaceCoding::Jpeg), FaceCoding::Jpeg);
    const Bytes mark = {'F', 'A', 'C', 0};
    const auto record = std::ranges::search(file, mark).begin() - file.begin();

    for (const std::ptrdiff_t place : {14, 15, 18, 19}) {  // record length, feature points
        Bytes lying = file;
        lying[static_cast<std::size_t>(record + place)] = 0xFF;
        INFO(place);
        CHECK_FALSE(face_of(lying).has_value());
    }
}

TEST_CASE("a picture that is neither of the two is no face", "[chip]") {
    const Bytes file = face_file(Bytes(64, 'x'), FaceCoding::Jpeg);

    CHECK_FALSE(face_of(file).has_value());
}

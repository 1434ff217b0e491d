// Values behind their labels, among words as a recogniser hands them over.
#include "kiosk/domain/paper_value.h"

#include <sstream>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace motlan {
namespace {

PageText page(const std::string& text, int confidence = 90) {
    PageText page{.width = 2480, .height = 3508, .dpi = 300, .words = {}};
    std::istringstream lines(text);
    int number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
        std::istringstream words(line);
        for (std::string word; words >> word;)
            page.words.push_back({.text = word, .confidence = confidence, .line = number});
    }
    return page;
}

using Values = std::vector<std::string>;

Values numbers(const std::string& text, int confidence = 90) {
    return values_on({ItemId("paper"), ValueShape::PersonNumber, {"Số định danh cá nhân", "CCCD"}},
                     page(text, confidence));
}

Values dates(const std::string& text) {
    return values_on({ItemId("paper"), ValueShape::Date, {"Ngày, tháng, năm sinh", "sinh ngày"}},
                     page(text));
}

Values names(const std::string& text) {
    return values_on({ItemId("paper"), ValueShape::Name, {"Họ và tên", "Họ, chữ đệm, tên"}},
                     page(text));
}

}  // namespace

TEST_CASE("a citizen's number is found behind its label, in groups too", "[domain]") {
    const std::string line =
        GENERATE("Số định danh cá nhân: 040185000017", "SỐ ĐỊNH DANH CÁ NHÂN 040 185 000 017",
                 "Số địnn danh cá nhân : 040185.000017, cấp ngày 05/09/2021", "CCCD:\n040185000017",
                 "Nguyễn Thị Mẫu, số CCCD 040185000017 cấp ngày 5/9/2021");

    CHECK(numbers(line) == Values{"040185000017"});
}

TEST_CASE("what is no citizen's number is none", "[domain]") {
    CHECK(numbers("040185000017").empty());
    CHECK(numbers("Số định danh cá nhân: 04018500001").empty());
    CHECK(numbers("Số định danh cá nhân: 0401850000178").empty());
    CHECK(numbers("Số định danh cá nhân: O40185000017").empty());
    CHECK(numbers("Số định danh cá nhân: 040185000017", 40).empty());
    CHECK(numbers("Số định danh cá nhân: ....").empty());
    CHECK(numbers("").empty());
}

TEST_CASE("each person of a paper has his number, in reading order and once", "[domain]") {
    CHECK(numbers("Bên ủy quyền CCCD 040185000017\nBên được ủy quyền CCCD 040190000025\n"
                  "CCCD 040185000017") == Values{"040185000017", "040190000025"});
}

TEST_CASE("a day is found as figures and as words", "[domain]") {
    const std::string line =
        GENERATE("Ngày, tháng, năm sinh: 17/09/1987", "Ngày, tháng, năm sinh: 17 / 9 / 1987",
                 "sinh ngày 17 tháng 9 năm 1987 tại Vinh", "sinh ngày 17-9-1987.",
                 "Ngày, tháng, năm sinh\nngày 17 tháng 09 năm 1987");

    CHECK(dates(line) == Values{"17/09/1987"});
}

TEST_CASE("what is no day is none", "[domain]") {
    CHECK(dates("sinh ngày 31/02/1987").empty());
    CHECK(dates("sinh ngày 17/09").empty());
    CHECK(dates("sinh ngày 17 con 9 cháu 1987").empty());
    CHECK(dates("sinh ngày 123456789012345678901234567890/1/1987").empty());
}

TEST_CASE("a name is found in capitals or not, and given as it is written", "[domain]") {
    const std::string line = GENERATE(
        "Họ và tên: NGUYỄN THỊ MẪU", "Họ và tên: Nguyễn Thị Mẫu",
        "Họ, chữ đệm, tên : Nguyễn Thị Mẫu Giới tính: Nữ",
        "Họ và tên: NGUYỄN THỊ MẪU Giới tính: Nữ", "Họ và tên: Nguyễn Thị Mẫu, sinh năm 1987",
        "HỌ VÀ TÊN\nNguyễn Thị Mẫu", "Họ và tên người chết: NGUYỄN THỊ MẪU");

    CHECK(names(line) == Values{"Nguyễn Thị Mẫu"});
    CHECK(names("Họ và tên: K'Hoa Y-Bih.") == Values{"K'Hoa Y-Bih"});
}

TEST_CASE("what is no name is none", "[domain]") {
    CHECK(names("Họ và tên: ..........").empty());
    CHECK(names("Họ và tên: của người khai").empty());
    CHECK(names("Họ và tên: 040185000017").empty());
    CHECK(names("Họ và tên: Mẫu").empty());
}

}  // namespace motlan

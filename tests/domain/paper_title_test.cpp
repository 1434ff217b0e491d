// Titles of papers among the words of a page, as a recogniser hands them over.
#include "kiosk/domain/paper_title.h"

#include <sstream>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace motlan {
namespace {

constexpr std::string_view kBody =
    " Tôi tên là Nguyễn Thị Thử, sinh ngày 05/09/1990, trú tại thôn Mẫu, xã Thử, tỉnh Mẫu, nay làm"
    " giấy này để xin cơ quan xem xét, giải quyết theo quy định của pháp luật";

PageText page(const std::string& words, int confidence = 90) {
    PageText text{.width = 2480, .height = 3508, .dpi = 300, .words = {}};
    std::istringstream in(words);
    for (std::string word; in >> word;)
        text.words.push_back({.text = word, .confidence = confidence});
    return text;
}

const std::vector<std::string> kAuthorisation{"Giấy ủy quyền", "Văn bản ủy quyền"};

}  // namespace

TEST_CASE("a title is found however it is set and with a few slips", "[domain]") {
    const std::string title =
        GENERATE("GIẤY ỦY QUYỀN", "Giấy uỷ quyền", "GIAY UY QUYEN", "G I Ấ Y Ủ Y Q U Y Ề N",
                 "GIẤY ỦY OUYỀN", "CỘNG HÒA XÃ HỘI VĂN BẢN ỦY QUYỀN");

    CHECK(title_verdict(kAuthorisation, page(title + std::string(kBody))) == TitleVerdict::Found);
}

TEST_CASE("a page with another title is told from one that could not be read", "[domain]") {
    const std::string other = "GIẤY CHỨNG SINH" + std::string(kBody);

    CHECK(title_verdict(kAuthorisation, page(other)) == TitleVerdict::Missing);
    CHECK(title_verdict(kAuthorisation, page(other, 30)) == TitleVerdict::Unknown);
    CHECK(title_verdict(kAuthorisation, page("GIẤY CHỨNG SINH")) == TitleVerdict::Unknown);
    CHECK(title_verdict(kAuthorisation, page("")) == TitleVerdict::Unknown);
    CHECK(title_verdict({}, page(other)) == TitleVerdict::Unknown);
}

TEST_CASE("a title that was poorly read makes no other paper of its page", "[domain]") {
    const std::string poor = GENERATE("GIẤY ỦY QUY", "GIẦV ỦY QLYÊN", "GIẤN ỦY QUYÊX");

    CHECK(title_verdict(kAuthorisation, page(poor + std::string(kBody))) == TitleVerdict::Unknown);
}

TEST_CASE("of a page whose heading was not recognised nobody says that it is another paper",
          "[domain]") {
    PageText text = page("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" + std::string(kBody));
    text.is_heading_unread = true;

    CHECK(title_verdict(kAuthorisation, text) == TitleVerdict::Unknown);
}

TEST_CASE("what is too short or too long to tell papers apart is no title", "[domain]") {
    CHECK(is_title("Giấy ủy quyền"));
    CHECK_FALSE(is_title("Giấy"));
    CHECK_FALSE(is_title("        -        "));
    CHECK_FALSE(is_title(std::string(81, 'a')));
}

}  // namespace motlan

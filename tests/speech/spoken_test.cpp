// What is said for what is written, in both languages, and that nothing breaks it.
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/utf8.h"
#include "kiosk/speech/spoken.h"

namespace motlan {
namespace {

struct Said {
    const char* text;
    const char* words;
};

void check_all(Language language, const std::vector<Said>& cases) {
    for (const auto& [text, words] : cases) {
        INFO(text);
        CHECK(spoken(text, language) == words);
    }
}

}  // namespace

TEST_CASE("Vietnamese is said without a sign left to guess", "[speech]") {
    check_all(
        Language::Vietnamese,
        {{"Lệ phí: 8.000 đ.", "Lệ phí: tám nghìn đồng."},
         {"8.000đ", "tám nghìn đồng"},
         {"8.000 đồng", "tám nghìn đồng"},
         {"1.250.000 ₫", "một triệu hai trăm năm mươi nghìn đồng"},
         {"23/11/2026", "ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu"},
         {"ngày 02/09/1946,", "ngày hai tháng chín năm một nghìn chín trăm bốn mươi sáu,"},
         {"ngày 2/9", "ngày hai tháng chín"},
         {"11/2026", "tháng mười một năm hai nghìn không trăm hai mươi sáu"},
         {"lúc 08:51", "lúc tám giờ năm mươi mốt"},
         {"15h30", "mười lăm giờ ba mươi"},
         {"17h", "mười bảy giờ"},
         {"Bước 3/6", "Bước ba trên sáu"},
         {"90%", "chín mươi phần trăm"},
         {"3,5 kg", "ba phẩy năm ki lô gam"},
         {"UBND xã", "ủy ban nhân dân xã"},
         {"(CCCD)", "(căn cước công dân)"},
         {"quý III", "quý ba"},
         {"Mã QR.", "Mã quy rờ."},
         {"040200000017", "không bốn không, hai không không, không không không, không một bảy"},
         {"2901999013", "hai chín không, một chín chín, chín không một ba"},
         {"2901999013-001", "hai chín không, một chín chín, chín không một ba, không không một"},
         {"0912345678", "không chín một, hai ba bốn, năm sáu bảy tám"},
         {"gọi 02383123456.", "gọi không hai ba, tám ba một, hai ba bốn, năm sáu."},
         {"Mời ông/bà ngồi.", "Mời ông bà ngồi."},
         {"Ông/bà có giấy này không?", "Ông bà có giấy này không?"},
         {"(tên ông/bà)", "(tên ông bà)"},
         {"H41-261123-0087", "hát bốn một, hai sáu một, một hai ba, không không tám bảy"},
         {"CT01", "xê tê không một"},
         {"SCAN-03", "ét xê a nờ, không ba"},
         {"66.7/2025/NQ-CP",
          "sáu mươi sáu chấm bảy năm hai nghìn không trăm hai mươi lăm, nghị quyết của chính phủ"},
         {"MỜI LẤY THẺ", "MỜI LẤY THẺ"}});
}

TEST_CASE("English is said without a sign left to guess", "[speech]") {
    check_all(
        Language::English,
        {{"The fee is 8,000 đ", "The fee is eight thousand dong"},
         {"23/11/2026", "twenty-three November two thousand and twenty-six"},
         {"at 08:05", "at eight oh five"},
         {"at 09:00", "at nine o'clock"},
         {"Step 3/6", "Step three of six"},
         {"1.5", "one point five"},
         {"H41-261123-0087", "H four one, two six one, one two three, zero zero eight seven"}});
}

TEST_CASE("what is no date, time or number stays as it is", "[speech]") {
    check_all(Language::Vietnamese, {{"", ""},
                                     {" ", " "},
                                     {"()", "()"},
                                     {"Nguyễn Thị Hoa", "Nguyễn Thị Hoa"},
                                     {"a/b/c", "a/b/c"},
                                     {"hoặc", "hoặc"},
                                     {"12h75", "12h75"},
                                     {"I", "I"}});
}

TEST_CASE("nothing from outside breaks it", "[speech]") {
    const std::string long_word(10'000, '9');
    CHECK(spoken(long_word, Language::Vietnamese).size() < 40'000);
    for (const char* text : {"////", "::::", "%%%", "đ", "₫", "...,,,", "\xF0\x9F\x98\x80", "99:99",
                             "0/0", "-", "--", "1-", ".1.", "A-", "99999999999999999999"}) {
        CHECK(to_nfc(spoken(text, Language::Vietnamese)) == spoken(text, Language::Vietnamese));
        CHECK(to_nfc(spoken(text, Language::English)) == spoken(text, Language::English));
    }
}

}  // namespace motlan

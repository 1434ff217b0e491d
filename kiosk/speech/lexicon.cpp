#include "kiosk/speech/lexicon.h"

#include <algorithm>
#include <array>

namespace motlan {
namespace {

struct Entry {
    std::string_view word;
    std::string_view vi;
    std::string_view en;
};

// Of the texts, the catalogue and the names of acts; a new one is one line.
constexpr auto kExpansions = std::to_array<Entry>({
    {"BHXH", "bảo hiểm xã hội", "social insurance"},
    {"BHYT", "bảo hiểm y tế", "health insurance"},
    {"CCCD", "căn cước công dân", "citizen identity card"},
    {"CMND", "chứng minh nhân dân", "identity card"},
    {"CSDL", "cơ sở dữ liệu", "database"},
    {"GPLX", "giấy phép lái xe", "driving licence"},
    {"HĐND", "hội đồng nhân dân", "people's council"},
    {"KM", "ki lô mét", "kilometres"},
    {"NQ-CP", "nghị quyết của chính phủ", "government resolution"},
    {"NĐ-CP", "nghị định của chính phủ", "government decree"},
    {"OK", "ô kê", "okay"},
    {"PIN", "pin", "pin"},
    {"QH15", "quốc hội khóa mười lăm", "fifteenth National Assembly"},
    {"QR", "quy rờ", "Q R"},
    {"QĐ-TTg", "quyết định của thủ tướng", "decision of the Prime Minister"},
    {"QĐ-UBND", "quyết định của ủy ban nhân dân", "decision of the people's committee"},
    {"SMS", "tin nhắn", "text message"},
    {"TP", "thành phố", "city"},
    {"TP.", "thành phố", "city"},
    {"TTHC", "thủ tục hành chính", "administrative procedure"},
    {"TT-BCA", "thông tư của bộ công an", "circular of the Ministry of Public Security"},
    {"TT-BTC", "thông tư của bộ tài chính", "circular of the Ministry of Finance"},
    {"TT-BTP", "thông tư của bộ tư pháp", "circular of the Ministry of Justice"},
    {"TT-VPCP", "thông tư của văn phòng chính phủ", "circular of the Office of the Government"},
    {"UBND", "ủy ban nhân dân", "people's committee"},
    {"USB", "u ét bê", "U S B"},
    {"VNeID", "vi en i đi", "V N E I D"},
    {"VietQR", "việt quy rờ", "Viet Q R"},
    {"cm", "xăng ti mét", "centimetres"},
    {"kg", "ki lô gam", "kilograms"},
    {"km", "ki lô mét", "kilometres"},
    {"mm", "mi li mét", "millimetres"},
    {"m²", "mét vuông", "square metres"},
    {"Ông/bà", "Ông bà", "Ông bà"},
    {"ông/bà", "ông bà", "ông bà"},
    {"đ", "đồng", "dong"},
    {"₫", "đồng", "dong"},
});

struct LetterNames {
    std::string_view vi;
    std::string_view en;
};
constexpr std::array<LetterNames, 26> kLetters{{
    {"a", "A"},     {"bê", "B"},  {"xê", "C"}, {"đê", "D"},   {"e", "E"},      {"ép", "F"},
    {"giê", "G"},   {"hát", "H"}, {"i", "I"},  {"giây", "J"}, {"ca", "K"},     {"lờ", "L"},
    {"mờ", "M"},    {"nờ", "N"},  {"o", "O"},  {"pê", "P"},   {"quy", "Q"},    {"rờ", "R"},
    {"ét", "S"},    {"tê", "T"},  {"u", "U"},  {"vê", "V"},   {"vê kép", "W"}, {"ích", "X"},
    {"i dài", "Y"}, {"dét", "Z"},
}};

constexpr std::array<std::string_view, 20> kRoman{
    "I",  "II",  "III",  "IV",  "V",  "VI",  "VII",  "VIII",  "IX",  "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"};
constexpr std::array<std::string_view, 14> kBeforeRoman{
    "quý",    "kỳ",      "khóa", "cấp",     "hạng",    "loại", "phần",
    "chương", "phụ lục", "mục",  "quarter", "chapter", "part", "annex"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

}  // namespace

std::optional<std::string_view> expansion(std::string_view word, Language language) {
    const auto found = std::ranges::find(kExpansions, word, &Entry::word);
    if (found == kExpansions.end()) return std::nullopt;
    return language == Language::English ? found->en : found->vi;
}

std::optional<std::string_view> letter_name(char letter, Language language) {
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    const LetterNames& names = kLetters.at(static_cast<std::size_t>(letter - 'A'));
    return language == Language::English ? names.en : names.vi;
}

std::optional<int> roman_numeral(std::string_view word) {
    const auto found = std::ranges::find(kRoman, word);
    if (found == kRoman.end()) return std::nullopt;
    return static_cast<int>(found - kRoman.begin()) + 1;
}

bool takes_roman(std::string_view word) { return std::ranges::contains(kBeforeRoman, word); }

std::string_view english_month(int month) {
    return month >= 1 && month <= 12 ? kMonths.at(static_cast<std::size_t>(month - 1)) : "";
}

}  // namespace motlan

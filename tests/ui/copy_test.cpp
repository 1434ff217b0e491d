// How the texts are written (ux 8.1): short sentences, whole sentences, no words of the office.
#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/utf8.h"
#include "kiosk/ui/wording.h"

namespace motlan {
namespace {

constexpr std::array kLanguages{Language::Vietnamese, Language::English};
constexpr std::ptrdiff_t kMostWords = 25;

/// What an office says to itself, and how a citizen is not addressed.
constexpr auto kOfficeWords = std::to_array<std::string_view>(
    {"thành phần hồ sơ", "xác thực", "định danh", "truy xuất", "hệ thống", "tải lên", "bấm vào đây",
     "thất bại", "không hợp lệ", "lỗi không xác định", "bạn", "công dân", "người dùng"});
/// The name of the card that was issued until 2024.
constexpr std::string_view kOldCard = "căn cước công dân";

/// What is shown and, where it is another, what is said.
void for_each_text(Language language, const std::function<void(std::string_view)>& check) {
    for (const Wording& wording : wordings(language)) {
        INFO(wording.key);
        check(wording.shown);
        check(wording.spoken);
    }
}

/// Behind the mark that ends a sentence; a point behind a digit numbers one, "e.g." goes on.
bool is_end(std::string_view text, std::size_t at) {
    if (text[at] == '\n') return true;
    if (text[at] != ' ' || at < 2) return false;
    const bool is_number = text[at - 2] >= '0' && text[at - 2] <= '9';
    const bool goes_on = is_number || text.substr(0, at).ends_with("e.g.");
    return text[at - 1] == '?' || (text[at - 1] == '.' && !goes_on);
}

std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> all;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_end(text, at)) continue;
        all.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    all.push_back(text.substr(begin));
    return all;
}

bool says(std::string_view text, std::string_view words) {
    const auto is_letter = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) >= 0x80 ||
                                    (text[at] >= 'a' && text[at] <= 'z'));
    };
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + words.size())) return true;
    }
    return false;
}

/// Whether only who looks after the kiosk meets it.
bool is_for_technicians(std::string_view key) {
    return key.starts_with("care.") || key.ends_with(".technician");
}

std::string without(std::string text, std::string_view words) {
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words))
        text.erase(at, words.size());
    return text;
}

}  // namespace

TEST_CASE("no sentence has more than 25 words", "[ui]") {
    for (const Language language : kLanguages) {
        for_each_text(language, [](std::string_view text) {
            for (const std::string_view sentence : sentences(text)) {
                INFO(sentence);
                CHECK(std::ranges::count(sentence, ' ') < kMostWords);
            }
        });
    }
}

TEST_CASE("no text has a blank too many", "[ui]") {
    for (const Language language : kLanguages) {
        for_each_text(language, [](std::string_view text) {
            CHECK_FALSE(text.contains("  "));
            CHECK_FALSE(text.starts_with(' '));
            CHECK_FALSE(text.ends_with(' '));
        });
    }
}

TEST_CASE("the last of several sentences ends like one, or with a value", "[ui]") {
    for (const Language language : kLanguages) {
        for_each_text(language, [](std::string_view text) {
            const auto before = text.substr(0, text.find_last_not_of("\"”)") + 1);
            const bool is_ended = before.ends_with('.') || before.ends_with('?') ||
                                  before.ends_with(':') || before.ends_with('}');
            INFO(text);
            CHECK((is_ended || !text.contains(". ") || sentences(text).size() == 1));
        });
    }
}

TEST_CASE("nothing is exclaimed", "[ui]") {
    for (const Language language : kLanguages)
        for_each_text(language, [](std::string_view text) { CHECK_FALSE(text.contains('!')); });
}

TEST_CASE("citizens meet no words of the office", "[ui]") {
    for (const Wording& wording : wordings(Language::Vietnamese)) {
        if (is_for_technicians(wording.key)) continue;
        INFO(wording.key);
        for (const std::string_view text : {wording.shown, wording.spoken}) {
            const std::string words = without(to_lower(text), kOldCard);
            for (const std::string_view office : kOfficeWords) {
                INFO(office);
                CHECK_FALSE(says(words, office));
            }
        }
    }
}

}  // namespace motlan

// The texts: complete, drawable, and laid out without losing a letter.
#include <set>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/card_hint.h"
#include "kiosk/core/utf8.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

constexpr std::array kLanguages{Language::Vietnamese, Language::English};

Typeface open_typeface() { return Typeface::open(kFontFolder).value(); }

}  // namespace

TEST_CASE("every fault has a sentence for citizens and a hint for technicians", "[ui]") {
    std::set<std::string> sentences;
    for (const Fault fault : all_faults()) {
        INFO(code(fault));
        for (const Audience audience : {Audience::Citizen, Audience::Technician}) {
            const auto text =
                find_text("fault." + std::string(code(fault)) +
                          (audience == Audience::Citizen ? ".citizen" : ".technician"));
            REQUIRE(text.has_value());
            CHECK(fault_text(fault, audience) == *text);
            CHECK(sentences.insert(phrase(*text, Language::Vietnamese).shown).second);
        }
    }
}

TEST_CASE("everything that may be wrong with a page has a badge", "[ui]") {
    for (const Fault doubt :
         {Fault::PageCutOff, Fault::PageTooSmall, Fault::PageDark, Fault::PageBlank,
          Fault::PageGlare, Fault::PageBlurred, Fault::PageTextTooSmall, Fault::PageUpsideDown,
          Fault::PageDuplicate, Fault::PageTextLost, Fault::PageOtherPaper, Fault::PageHeld,
          Fault::PageNotFound}) {
        INFO(code(doubt));
        CHECK(find_text("doubt." + std::string(code(doubt))).has_value());
    }
}

TEST_CASE("every hint of the viewfinder has its words", "[ui]") {
    for (int i = 0; i <= static_cast<int>(CardHint::CodeSeen); ++i) {
        const auto hint = static_cast<CardHint>(i);
        INFO(name(hint));
        CHECK(find_text("hint." + std::string(name(hint))).has_value());
    }
}

TEST_CASE("every letter of every text can be drawn, and the whole Vietnamese alphabet", "[ui]") {
    const Typeface typeface = open_typeface();
    std::string all = "0123456789–—…“”₫";
    for (const Language language : kLanguages) {
        for (const Wording& wording : wordings(language)) all += wording.shown;
    }
    std::string_view rest = all;
    while (!rest.empty()) {
        const char32_t letter = take_letter(rest);
        INFO(static_cast<unsigned>(letter));
        if (letter != U'\n') CHECK(typeface.has(letter));
    }
    for (char32_t letter = 0x1EA0; letter <= 0x1EF9; ++letter) CHECK(typeface.has(letter));
    for (const char32_t letter : {U'ă', U'â', U'đ', U'ê', U'ô', U'ơ', U'ư', U'Đ', U'Ơ', U'Ư'}) {
        CHECK(typeface.has(letter));
    }
}

TEST_CASE("values are filled in, also where a text is read aloud", "[ui]") {
    const Phrase step =
        phrase(Text::FrameStep, Language::Vietnamese, {{"step", "3"}, {"name", "Trả lời"}});

    CHECK(step.shown.ends_with("3/6 · Trả lời"));
    CHECK(step.spoken == "Bước 3 trong 6: Trả lời");
    CHECK(step.key == "frame.step");
}

TEST_CASE("wrapped lines fit and lose no word", "[ui]") {
    const Typeface typeface = open_typeface();
    const Font font{Weight::Regular, 29};
    const std::string text(wordings(Language::Vietnamese)[0].shown.empty()
                               ? ""
                               : phrase(Text::DeclareWords, Language::Vietnamese).shown);
    for (const int width : {160, 300, 700, 2000}) {
        std::string joined;
        for (const TextLine& line : lay_out(typeface, font, text, width)) {
            CHECK(line.width <= width);
            joined += (joined.empty() ? "" : " ") + std::string(line.text);
        }
        CHECK(joined == text);
    }
}

TEST_CASE("a word wider than the line is cut, a number stays with its unit", "[ui]") {
    const Typeface typeface = open_typeface();
    const Font font{Weight::Regular, 29};

    CHECK(lay_out(typeface, font, std::string(200, 'n'), 300).size() > 5);
    for (const TextLine& line : lay_out(typeface, font, "Lệ phí là 8.000\u00a0đồng", 200)) {
        CHECK(line.text.find("8.000") == line.text.find("8.000\u00a0đồng"));
    }
}

TEST_CASE("a long code is broken behind its hyphens", "[ui]") {
    const Typeface typeface = open_typeface();
    const std::string code = "019ab2c4-7d10-7c3e-9f00-3f2a61b7e554";
    const auto lines = lay_out(typeface, {Weight::Bold, 42}, code, 400);

    REQUIRE(lines.size() > 1);
    for (const TextLine& line : lines)
        CHECK((line.text.ends_with('-') || code.ends_with(line.text)));
}

TEST_CASE("balanced headings have as many lines and none is left alone", "[ui]") {
    const Typeface typeface = open_typeface();
    const Font font{Weight::Bold, 54};
    const std::string text = phrase(Text::PageTitle, Language::Vietnamese).shown;

    const auto plain_lines = lay_out(typeface, font, text, 952);
    const auto balanced = lay_out_balanced(typeface, font, text, 952);

    REQUIRE(plain_lines.size() == 2);
    REQUIRE(balanced.size() == 2);
    CHECK(balanced[1].width > plain_lines[1].width);
}

TEST_CASE("letters are taken from any bytes without reading past them", "[ui]") {
    for (const std::string bytes : {"\xE1\xBA", "\xFF", "\x80", "\xF0\x9F\x98", "a\xC4"}) {
        std::string_view rest = bytes;
        while (!rest.empty()) static_cast<void>(take_letter(rest));
        CHECK(rest.empty());
    }
}

TEST_CASE("times are told as in Vietnam", "[ui]") {
    const WallTime time{std::chrono::milliseconds{1795615200000}};  // 2026-11-25 14:00 UTC

    CHECK(clock_text(time) == "21:00");
    CHECK(date_text(time) == "25/11/2026");
    CHECK(due_text(time, Language::Vietnamese) == "trước\u00a021:00 thứ\u00a0Tư, 25/11/2026");
}

}  // namespace motlan

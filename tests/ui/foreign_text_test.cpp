// What people, cards, sources and the province may write: names that never end, letters that
// nobody has, marks of their own, bytes that are no text. Every screen stays as it must be.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/flow/step.h"
#include "kiosk/ui/readable.h"
#include "tests/ui/audit.h"
#include "tests/ui/every_text.h"

namespace motlan::testing {
namespace {

using namespace std::string_literals;

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

/// Every text of the sample becomes this one. Names of things stay: what is shown of a dossier or
/// of a choice is found by them.
Sample with_text(const Sample& sample, const std::string& words) {
    Sample changed = sample;
    each_text(changed.state, [&words](std::string& text) {
        if (!text.empty()) text = words;
    });
    return changed;
}

/// Judges the first pages of every screen with these words in the place of all that is not ours.
std::size_t complaints_with(const std::string& words, int pages) {
    Audit audit(Author::Anybody);
    std::size_t number = words.size();
    for (const Sample& sample : samples()) {
        Sample changed = with_text(sample, words);
        for (const Look& look : some_looks(number++)) audit.judge(changed, look, pages);
    }
    return audit.tell();
}

/// Where help and the ways on and back are.
std::vector<std::pair<std::string, Rect>> ways_out(const Sample& sample, const Look& look) {
    Glass glass(look.panel);
    State state = sample.state;
    state.comfort = look.comfort;
    glass.draw(state);
    std::vector<std::pair<std::string, Rect>> ways;
    for (const Node& node : glass.tree().nodes()) {
        const bool is_way = node.id.starts_with("access.") || node.id.starts_with("action.");
        if (is_way) ways.emplace_back(node.id, node.rect);
    }
    return ways;
}

State typing_in(std::string_view name) {
    const std::vector<Sample> all = samples();
    return std::ranges::find(all, name, &Sample::name)->state;
}

}  // namespace

TEST_CASE("words that never end stay in their places on every screen", "[ui]") {
    CHECK(complaints_with(repeated("Nguyễn ", 1'430), 3) == 0);
}

TEST_CASE("a word that never ends stays in its place on every screen", "[ui]") {
    CHECK(complaints_with(std::string(10'000, 'W'), 3) == 0);
}

TEST_CASE("texts that never end break no screen and hide no way out", "[ui]") {
    for (const std::string& words : {repeated("Nguyễn ", 1'430), std::string(10'000, 'W')}) {
        std::size_t number = words.size();
        for (const Sample& sample : samples()) {
            for (const Look& look : some_looks(number++)) {
                INFO(sample.name << " " << look.name);
                CHECK(ways_out(with_text(sample, words), look) == ways_out(sample, look));
            }
        }
    }
}

TEST_CASE("names whose marks are letters of their own are whole on every screen", "[ui]") {
    CHECK(complaints_with("Nguye\u0302\u0303n Thi\u0323 Ho\u0300a, xo\u0301m 4", 20) == 0);
}

TEST_CASE("pictures and letters without a shape leave a sign on every screen", "[ui]") {
    CHECK(complaints_with("Hòa 😀 👩‍🌾 \U0001F9D3\U0001F3FD 阮氏 ไทย", 20) == 0);
}

TEST_CASE("control characters steer no screen", "[ui]") {
    CHECK(complaints_with("Hòa\0\x01\t\r\x1b[31m\u0085\u202E\u200B\n\n\nXóm 4"s, 20) == 0);
}

TEST_CASE("bytes that are no text leave a sign on every screen", "[ui]") {
    CHECK(complaints_with("\xFF\xFE\x80 kh\xC3ong \xED\xA0\x80 UTF-8", 20) == 0);
}

TEST_CASE("what is shown of a text is composed, has a shape and steers nothing", "[ui]") {
    CHECK(readable("Nguye\u0302\u0303n") == "Nguyễn");
    CHECK(readable("Hòa 😀👩‍🌾 Mơ") == "Hòa \uFFFD Mơ");
    CHECK(readable("a\tb\x1b[0m\u202Ec\u200Bd") == "a b [0mcd");
    CHECK(readable("một\n\n\nhai") == "một\nhai");
    CHECK(readable("a\xFF"
                   "b") ==
          "a\uFFFD"
          "b");
    CHECK(readable("H" + repeated("\u0310", 10'000)) == "H\u0310\u0310");
    CHECK(readable("Y Bră\u0306k, 8.000\u00A0₫ – “Đắk Lắk”…") ==
          "Y Bră\u0306k, 8.000\u00A0₫ – “Đắk Lắk”…");
}

TEST_CASE("what has no shape is not said", "[ui]") {
    const Phrase name = plain("Hòa 😀 Mơ");
    const Phrase filled = phrase(Text::OpinionDue, Language::Vietnamese, {{"due", "mai 😀"}});

    CHECK(name.spoken == "Hòa  Mơ");
    CHECK(filled.spoken.contains("mai"));
    CHECK_FALSE(filled.spoken.contains("\uFFFD"));
    CHECK(filled.shown.contains("\uFFFD"));
}

TEST_CASE("every letter that is shown as it is has a shape", "[ui]") {
    const Glass glass(kPortrait);
    for (char32_t letter = 0; letter < 0x11'0000; ++letter) {
        if (!is_drawable(letter) || glass.typeface().has(letter)) continue;
        FAIL_CHECK("no shape for U+" << std::hex << static_cast<std::uint32_t>(letter));
    }
}

TEST_CASE("whatever is typed, an answer is composed text of its length", "[ui]") {
    for (const char* name :
         {"ask_question.text", "report_request.words", "choose_procedure.words"}) {
        for (const std::string& keys : {repeated("ă", 10'000), std::string("Nguye\u0302\u0303n"),
                                        std::string("😀👩‍🌾"),
                                        std::string("\x01\x1b[31m\t\n"), std::string("\xFF\xC3")}) {
            State state = typing_in(name);
            state = step(std::move(state), LettersTyped{keys}, sample_office()).state;
            for (int i = 0; i < 500; ++i)
                state = step(std::move(state), LettersTyped{keys}, sample_office()).state;
            Sample typed{name, std::move(state)};
            Audit audit;
            for (const Look& look : some_looks(keys.size())) audit.judge(typed, look, 4);
            INFO(name << ", " << keys.size() << " bytes");
            CHECK(audit.tell() == 0);
        }
    }
}

}  // namespace motlan::testing

// Choosing a procedure: by life event, by three questions, by words, and back again.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kBook = R"(
first = "event"
unsure = "unsure"
[[procedure]]
code = "birth"
words = { vi = ["vợ mới sinh"], en = ["a baby"] }
[[procedure]]
code = "copy"
words = { vi = ["trích lục"], en = ["extract"] }
[[question]]
id = "event"
text = { vi = "Việc gì?", en = "What?" }
answers = [
    { id = "child", label = { vi = "Con cái", en = "Child" }, procedures = ["birth", "copy"] },
    { id = "papers", label = { vi = "Giấy tờ", en = "Papers" }, procedures = ["copy"] },
]
[[question]]
id = "unsure"
text = { vi = "Có con?", en = "A child?" }
answers = [
    { id = "yes", label = { vi = "Có", en = "Yes" }, question = "when" },
    { id = "no", label = { vi = "Không", en = "No" }, procedures = ["copy"] },
]
[[question]]
id = "when"
text = { vi = "Mới sinh?", en = "New?" }
answers = [
    { id = "new", label = { vi = "Mới", en = "New" }, procedures = ["birth"] },
    { id = "old", label = { vi = "Lâu", en = "Old" }, procedures = ["copy", "birth"] },
]
)";

Procedure named(std::string code, std::string name) {
    Procedure procedure = examples::procedure(example_items());
    procedure.code = ProcedureCode(std::move(code));
    procedure.name = {name, name};
    procedure.short_name = procedure.name;
    return procedure;
}

Office office() {
    Office office = example_office();
    office.procedures = {named("copy", "Bản sao khai sinh"), named("birth", "Đăng ký khai sinh")};
    const auto book = parse_search_book(parse_toml(kBook, "s.toml").value(), "s.toml").value();
    office.search = Search(office.procedures, book);
    office.guide = within(book.guide, office.procedures);
    return office;
}

Walk choosing() {
    Walk walk(office());
    walk(Started{});
    return walk;
}

const ChooseProcedure& screen(const Walk& walk) { return walk.at<ChooseProcedure>(); }

std::string chosen(const Walk& walk) { return walk.at<WhatYouNeed>().procedure.code.value(); }

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a life event with several procedures offers them, best first", "[flow]") {
    Walk walk = choosing();

    CHECK(screen(walk(GuideAnswered{"child"})).found.places == Places{1, 0});
    CHECK(chosen(walk(ProcedureChosen{1})) == "birth");
}

TEST_CASE("a life event with one procedure leads straight to it", "[flow]") {
    CHECK(chosen(choosing()(GuideAnswered{"papers"})) == "copy");
}

TEST_CASE("who does not know is asked until one procedure is left", "[flow]") {
    Walk walk = choosing();

    CHECK(screen(walk(UnsureWished{})).asked == std::vector<std::string>{"unsure"});
    CHECK(screen(walk(GuideAnswered{"yes"})).asked.back() == "when");
    CHECK(chosen(walk(GuideAnswered{"new"})) == "birth");
}

TEST_CASE("an answer that the question does not offer changes nothing", "[flow]") {
    Walk walk = choosing();

    CHECK(screen(walk(GuideAnswered{"new"})).asked.empty());
    CHECK(screen(walk(SearchWished{})(GuideAnswered{"papers"})).by == ChooseBy::Words);
}

TEST_CASE("every letter searches anew", "[flow]") {
    Walk walk = choosing();

    CHECK(screen(walk(SearchWished{})).found.places.empty());
    CHECK(screen(walk(LettersTyped{"tr"})).found.places == Places{0});
    CHECK(screen(walk(LetterErased{})(LetterErased{})).found.places.empty());
    CHECK(screen(walk(LettersTyped{"vo moi sinh"})).found.places.front() == 1);
    CHECK(chosen(walk(ProcedureChosen{1})) == "birth");
}

TEST_CASE("letters from a real keyboard begin a search from any question", "[flow]") {
    Walk walk = choosing();

    walk(UnsureWished{})(LettersTyped{"kh"});

    CHECK(screen(walk).by == ChooseBy::Words);
    CHECK(screen(walk).typed == "kh");
    CHECK(screen(walk).asked.empty());
}

TEST_CASE("what is typed stays composed, short and free of control letters", "[flow]") {
    Walk walk = choosing();

    CHECK(screen(walk(LettersTyped{"kê"})(LettersTyped{"\u0301"})).typed == "kế");
    CHECK(screen(walk(LettersTyped{"\n"})(LettersTyped{"\xFF"})).typed == "kế");
    for (int i = 0; i < 100; ++i) walk(LettersTyped{"a"});
    CHECK(screen(walk).typed.size() < 100);
}

TEST_CASE("going back leads one step back, and from the first question to the welcome", "[flow]") {
    Walk walk = choosing();

    walk(UnsureWished{})(GuideAnswered{"yes"})(GuideAnswered{"old"});
    CHECK(screen(walk).found.places == Places{0, 1});
    CHECK(screen(walk(WentBack{})).found.places.empty());
    CHECK(screen(walk).asked.back() == "when");
    CHECK(screen(walk(WentBack{})).asked.back() == "unsure");
    CHECK(screen(walk(WentBack{})).asked.empty());
    CHECK(walk(WentBack{}).is_at<Welcome>());
}

TEST_CASE("going back from what is needed finds the words and offers as they were", "[flow]") {
    Walk walk = choosing();

    walk(SearchWished{})(LettersTyped{"trich luc"})(ProcedureChosen{0})(WentBack{});
    CHECK(screen(walk).typed == "trich luc");
    CHECK(screen(walk).found.places == Places{0});
    walk(WentBack{})(GuideAnswered{"child"})(ProcedureChosen{0})(WentBack{});
    CHECK(screen(walk).found.places == Places{1, 0});
}

TEST_CASE("leaving forgets what was typed", "[flow]") {
    Walk walk = choosing();

    walk(LettersTyped{"vo mat"})(LeaveWished{})(Started{});

    CHECK(screen(walk).typed.empty());
    CHECK(screen(walk).by == ChooseBy::Questions);
}

TEST_CASE("a kiosk without a guide still lets its procedures be chosen", "[flow]") {
    Walk walk;

    walk(Started{});
    CHECK(current_question(screen(walk), Guide{}) == nullptr);
    CHECK(screen(walk(GuideAnswered{"child"})(UnsureWished{})(GuideAnswered{"x"})).by ==
          ChooseBy::Questions);
    CHECK(walk(ProcedureChosen{0}).is_at<WhatYouNeed>());
}

}  // namespace motlan

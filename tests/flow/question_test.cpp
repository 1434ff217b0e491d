// One question at a time: keys, limits, and answers that no way back loses.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

const std::string& draft(const Walk& walk) { return walk.at<AskQuestion>().draft; }

/// At the text question, the third one.
Walk at_text(Office office = example_office()) {
    Walk walk(std::move(office));
    walk.to_data(SourceVerdict::Held)(Proceeded{})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    REQUIRE(walk.at<AskQuestion>().item == ItemId("where"));
    return walk;
}

}  // namespace

TEST_CASE("questions are counted and papers come after them", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{});

    CHECK(walk.at<AskQuestion>().item == ItemId("copies"));
    CHECK(walk.at<AskQuestion>().number == 1);
    CHECK(walk.at<AskQuestion>().total == 3);
    CHECK(walk(Proceeded{}).at<AskQuestion>().number == 2);
}

TEST_CASE("a number starts where it is usual and is taken only within its limits", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{});

    CHECK(draft(walk) == "2");
    CHECK(walk.at<AskQuestion>().is_complete);
    for (const char* text : {"0", "10", "-1", "3x", "", "3.0", "03 "}) {
        INFO(text);
        CHECK(draft(walk(DraftSet{text})) == "2");
    }
    CHECK(draft(walk(DraftSet{"9"})) == "9");
}

TEST_CASE("somebody's number has twelve digits, or the nine of an earlier card", "[flow]") {
    constexpr std::string_view kWhose =
        "question = { text = { vi = \"Số?\", en = \"Number?\" }, kind = \"person_number\" }";
    Walk walk(example_office(examples::item("name", "person.full_name") +
                             examples::item("whose", "will.whose", kWhose)));
    walk.to_sources()(Walk::population())(Proceeded{});

    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    walk(LettersTyped{"04018500"})(LettersTyped{"x"})(ToneTyped{'s'});
    CHECK(draft(walk) == "04018500");
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    CHECK(walk(LettersTyped{"0"}).at<AskQuestion>().is_complete);
    CHECK_FALSE(walk(LettersTyped{"0"}).at<AskQuestion>().is_complete);
    CHECK(walk(LettersTyped{"2"})(LettersTyped{"5"}).at<AskQuestion>().is_complete);
    CHECK(draft(walk(LettersTyped{"7"})) == "040185000025");
    CHECK(draft(walk(LetterErased{})) == "04018500002");
    CHECK(draft(walk(DraftSet{"04018500002x"})) == "04018500002");
}

TEST_CASE("a number too large to count is typed, digit by digit", "[flow]") {
    constexpr std::string_view kMoney =
        "question = { text = { vi = \"Mấy?\", en = \"How much?\" }, "
        "number = { least = 5, most = 1000, usual = 50, unit = { vi = \"đồng\", en = \"đồng\" } } "
        "}";
    Walk walk(example_office(examples::item("name", "person.full_name") +
                             examples::item("money", "will.money", kMoney)));
    walk.to_sources()(Walk::population())(Proceeded{});

    CHECK(draft(walk).empty());
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    walk(LettersTyped{"0"})(LettersTyped{"x"})(ToneTyped{'s'})(LettersTyped{"-"});
    CHECK(draft(walk).empty());
    walk(LettersTyped{"4"});
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    CHECK(draft(walk(LettersTyped{"2"})(LettersTyped{"0"})) == "420");
    CHECK(walk.at<AskQuestion>().is_complete);
    CHECK(draft(walk(LettersTyped{"00"})) == "420");
    CHECK(draft(walk(LetterErased{})(LetterErased{})(LetterErased{})).empty());
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    CHECK(draft(walk(LettersTyped{"1"})(LettersTyped{"001"})) == "1001");
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
}

TEST_CASE("a choice is one of those listed, and needed before going on", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{})(Proceeded{});

    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    CHECK(walk(Proceeded{}).at<AskQuestion>().item == ItemId("reason"));
    CHECK(draft(walk(DraftSet{"maybe"})).empty());
    CHECK(draft(walk(DraftSet{"no"})) == "no");
}

TEST_CASE("keys write only where letters are asked for", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{})(Proceeded{})(DraftSet{"yes"});

    walk(ToneTyped{'s'})(LetterErased{})(LettersTyped{"x"});

    CHECK(draft(walk) == "yes");
    CHECK(walk.at<AskQuestion>().is_complete);
}

TEST_CASE("tones stand where this office wants them, however they are typed", "[flow]") {
    Office office = example_office();
    office.tone_style = ToneStyle::New;
    Walk walk = at_text(office);

    CHECK(draft(walk(TypingWayWished{TypingWay::Telex})(LettersTyped{"hoaf "})) == "hoà ");
    CHECK(draft(walk(TypingWayWished{TypingWay::Vni})(LettersTyped{"thuy1 "})) == "hoà thuý ");
    walk(TypingWayWished{TypingWay::Direct})(LettersTyped{"hoan"})(ToneTyped{'f'})(LetterErased{});
    CHECK(draft(walk) == "hoà thuý hoà");
    CHECK(draft(at_text()(LettersTyped{"hoa"})(ToneTyped{'f'})) == "hòa");
}

TEST_CASE("letters, tones and erasing make Vietnamese words", "[flow]") {
    Walk walk = at_text();
    walk(LettersTyped{"Nghê"})(ToneTyped{'j'})(LettersTyped{" An"})(LetterErased{});

    CHECK(draft(walk) == "Nghệ A");
    CHECK(draft(walk(LettersTyped{"a\u0301"})) == "Nghệ Aá");
}

TEST_CASE("a text keeps to its length and takes no control characters or broken bytes", "[flow]") {
    Walk walk = at_text();

    CHECK(draft(walk(LettersTyped{std::string(21, 'a')})).empty());
    CHECK(draft(walk(LettersTyped{"a\nb"})).empty());
    CHECK(draft(walk(LettersTyped{"\xFF"})).empty());
    CHECK(draft(walk(DraftSet{"\xFF"})).empty());
    CHECK(draft(walk(LettersTyped{std::string(20, 'a')})).size() == 20);
    CHECK(draft(walk(LettersTyped{"b"})).size() == 20);
}

TEST_CASE("a text of blanks is no answer", "[flow]") {
    Walk walk = at_text();
    walk(LettersTyped{"   "});

    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    CHECK(walk(Proceeded{}).at<AskQuestion>().item == ItemId("where"));
}

TEST_CASE("going back and forth keeps every answer", "[flow]") {
    Walk walk = at_text();
    walk(LettersTyped{"Vinh"})(Proceeded{});
    REQUIRE(walk.is_at<ScanPaper>());

    CHECK(draft(walk(WentBack{})) == "Vinh");
    CHECK(draft(walk(WentBack{})) == "yes");
    CHECK(draft(walk(WentBack{})) == "2");
    CHECK(walk(WentBack{}).is_at<CheckDetails>());
    CHECK(walk(Proceeded{}).is_at<ScanPaper>());
    CHECK(walk.at<ScanPaper>().visit.answers.size() == 3);
}

TEST_CASE("a word that was only begun is still there on the way forward", "[flow]") {
    Walk walk = at_text();
    walk(LettersTyped{"Vi"})(WentBack{})(Proceeded{});

    CHECK(draft(walk) == "Vi");
    CHECK_FALSE(walk.at<AskQuestion>().visit.answers.contains(ItemId("where")));
}

TEST_CASE("a number that nobody confirmed is not taken for an answer", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{})(WentBack{});

    CHECK(walk.at<CheckDetails>().visit.answers.empty());
    CHECK(walk(Proceeded{}).at<AskQuestion>().item == ItemId("copies"));
}

TEST_CASE("an answer is kept without the blanks around it", "[flow]") {
    Walk walk = at_text();
    walk(LettersTyped{" Vinh "})(Proceeded{});

    CHECK(walk.at<ScanPaper>().visit.answers.at(ItemId("where")).reveal() == "Vinh");
}

TEST_CASE("marks are typed in the way that the citizen knows", "[flow]") {
    Walk walk = at_text();

    CHECK(draft(walk(TypingWayWished{TypingWay::Telex})(LettersTyped{"Ngheej An"})) == "Nghệ An");
    CHECK(draft(walk(TypingWayWished{TypingWay::Vni})(LettersTyped{", d9u7o7ng2"})) ==
          "Nghệ An, đường");
    CHECK(draft(walk(TypingWayWished{TypingWay::Direct})(LettersTyped{" ass"})) ==
          "Nghệ An, đường ass");
}

TEST_CASE("a tone finds its place while letters are added and erased", "[flow]") {
    Walk walk = at_text();
    walk(LettersTyped{"hoa"})(ToneTyped{'f'});

    CHECK(draft(walk) == "hòa");
    CHECK(draft(walk(LettersTyped{"n"})) == "hoàn");
    CHECK(draft(walk(LetterErased{})) == "hòa");
}

TEST_CASE("letters that are taken apart, and signs, do no harm", "[flow]") {
    Walk walk = at_text();

    CHECK(draft(walk(LettersTyped{"Vi\u0323nh"})) == "Vịnh");
    CHECK(draft(walk(LettersTyped{"\xF0\x9F\x98\x80"})) == "Vịnh\xF0\x9F\x98\x80");
    walk(LettersTyped{std::string(10'000, 'a')});
    CHECK(draft(walk).size() < 1'000);
}

TEST_CASE("a suggested word takes the place of what was typed, and one delete takes it back",
          "[flow]") {
    Office office = example_office();
    office.words = WordBook({}, ToneStyle::Old);
    Walk walk = at_text(office);
    walk(LettersTyped{"o d"})(LettersTyped{"u"})(LettersTyped{"c"})(WordChosen{"đúc"});
    CHECK(draft(walk) == "o đúc ");
    CHECK(walk.at<AskQuestion>().is_complete);
    CHECK(draft(walk(LettersTyped{" "})) == "o đúc ");

    Walk longer = walk;
    CHECK(draft(longer(WordChosen{"đúc"})) == "o đúc ");
    CHECK(draft(longer(LetterErased{})) == "o duc");
    CHECK(draft(longer(LetterErased{})) == "o du");
    walk(LettersTyped{"v"})(LetterErased{});
    CHECK(draft(walk) == "o đúc ");
    CHECK(draft(walk(LetterErased{})) == "o đúc");
}

TEST_CASE("only a word that is suggested there is taken, and none where digits are written",
          "[flow]") {
    Office office = example_office();
    office.words = WordBook({}, ToneStyle::Old);
    Walk walk = at_text(office);
    walk(WordChosen{"đúc"})(LettersTyped{"duc"});
    for (const std::string& word :
         {std::string(), std::string("\xFF"), std::string("người"), std::string(10'000, 'd')})
        CHECK(draft(walk(WordChosen{word})) == "duc");

    Walk number(office);
    number.to_data()(Proceeded{})(WordChosen{"đúc"});
    CHECK(draft(number) == "2");
}

}  // namespace motlan

// The question for a commune or ward: found by letters, chosen by the citizen, never guessed.
#include "kiosk/flow/place_search.h"
#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kUnits = R"(home = "40"
[[province]]
code = "01"
name = "Hà Nội"
city = true
[[province]]
code = "38"
name = "Thanh Hoá"
communes = ["14758 Yên Thọ"]
[[province]]
code = "40"
name = "Nghệ An"
wards = ["16681 Thành Vinh"]
communes = ["17971 Kim Liên", "17728 Cát Ngạn"]
)";

constexpr std::string_view kPlace =
    "question = { text = { vi = \"Xã nào?\", en = \"Which?\" }, kind = \"unit\" }";
const std::string kKimLien = "17971 xã Kim Liên, tỉnh Nghệ An";

Office office() {
    using examples::item;
    Office office = example_office(item("name", "person.full_name") +
                                   item("copies", "will.copies", examples::kNumber) +
                                   item("unit", "will.unit", kPlace));
    const auto tree = parse_toml(kUnits, "units.toml");
    office.units = Units::parse(tree.value(), "units.toml").value();
    return office;
}

const Units& units() {
    static const Office kOffice = office();
    return kOffice.units;
}

/// At the question for the place, the last one.
Walk at_place() {
    Walk walk(office());
    walk.to_sources()(Walk::population())(Proceeded{})(Proceeded{});
    REQUIRE(walk.at<AskQuestion>().item == ItemId("unit"));
    return walk;
}

PlaceStage stage(const Walk& walk) { return place_stage(walk.at<AskQuestion>(), units()); }
const std::string& draft(const Walk& walk) { return walk.at<AskQuestion>().draft; }
std::string letters(const Walk& walk) { return place_letters(walk.at<AskQuestion>(), units()); }
std::string region(const Walk& walk) {
    return place_region(walk.at<AskQuestion>(), units()).code.value();
}
const std::string& said(const Walk& walk) {
    return walk.at<ReviewAll>().visit.answers.at(ItemId("unit")).reveal();
}

}  // namespace

TEST_CASE("communes of this office's province are offered first, and nothing is chosen", "[flow]") {
    Walk walk = at_place();

    CHECK(stage(walk) == PlaceStage::Unit);
    CHECK(region(walk) == "40");
    CHECK(draft(walk).empty());
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    CHECK(walk(Proceeded{}).is_at<AskQuestion>());
}

TEST_CASE("letters narrow the list and choose nothing by themselves", "[flow]") {
    Walk walk = at_place();
    walk(LettersTyped{"kim"})(LettersTyped{" li"})(LetterErased{});

    CHECK(letters(walk) == "kim l");
    CHECK(draft(walk).empty());
    CHECK(letters(walk(LettersTyped{std::string(100, 'a')})) == "kim l");
    CHECK(letters(walk(LettersTyped{"\n"})) == "kim l");
}

TEST_CASE("a chosen unit is the answer, and may be chosen again", "[flow]") {
    Walk walk = at_place();
    walk(LettersTyped{"kim"})(DraftSet{"17971"});

    CHECK(stage(walk) == PlaceStage::Chosen);
    CHECK(draft(walk) == kKimLien);
    CHECK(walk.at<AskQuestion>().is_complete);
    CHECK(draft(walk(LettersTyped{"x"})(LetterErased{})(ToneTyped{'s'})) == kKimLien);

    walk(WiderPlaceWished{});
    CHECK(stage(walk) == PlaceStage::Unit);
    CHECK(letters(walk).empty());
    CHECK(said(walk(DraftSet{"17728"})(Proceeded{})) == "17728 xã Cát Ngạn, tỉnh Nghệ An");
}

TEST_CASE("a code that nobody has chooses nothing", "[flow]") {
    Walk walk = at_place();
    for (const char* code : {"", "99", "00000", "17971 xã Kim Liên, tỉnh Nghệ An", "\xFF"}) {
        INFO(code);
        CHECK(draft(walk(DraftSet{code})).empty());
    }
}

TEST_CASE("another province is a wish, and its listed communes are offered then", "[flow]") {
    Walk walk = at_place();
    walk(LettersTyped{"kim"})(WiderPlaceWished{});

    CHECK(stage(walk) == PlaceStage::Region);
    CHECK(letters(walk).empty());
    walk(LettersTyped{"th"})(DraftSet{"38"});
    CHECK(stage(walk) == PlaceStage::Unit);
    CHECK(region(walk) == "38");
    CHECK(said(walk(DraftSet{"14758"})(Proceeded{})) == "14758 xã Yên Thọ, tỉnh Thanh Hoá");
}

TEST_CASE("where no communes are listed the name is written, with tones", "[flow]") {
    Walk walk = at_place();
    walk(WiderPlaceWished{})(DraftSet{"01"});

    CHECK(stage(walk) == PlaceStage::Written);
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
    walk(LettersTyped{" "});
    CHECK(draft(walk).empty());
    walk(LettersTyped{"Ba Đinh"})(ToneTyped{'f'})(LettersTyped{" "});
    CHECK(letters(walk) == "Ba Đình ");
    CHECK(walk.at<AskQuestion>().is_complete);
    CHECK(said(walk(Proceeded{})) == "01 Ba Đình, thành phố Hà Nội");
}

TEST_CASE("the way back leads from the provinces to the list, and then out", "[flow]") {
    Walk walk = at_place();
    walk(WiderPlaceWished{})(DraftSet{"01"})(WentBack{});
    CHECK(stage(walk) == PlaceStage::Region);
    walk(WentBack{});
    CHECK(stage(walk) == PlaceStage::Unit);
    CHECK(region(walk) == "40");

    CHECK(walk(WentBack{}).at<AskQuestion>().item == ItemId("copies"));
}

TEST_CASE("what was chosen or written is still there on the way forward", "[flow]") {
    Walk walk = at_place();
    walk(DraftSet{"17971"})(WentBack{})(Proceeded{});
    CHECK(draft(walk) == kKimLien);

    walk(WiderPlaceWished{})(WiderPlaceWished{})(DraftSet{"01"})(LettersTyped{"Ba"});
    walk(WentBack{})(Proceeded{});
    CHECK(stage(walk) == PlaceStage::Written);
    CHECK(letters(walk) == "Ba");
    CHECK(region(walk) == "01");
}

TEST_CASE("an answer opened from the review shows the place, and keeps it on the way back",
          "[flow]") {
    Walk walk = at_place();
    walk(DraftSet{"17971"})(Proceeded{})(AnswerReopened{ItemId("unit")});

    CHECK(stage(walk) == PlaceStage::Chosen);
    CHECK(said(walk(WiderPlaceWished{})(WentBack{})) == kKimLien);
}

TEST_CASE("other questions know nothing of places", "[flow]") {
    Walk walk = at_place();
    walk(WentBack{});
    const std::string before = draft(walk);

    CHECK(draft(walk(WiderPlaceWished{})(DraftSet{"17971"})) == before);
}

TEST_CASE("a suggested word goes into a name that is written", "[flow]") {
    Office with_words = office();
    with_words.words = WordBook({}, ToneStyle::Old);
    Walk walk(with_words);
    walk.to_sources()(Walk::population())(Proceeded{})(Proceeded{});
    walk(WiderPlaceWished{})(DraftSet{"01"})(LettersTyped{"duc"})(WordChosen{"đúc"});

    CHECK(stage(walk) == PlaceStage::Written);
    CHECK(letters(walk) == "đúc ");
}

}  // namespace motlan

// Answers that stand on a paper: the question waits for it, the citizen confirms.
#include <sstream>

#include "kiosk/core/json.h"
#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kAuthorisation =
    "GIẤY ỦY QUYỀN\nNgười được ủy quyền: CCCD 040200000017\nNgười ủy quyền: CCCD 040 185 000 025";

Office office_with_suggestion(bool has_other_paper = false) {
    using examples::item;
    std::string items = item("name", "person.full_name") +
                        item("whose", "will.whose_number", examples::kTextOnPaper) +
                        item("reason", "will.reason", examples::kChoice) +
                        item("paper", "document.authorisation", examples::kPaper);
    if (has_other_paper) items += item("lease", "document.lease", examples::kPaper);
    return example_office(items);
}

PageRead read(int sheet, std::string_view text) {
    PageRead read{.sheet = sheet, .text = {.width = 2480, .height = 3508, .dpi = 300, .words = {}}};
    std::istringstream lines{std::string(text)};
    int number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
        std::istringstream words(line);
        for (std::string word; words >> word;)
            read.text.words.push_back({.text = word, .confidence = 90, .line = number});
    }
    return read;
}

Page numbered(int sheet) {
    Page page = Walk::page();
    page.sheet = sheet;
    return page;
}

/// Past the question that stands on no paper.
Walk& to_first_paper(Walk& walk) {
    walk.to_sources()(Walk::population())(Proceeded{})(DraftSet{"yes"})(Proceeded{}).past_list();
    REQUIRE(walk.at<ScanPaper>().item == ItemId("paper"));
    return walk(ScanWished{})(SheetScanned{})(PageScanned{numbered(4)});
}

std::string read_from(const Walk& walk) {
    const auto stored = walk.effects<StoreDossier>();
    REQUIRE(stored.size() == 1);
    const Tree form = form_of(stored.at(0).dossier);
    return to_json(form).find(R"("read_from":"scan","value":"040185000025")") != std::string::npos
               ? "scan"
               : "citizen";
}

}  // namespace

TEST_CASE("a question that a paper answers is asked after it, with what was read", "[flow]") {
    Walk walk(office_with_suggestion());
    to_first_paper(walk)(read(4, kAuthorisation))(Proceeded{});

    CHECK(walk.at<AskQuestion>().item == ItemId("whose"));
    CHECK(walk.at<AskQuestion>().number == 2);
    CHECK(walk.at<AskQuestion>().total == 2);
    CHECK(walk.at<AskQuestion>().draft == "040185000025");
    CHECK(walk.at<AskQuestion>().is_complete);
    CHECK(walk(Proceeded{}).is_at<ReviewAll>());
    walk(Proceeded{})(Proceeded{});
    CHECK(read_from(walk) == "scan");
}

TEST_CASE("what a paper said goes with it, and the next paper is asked anew", "[flow]") {
    Walk walk(office_with_suggestion());
    to_first_paper(walk)(read(4, kAuthorisation))(Proceeded{});
    REQUIRE(walk.at<AskQuestion>().draft == "040185000025");

    walk(WentBack{});
    CHECK(visit_of(walk.state().screen)->drafts.empty());
}

TEST_CASE("what a citizen writes instead is his own word", "[flow]") {
    Walk walk(office_with_suggestion());
    to_first_paper(walk)(read(4, kAuthorisation))(Proceeded{});

    walk(LetterErased{})(LettersTyped{"6"})(Proceeded{})(Proceeded{})(Proceeded{});

    CHECK(read_from(walk) == "citizen");
}

TEST_CASE("a page that is read late fills an empty answer and never a begun one", "[flow]") {
    Walk late(office_with_suggestion());
    to_first_paper(late)(Proceeded{});
    REQUIRE(late.at<AskQuestion>().draft.empty());
    CHECK(late(read(4, kAuthorisation)).at<AskQuestion>().draft == "040185000025");

    Walk begun(office_with_suggestion());
    to_first_paper(begun)(Proceeded{})(LettersTyped{"0"});
    CHECK(begun(read(4, kAuthorisation)).at<AskQuestion>().draft == "0");
}

TEST_CASE("nobody is offered his own number for somebody else's", "[flow]") {
    Walk walk(office_with_suggestion());
    to_first_paper(walk)(read(4, "Người được ủy quyền: CCCD 040200000017"))(Proceeded{});

    CHECK(walk.at<AskQuestion>().draft.empty());
    CHECK_FALSE(walk.at<AskQuestion>().is_complete);
}

TEST_CASE("with several papers the question comes after the last, and back leads to the list",
          "[flow]") {
    Walk walk(office_with_suggestion(true));
    to_first_paper(walk)(Proceeded{});
    REQUIRE(walk.is_at<ListPapers>());
    walk(read(4, kAuthorisation))(Proceeded{}).scan()(Proceeded{});

    CHECK(walk.at<AskQuestion>().draft == "040185000025");
    CHECK(walk(WentBack{}).is_at<ListPapers>());
    CHECK(walk(Proceeded{}).at<AskQuestion>().item == ItemId("whose"));
    CHECK(walk(Proceeded{}).is_at<ReviewAll>());
    CHECK(walk(WentBack{}).at<AskQuestion>().item == ItemId("whose"));
}

TEST_CASE("a page that is scanned anew takes its answer along", "[flow]") {
    Walk walk(office_with_suggestion());
    to_first_paper(walk)(read(4, kAuthorisation))(PageRedone{});
    walk(ScanWished{})(SheetScanned{})(PageScanned{numbered(5)})(Proceeded{});

    CHECK(walk.at<AskQuestion>().draft.empty());
}

}  // namespace motlan

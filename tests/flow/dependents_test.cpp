// Answers that others depend on, and ways that a citizen chooses instead.
#include "kiosk/flow/tasks.h"
#include "tests/flow/walk.h"

namespace motlan {
namespace {

using examples::item;

constexpr std::string_view kProof = R"([[alternative]]
id = "proof"
label = { vi = "Chứng minh", en = "Proof" }
basis = { document = "Luật mẫu", verified = true }
ways = [["lease"], ["letter"]]
)";

/// "reason" decides whether "where" is asked; one of two papers is enough.
Office office() {
    const std::string when = "\nwhen = { item = \"reason\", is = \"yes\" }";
    return example_office(item("reason", "will.reason", examples::kChoice) +
                          item("where", "will.where", std::string(examples::kText) + when) +
                          item("lease", "document.lease", examples::kPaper) +
                          item("letter", "document.letter", examples::kPaper) +
                          std::string(kProof));
}

Walk at_review() {
    Walk walk(office());
    walk.to_consent()(Proceeded{})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    return walk(LettersTyped{"Vinh"})(Proceeded{}).scan()(Proceeded{});
}

}  // namespace

TEST_CASE("a question that depends on another comes after its answer", "[flow]") {
    Walk walk(office());
    walk.to_consent()(Proceeded{})(Proceeded{});
    CHECK(walk.at<AskQuestion>().total == 1);

    CHECK(walk(DraftSet{"yes"})(Proceeded{}).at<AskQuestion>().item == ItemId("where"));
    CHECK(walk.at<AskQuestion>().number == 2);
    CHECK(walk.at<AskQuestion>().total == 2);
}

TEST_CASE("an answer that rules a question out goes straight on", "[flow]") {
    Walk walk(office());
    walk.to_consent()(Proceeded{})(Proceeded{})(DraftSet{"no"})(Proceeded{});

    CHECK(walk.at<ScanPaper>().item == ItemId("lease"));
}

TEST_CASE("what a changed answer makes needed is open at the review, and the way on leads there",
          "[flow]") {
    Walk walk(office());
    walk.to_consent()(Proceeded{})(Proceeded{})(DraftSet{"no"})(Proceeded{}).scan()(Proceeded{});
    CHECK(open_items(walk.at<ReviewAll>().visit).empty());

    walk(AnswerReopened{ItemId("reason")})(DraftSet{"yes"})(Proceeded{});

    const auto open = open_items(walk.at<ReviewAll>().visit);
    REQUIRE(open.size() == 1);
    CHECK(open.front()->id == ItemId("where"));
    CHECK(walk(Proceeded{}).at<AskQuestion>().item == ItemId("where"));
}

TEST_CASE("a changed answer drops only what depended on it, and says so", "[flow]") {
    Walk walk = at_review();
    walk(AnswerReopened{ItemId("reason")})(DraftSet{"no"})(Proceeded{});

    const Visit& visit = walk.at<ReviewAll>().visit;
    CHECK(visit.dropped == std::vector{ItemId("where")});
    CHECK_FALSE(visit.answers.contains(ItemId("where")));
    CHECK(visit.papers.contains(ItemId("lease")));
    CHECK(walk(Proceeded{}).is_at<Declare>());
}

TEST_CASE("a changed answer that needs more asks for it before the declaration", "[flow]") {
    Walk walk = at_review();
    walk(AnswerReopened{ItemId("reason")})(DraftSet{"no"})(Proceeded{});
    walk(AnswerReopened{ItemId("reason")})(DraftSet{"yes"})(Proceeded{});

    CHECK(walk.at<ReviewAll>().visit.dropped.empty());
    CHECK(walk(Proceeded{}).at<AskQuestion>().item == ItemId("where"));
    CHECK(walk.at<AskQuestion>().draft.empty());
}

TEST_CASE("who has another paper takes the other way", "[flow]") {
    Walk walk(office());
    walk.to_consent()(Proceeded{})(Proceeded{})(DraftSet{"no"})(Proceeded{});

    CHECK(walk(OtherWayWished{ItemId("lease")}).at<ScanPaper>().item == ItemId("letter"));
    CHECK(walk(OtherWayWished{ItemId("letter")}).at<ScanPaper>().item == ItemId("lease"));
    CHECK(walk(OtherWayWished{ItemId("reason")}).at<ScanPaper>().item == ItemId("lease"));
}

TEST_CASE("pages of a way that is left are dropped, and said so", "[flow]") {
    Walk walk = at_review();
    walk(WentBack{})(OtherWayWished{ItemId("lease")});

    CHECK(walk.at<ScanPaper>().item == ItemId("letter"));
    CHECK(walk.at<ScanPaper>().visit.dropped == std::vector{ItemId("lease")});
    CHECK(walk.at<ScanPaper>().visit.papers.empty());
}

TEST_CASE("a scan that runs is not left for another way", "[flow]") {
    Walk walk(office());
    walk.to_consent()(Proceeded{})(Proceeded{})(DraftSet{"no"})(Proceeded{})(ScanWished{});

    CHECK(walk(OtherWayWished{ItemId("lease")}).at<ScanPaper>().item == ItemId("lease"));
}

}  // namespace motlan

// Everything once more, the declaration, and what then leaves the visit.
#include "tests/flow/walk.h"

namespace motlan {

TEST_CASE("the review comes when nothing is open any more", "[flow]") {
    Walk walk;

    CHECK(walk.to_review().is_at<ReviewAll>());
    CHECK(walk(Proceeded{}).is_at<Declare>());
    CHECK(walk(WentBack{}).is_at<ReviewAll>());
}

TEST_CASE("an answer is reopened where it stands and the review comes back", "[flow]") {
    Walk walk;
    walk.to_review()(AnswerReopened{ItemId("copies")});

    CHECK(walk.at<AskQuestion>().draft == "3");
    walk(DraftSet{"5"})(Proceeded{});
    CHECK(walk.at<ReviewAll>().visit.answers.at(ItemId("copies")).reveal() == "5");
}

TEST_CASE("a reopened answer that is left by going back stays as it was", "[flow]") {
    Walk walk;
    walk.to_review()(AnswerReopened{ItemId("copies")})(DraftSet{"5"})(WentBack{});

    CHECK(walk.at<ReviewAll>().visit.answers.at(ItemId("copies")).reveal() == "3");
}

TEST_CASE("what was not asked cannot be reopened", "[flow]") {
    Walk walk;
    walk.to_review();

    for (const char* item : {"name", "home", "none"}) {
        INFO(item);
        CHECK(walk(AnswerReopened{ItemId(item)}).is_at<ReviewAll>());
    }
}

TEST_CASE("back from the review leads to the last task, or to the data when there was none",
          "[flow]") {
    Walk walk;
    Walk spared(example_office(examples::item("name", "person.full_name")));
    spared.to_sources()(Walk::population())(Proceeded{});

    CHECK(walk.to_review()(WentBack{}).at<ScanPaper>().item == ItemId("lease"));
    CHECK(spared.is_at<ReviewAll>());
    CHECK(spared(WentBack{}).is_at<CheckDetails>());
}

TEST_CASE("a declared dossier leaves the visit whole, and nothing of it stays", "[flow]") {
    Walk walk;
    walk.wait(3s).to_declare()(Proceeded{});

    const auto stored = walk.effects<StoreDossier>();
    REQUIRE(stored.size() == 1);
    const Dossier& dossier = stored[0].dossier;
    CHECK(dossier.profile.full_name.reveal() == "Dấu Vết Tên");
    CHECK(dossier.answers.size() == 3);
    CHECK(dossier.papers.at(ItemId("lease")).size() == 1);
    CHECK(dossier.words.size() == 2);
    CHECK(dossier.declared == walk.state().now);
    CHECK(dossier.consent->reference == "c0ffee");
    CHECK_FALSE(holds_visit(walk.state().screen));
    CHECK(walk.at<Submitting>().burden ==
          BurdenReceipt{.needed = 6, .not_asked = 2, .asked = 4, .papers_spared = 1});
}

TEST_CASE("an answer whose item is not asked any more does not travel", "[flow]") {
    Walk walk;
    walk.to_paper(SourceVerdict::NotFound).scan()(Proceeded{});
    for (int i = 0; i < 6; ++i) walk(WentBack{});
    REQUIRE(walk.is_at<Consent>());

    walk(Proceeded{})(Walk::population())(Walk::land(SourceVerdict::Held));
    walk(Proceeded{}).scan()(Proceeded{})(Proceeded{})(Proceeded{});

    const auto stored = walk.effects<StoreDossier>();
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].dossier.papers.size() == 1);
    CHECK(stored[0].dossier.papers.contains(ItemId("lease")));
}

}  // namespace motlan

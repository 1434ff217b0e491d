// Answering a request for a supplement at the kiosk: only what is lawful and nobody else holds.
#include "tests/flow/followed.h"

namespace motlan {
namespace {

/// A held paper, one that nobody holds and a law asks for, one without a law.
FollowedDossier wished() {
    FollowedDossier dossier = asked();
    dossier.events.back().wishes = {
        {ConceptId("document.house_ownership"), "Giấy nhà", "Luật"},
        {ConceptId("document.site_plan"), "Bản vẽ", "Điều 5"},
        {ConceptId("document.marriage"), "Giấy khác", ""},
    };
    return dossier;
}

Walk& to_checked(Walk& walk, const FollowedDossier& dossier = wished()) {
    return to_followed(walk, {dossier})(Proceeded{})(Proceeded{})(Walk::land(SourceVerdict::Held));
}

}  // namespace

TEST_CASE("only the lawful paper that nobody holds is scanned", "[flow]") {
    Walk walk;
    to_checked(walk)(Proceeded{});

    CHECK(walk.at<ScanPaper>().item == ItemId("document.site_plan"));
    walk.scan()(Proceeded{});
    CHECK(walk.is_at<ReviewAll>());
    CHECK(walk.at<ReviewAll>().visit.procedure.items.size() == 2);
}

TEST_CASE("a supplement is a dossier that names the one it is added to", "[flow]") {
    Walk walk;
    to_checked(walk)(Proceeded{}).scan()(Proceeded{})(Proceeded{})(Proceeded{});

    const auto stored = walk.effects<StoreDossier>();
    REQUIRE(stored.size() == 1);
    const Dossier& dossier = stored.front().dossier;
    CHECK(dossier.supplements == std::string(32, 'f'));
    CHECK(dossier.papers.size() == 1);
    CHECK_FALSE(dossier.fee);
    CHECK(form_of(dossier).text_at("supplements") == std::string(32, 'f'));
    CHECK_FALSE(walk.at<Submitting>().has_fee);
}

TEST_CASE("what the State holds is sent without any paper", "[flow]") {
    FollowedDossier dossier = wished();
    dossier.events.back().wishes.resize(1);
    Walk walk;
    to_checked(walk, dossier)(Proceeded{});

    CHECK(walk.is_at<ReviewAll>());
    CHECK(walk.at<ReviewAll>().visit.plan.items.front().from == Provenance::Source);
}

TEST_CASE("a wish without a law is not collected here", "[flow]") {
    FollowedDossier dossier = wished();
    dossier.events.back().wishes = {{ConceptId("document.marriage"), "Giấy khác", ""}};
    Walk walk;
    to_followed(walk, {dossier})(Proceeded{});
    REQUIRE(walk.at<ReviewWishes>().stage == WishStage::Checked);

    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("back from the first paper leads to the wishes, with what was checked", "[flow]") {
    Walk walk;
    to_checked(walk)(Proceeded{})(WentBack{});

    CHECK(walk.at<ReviewWishes>().stage == WishStage::Checked);
    CHECK(walk.at<ReviewWishes>().words.contains(ConceptId("document.house_ownership")));
    CHECK(walk(Proceeded{}).is_at<ScanPaper>());
}

TEST_CASE("back from the first paper keeps the pages that were scanned", "[flow]") {
    Walk walk;
    to_checked(walk)(Proceeded{}).scan()(Proceeded{});
    REQUIRE(walk.is_at<ReviewAll>());
    walk(WentBack{});
    REQUIRE(walk.is_at<ScanPaper>());

    walk(WentBack{});

    CHECK(walk.at<ReviewAll>().visit.papers.contains(ItemId("document.site_plan")));
}

}  // namespace motlan

// A dossier's code that is typed, where the receipt's picture is lost or cannot be read.
#include "tests/flow/followed.h"

namespace motlan {
namespace {

constexpr std::string_view kCode = "H41-261123-0087";

Walk& to_typed(Walk& walk, std::string digits) {
    return to_finding(walk)(CodeWished{})(LettersTyped{std::move(digits)})(Proceeded{});
}

Walk& show_card(Walk& walk) { return walk(CardCodeRead{to_bytes(kMarkedCard)}); }

}  // namespace

TEST_CASE("a typed code tells nothing before the card, and then leads to its dossier", "[flow]") {
    Walk walk;
    to_typed(walk, "2611230087");
    CHECK_FALSE(walk.has_effects());
    CHECK(walk.at<FindDossier>().typed == "2611230087");
    CHECK_FALSE(walk.at<FindDossier>().typing);

    show_card(walk)(found({filed("H41-261124-0001"), filed(std::string(kCode))}));

    CHECK(walk.at<FollowDossier>().followed.dossier().code == kCode);
    CHECK(walk.effects<StopWatching>().size() == 1);
    CHECK(walk(WentBack{}).at<ChooseDossier>().followed.dossiers.size() == 2);
}

TEST_CASE("a code that is too short is kept, and taken once it is whole", "[flow]") {
    Walk walk;
    to_typed(walk, "261123008");
    CHECK(walk.at<FindDossier>().typing == "261123008");

    walk(LettersTyped{"8"})(LetterErased{})(LettersTyped{"-"})(LettersTyped{"7"})(Proceeded{});

    CHECK(walk.at<FindDossier>().typed == "2611230087");
}

TEST_CASE("a typed code that no dossier of the card has is said to be none", "[flow]") {
    Walk walk;
    show_card(to_typed(walk, "2611230099"))(found({filed(std::string(kCode))}));

    const Followed& followed = walk.at<ChooseDossier>().followed;
    CHECK(followed.sought == "261123-0099");
    CHECK(followed.is_sought_typed);
    CHECK(walk(DossierOpened{0})(WentBack{}).is_at<ChooseDossier>());
}

TEST_CASE("where two offices gave the same digits the citizen chooses", "[flow]") {
    Walk walk;
    show_card(to_typed(walk, "2611230087"));
    walk(found({filed(std::string(kCode)), filed("H41.7-261123-0087")}));

    CHECK(walk.at<ChooseDossier>().followed.sought.empty());
}

TEST_CASE("going back from the keys forgets what was typed there, and nothing else", "[flow]") {
    Walk first, again;
    to_finding(first)(CodeWished{})(LettersTyped{"26"})(WentBack{});
    CHECK(first.at<FindDossier>().typed.empty());
    CHECK(first(WentBack{}).is_at<Welcome>());

    to_typed(again, "2611230087")(CodeWished{})(LetterErased{})(WentBack{});
    CHECK(again.at<FindDossier>().typed == "2611230087");
}

TEST_CASE("a card or a receipt shown instead of typing will do as well", "[flow]") {
    Walk card, receipt;
    show_card(to_finding(card)(CodeWished{})(LettersTyped{"26"}))(found({filed("A")}));
    CHECK(card.at<FollowDossier>().followed.dossier().code == "A");

    to_typed(receipt, "2611230087")(CardCodeRead{to_bytes(kReceiptText)});
    receipt(ReceiptChecked{{.code = "B"}});
    show_card(receipt)(found({filed("B"), filed(std::string(kCode))}));
    CHECK(receipt.at<FollowDossier>().followed.dossier().code == "B");
}

TEST_CASE("of a receipt and a typed code the later one counts", "[flow]") {
    Walk walk;
    to_finding(walk)(CardCodeRead{to_bytes(kReceiptText)})(ReceiptChecked{{.code = "B"}});
    walk(CodeWished{})(LettersTyped{"2611230087"})(Proceeded{});

    show_card(walk)(found({filed("B"), filed(std::string(kCode))}));

    CHECK(walk.at<FollowDossier>().followed.dossier().code == kCode);
}

TEST_CASE("what lies under the camera does not take the keys away", "[flow]") {
    Walk walk;
    to_finding(walk)(CodeWished{})(LettersTyped{"26"});
    walk(CardCodeRead{to_bytes("https://example.org")})(CodeRefused{Fault::ReaderNotUtf8});

    CHECK(walk.at<FindDossier>().typing == "26");
    CHECK(walk.at<FindDossier>().refusals == 0);
}

TEST_CASE("no code is typed without a link or while the province is being asked", "[flow]") {
    Walk offline, asking;
    CHECK_FALSE(to_finding(offline(LinkChanged{true}))(CodeWished{}).at<FindDossier>().typing);
    CHECK_FALSE(to_asking(asking)(CodeWished{}).at<FindDossier>().typing);
    CHECK(to_finding(offline(LinkChanged{false}))(LettersTyped{"26"})(LetterErased{})(Proceeded{})
              .at<FindDossier>()
              .typed.empty());
}

}  // namespace motlan

// Looking for a dossier by the card or the receipt, and what may go wrong meanwhile.
#include "tests/flow/followed.h"

namespace motlan {

TEST_CASE("the card leads to the only dossier of its holder", "[flow]") {
    Walk walk;
    CHECK(to_finding(walk).effects<WatchForCard>().size() == 1);
    walk(CardCodeRead{to_bytes(kMarkedCard)});
    REQUIRE(walk.effects<FindDossiers>().size() == 1);
    CHECK(walk.effects<FindDossiers>()[0].number.digits() == "040200000017");

    walk(found({filed("A")}));

    CHECK(walk.at<FollowDossier>().followed.dossier().code == "A");
    CHECK(walk.effects<StopWatching>().size() == 1);
}

TEST_CASE("where there are more the citizen chooses, and may come back to the list", "[flow]") {
    Walk walk;
    std::vector<FollowedDossier> many;
    for (int i = 0; i < 20; ++i) many.push_back(filed(std::to_string(i)));
    to_followed(walk, many);
    REQUIRE(walk.at<ChooseDossier>().followed.dossiers.size() == 20);

    CHECK(walk(DossierOpened{20}).is_at<ChooseDossier>());
    CHECK(walk(DossierOpened{19}).at<FollowDossier>().followed.dossier().code == "19");
    CHECK(walk(WentBack{}).is_at<ChooseDossier>());
    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("a card without dossiers may be followed by another", "[flow]") {
    FollowedDossier silent = filed("A");
    silent.events.clear();
    for (const DossiersFound& none : {found({}), found({silent})}) {
        Walk walk;
        to_asking(walk)(none);
        CHECK(walk.at<FindDossier>().refused == Fault::DossierUnknown);

        walk(CardCodeRead{to_bytes(kOtherCard)});
        CHECK(walk.effects<FindDossiers>().size() == 1);
        CHECK(walk(found({filed("B")})).at<FollowDossier>().followed.dossier().code == "B");
    }
}

TEST_CASE("what the province cannot say is told by its fault", "[flow]") {
    for (const Fault fault :
         {Fault::DossierUnknown, Fault::BackendUnreachable, Fault::EventForged}) {
        Walk walk;
        to_asking(walk)(DossiersNotFound{fault});
        CHECK(walk.at<FindDossier>().refused == fault);
        CHECK(walk.at<FindDossier>().refusals == 1);
        CHECK_FALSE(walk.at<FindDossier>().asked);
    }
}

TEST_CASE("the answer about one card is never shown to the holder of another", "[flow]") {
    Walk walk;
    to_asking(walk)(CardCodeRead{to_bytes(kOtherCard)});
    CHECK_FALSE(walk.has_effects());

    walk(found({filed("of the first")}));
    CHECK(walk.is_at<FindDossier>());
    REQUIRE(walk.effects<FindDossiers>().size() == 1);
    CHECK(walk.effects<FindDossiers>()[0].number.digits() == "040200000025");

    walk(found({filed("of the second")}));
    const Followed& followed = walk.at<FollowDossier>().followed;
    CHECK(followed.dossier().code == "of the second");
    CHECK(followed.profile.number.reveal().digits() == "040200000025");
}

TEST_CASE("the first card shown again is answered after all", "[flow]") {
    Walk walk;
    to_asking(walk)(CardCodeRead{to_bytes(kOtherCard)})(CardCodeRead{to_bytes(kMarkedCard)});

    CHECK(walk(found({filed("A")})).is_at<FollowDossier>());
}

TEST_CASE("an answer that nobody waits for changes nothing", "[flow]") {
    Walk finding, left, shown;
    to_finding(finding)(found({filed("A")}))(DossiersNotFound{Fault::EventForged});
    to_asking(left)(LeaveConfirmed{})(found({filed("A")}));
    to_followed(shown, {filed("A")})(found({filed("B")}));

    CHECK(finding.at<FindDossier>().refusals == 0);
    CHECK(left.is_at<Goodbye>());
    CHECK(shown.at<FollowDossier>().followed.dossier().code == "A");
}

TEST_CASE("going back before a card leads to the welcome, after one it ends the visit", "[flow]") {
    Walk before, after;

    CHECK(to_finding(before)(WentBack{}).is_at<Welcome>());
    CHECK(before.effects<StopWatching>().size() == 1);
    CHECK(to_asking(after)(WentBack{}).is_at<Goodbye>());
    CHECK(after.effects<StopWatching>().size() == 1);
}

TEST_CASE("a receipt is checked here, and then leads to its own dossier", "[flow]") {
    Walk walk;
    to_finding(walk)(CardCodeRead{to_bytes(kReceiptText)});
    REQUIRE(walk.effects<CheckReceipt>().size() == 1);
    CHECK(as_text(walk.effects<CheckReceipt>()[0].code.reveal()) == kReceiptText);
    walk(ReceiptChecked{{.code = "B", .received = hour(0), .due = hour(48)}});
    CHECK(walk.at<FindDossier>().receipt->code == "B");

    walk(CardCodeRead{to_bytes(kMarkedCard)})(found({filed("A"), filed("B")}));

    CHECK(walk.at<FollowDossier>().followed.dossier().code == "B");
    CHECK(walk(WentBack{}).at<ChooseDossier>().followed.dossiers.size() == 2);
}

TEST_CASE("a receipt of somebody else's dossier is said to be none of this card's", "[flow]") {
    Walk walk;
    to_finding(walk)(CardCodeRead{to_bytes(kReceiptText)})(ReceiptChecked{{.code = "C"}});
    walk(CardCodeRead{to_bytes(kMarkedCard)})(found({filed("A")}));

    CHECK(walk.at<ChooseDossier>().followed.sought == "C");
    CHECK(walk(DossierOpened{0})(WentBack{}).is_at<ChooseDossier>());
}

TEST_CASE("a forged receipt is refused, and one at a time is checked", "[flow]") {
    Walk walk;
    to_finding(walk)(CardCodeRead{to_bytes(kReceiptText)})(CardCodeRead{to_bytes("ML1:DEF")});
    CHECK_FALSE(walk.has_effects());

    walk(ReceiptRefused{Fault::ReceiptForged});

    CHECK(walk.at<FindDossier>().refused == Fault::ReceiptForged);
    CHECK_FALSE(walk.at<FindDossier>().receipt);
    walk(ReceiptChecked{{.code = "late"}});
    CHECK_FALSE(walk.at<FindDossier>().receipt);
}

TEST_CASE("without a link receipts are checked and nobody is asked about a card", "[flow]") {
    Walk walk;
    to_finding(walk(LinkChanged{true}))(CardCodeRead{to_bytes(kMarkedCard)});
    CHECK_FALSE(walk.has_effects());
    CHECK(walk.at<FindDossier>().refused == Fault::BackendUnreachable);

    CHECK(walk(CardCodeRead{to_bytes(kReceiptText)}).effects<CheckReceipt>().size() == 1);
    CHECK_FALSE(walk(DossiersNotFound{Fault::BackendUnreachable}).at<FindDossier>().asked);
}

TEST_CASE("the link that is back takes its complaint away", "[flow]") {
    Walk walk;
    to_finding(walk(LinkChanged{true}))(CardCodeRead{to_bytes(kMarkedCard)})(LinkChanged{false});

    CHECK_FALSE(walk.at<FindDossier>().refused);
    CHECK(walk(CardCodeRead{to_bytes(kMarkedCard)}).effects<FindDossiers>().size() == 1);
}

TEST_CASE("what is no card and no receipt is refused and sent nowhere", "[flow]") {
    for (const char* other : {"https://x.example", "ml1:abc", "", "H41-261123-0087",
                              "dGhpcyBpcyBub3QgYSByZWFsIGNvZGU_-1234"}) {
        Walk walk;
        to_finding(walk)(CardCodeRead{to_bytes(other)});
        INFO(other);
        CHECK_FALSE(walk.has_effects());
        CHECK(walk.at<FindDossier>().refused.has_value());
    }
}

TEST_CASE("one visit cannot ask about one number after the other", "[flow]") {
    Walk walk;
    to_finding(walk);
    int questions = 0;
    for (int i = 0; i < 100; ++i) {
        walk(CardCodeRead{to_bytes(i % 2 == 0 ? kMarkedCard : kOtherCard)});
        questions += static_cast<int>(walk.effects<FindDossiers>().size());
        walk(DossiersNotFound{Fault::DossierUnknown});
    }

    CHECK(questions == 10);
    CHECK(walk.is_at<Goodbye>());
}

TEST_CASE("the camera is watched here as it is for a new dossier", "[flow]") {
    Walk walk;
    to_finding(walk)(CameraFailed{Fault::CameraUnavailable});
    CHECK(walk.at<FindDossier>().refused == Fault::CameraUnavailable);
    walk(CardSeen{nullptr, CardHint::TooFar});
    CHECK_FALSE(walk.at<FindDossier>().refused);
    CHECK(walk.at<FindDossier>().hint == CardHint::TooFar);

    walk(CodeRefused{Fault::ReaderUnavailable});
    CHECK(walk.at<FindDossier>().refusals == 0);
    CHECK(walk(CodeRefused{Fault::ReaderNotUtf8}).at<FindDossier>().refusals == 1);
}

}  // namespace motlan

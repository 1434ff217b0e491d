// From the welcome to the consent: choosing, showing a card, agreeing or not.
#include "tests/flow/walk.h"

namespace motlan {

TEST_CASE("a touch leads to the procedures and back", "[flow]") {
    Walk walk;

    CHECK(walk(Started{}).is_at<ChooseProcedure>());
    CHECK(walk(WentBack{}).is_at<Welcome>());
}

TEST_CASE("a procedure that is not in the list is not chosen", "[flow]") {
    Walk walk;

    CHECK(walk(Started{})(ProcedureChosen{1}).is_at<ChooseProcedure>());
}

TEST_CASE("what is needed is shown before anything is asked", "[flow]") {
    Walk walk;
    walk(Started{})(ProcedureChosen{0});

    CHECK(walk.at<WhatYouNeed>().expected.find(ItemId("name"))->from == Provenance::Source);
    CHECK(walk.at<WhatYouNeed>().hindrance == Hindrance::None);
    CHECK_FALSE(walk.has_effects());
    CHECK(walk(WentBack{}).is_at<ChooseProcedure>());
}

TEST_CASE("offline a visit starts only where the office may look everything up", "[flow]") {
    const std::string item = examples::item("name", "person.full_name", "may_be_pending = false");
    Walk strict(example_office(item));
    Walk lenient;

    strict(LinkChanged{true})(Started{})(ProcedureChosen{0});
    lenient(LinkChanged{true})(Started{})(ProcedureChosen{0});

    CHECK(strict.at<WhatYouNeed>().hindrance == Hindrance::Offline);
    CHECK(strict(Proceeded{}).is_at<WhatYouNeed>());
    CHECK(strict(LinkChanged{false}).at<WhatYouNeed>().hindrance == Hindrance::None);
    CHECK(lenient.at<WhatYouNeed>().hindrance == Hindrance::None);
}

TEST_CASE("the camera watches for a card only on the card's screen", "[flow]") {
    Walk walk;

    CHECK(walk.to_card().effects<WatchForCard>().size() == 1);
    CHECK(walk(WentBack{}).effects<StopWatching>().size() == 1);
    CHECK(walk.is_at<WhatYouNeed>());
    CHECK(walk(Proceeded{})(CardCodeRead{to_bytes(kMarkedCard)}).effects<StopWatching>().size() ==
          1);
}

TEST_CASE("what the camera sees is shown with its hint", "[flow]") {
    Walk walk;
    const auto picture = std::make_shared<const Image>();

    walk.to_card()(CardSeen{picture, CardHint::TooFar});

    CHECK(walk.at<ShowCard>().preview == picture);
    CHECK(walk.at<ShowCard>().hint == CardHint::TooFar);
}

TEST_CASE("a code that is no card is refused with its reason, and counted", "[flow]") {
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes("https://example.vn")});

    CHECK(walk.at<ShowCard>().refused == Fault::QrNotIdCard);
    walk(CardCodeRead{to_bytes("00020101021238")});
    CHECK(walk.at<ShowCard>().refused == Fault::QrIsPaymentCode);
    walk(CardCodeRead{to_bytes("\xFF")});
    CHECK(walk.at<ShowCard>().refusals == 3);
    CHECK(walk(CardCodeRead{to_bytes(kMarkedCard)}).is_at<Consent>());
}

TEST_CASE("a code that a reader refuses is shown with its reason, and counted", "[flow]") {
    Walk walk;
    walk.to_card()(CodeRefused{Fault::QrTooLong});

    CHECK(walk.at<ShowCard>().refused == Fault::QrTooLong);
    CHECK(walk.at<ShowCard>().refusals == 1);
    walk(CodeRefused{Fault::ReaderIsKeyboard});
    CHECK(walk.at<ShowCard>().refused == Fault::ReaderIsKeyboard);
    CHECK(walk.at<ShowCard>().refusals == 2);
    CHECK(walk(CardCodeRead{to_bytes(kMarkedCard)}).is_at<Consent>());
}

TEST_CASE("a missing reader is no fault while a camera can read the card", "[flow]") {
    Walk walk;
    walk.to_card()(CodeRefused{Fault::ReaderUnavailable});

    CHECK_FALSE(walk.at<ShowCard>().refused.has_value());
    CHECK(walk.at<ShowCard>().refusals == 0);
    walk(CameraFailed{Fault::CameraUnavailable})(CodeRefused{Fault::ReaderUnavailable});
    CHECK(walk.at<ShowCard>().refused == Fault::CameraUnavailable);
}

TEST_CASE("a code that is refused after the card means nothing", "[flow]") {
    Walk walk;

    CHECK(walk.to_consent()(CodeRefused{Fault::QrTooLong}).is_at<Consent>());
}

TEST_CASE("a camera that fails says so, and is forgiven when it sees again", "[flow]") {
    Walk walk;
    walk.to_card()(CameraFailed{Fault::CameraUnavailable});

    CHECK(walk.at<ShowCard>().refused == Fault::CameraUnavailable);
    CHECK(walk.at<ShowCard>().refusals == 0);
    walk(CardSeen{std::make_shared<const Image>(), CardHint::NoCard});
    CHECK_FALSE(walk.at<ShowCard>().refused.has_value());
}

TEST_CASE("after twenty seconds without a card other ways are offered first", "[flow]") {
    Walk walk;
    CHECK_FALSE(walk.to_card().wait(19s).at<ShowCard>().is_slow);
    CHECK(walk.wait(2s).at<ShowCard>().is_slow);
}

TEST_CASE("whoever has no card is told what there is, and can go on", "[flow]") {
    Walk walk;
    CHECK(walk.to_card()(NoCardWished{}).shows<NoCard>());
    CHECK(walk(OverlayClosed{}).is_at<ShowCard>());
    CHECK(walk(CardCodeRead{to_bytes(kMarkedCard)}).is_at<Consent>());
    CHECK(walk(NoCardWished{}).shows<std::monostate>());
}

TEST_CASE("what is odd on a card goes to the officer with the dossier", "[flow]") {
    constexpr std::string_view kOdd =
        "040100000017||Dấu Vết Tên|15012000|Nam|Xóm 1|01012021";  // a number of the last century
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes(kOdd)});
    CHECK_FALSE(walk.at<Consent>().visit.oddities.empty());
}

TEST_CASE("an agreed consent asks each source for what the procedure needs and no more", "[flow]") {
    Walk walk;
    const auto queries = walk.wait(2s).to_sources().effects<QuerySource>();

    REQUIRE(queries.size() == 2);
    CHECK(queries[0].source == SourceId("dc"));
    CHECK(queries[0].concepts == std::vector{ConceptId("person.full_name")});
    CHECK(queries[1].source == SourceId("dd"));
    CHECK(queries[0].consent.reference == "c0ffee");
    CHECK(queries[0].consent.given == walk.state().now);
    CHECK(queries[0].procedure == ProcedureCode("9.000001"));
}

TEST_CASE("a refused consent asks no source and leaves what it can to the office", "[flow]") {
    Walk walk;
    walk.to_consent()(Refused{});

    CHECK_FALSE(walk.has_effects());
    CHECK_FALSE(walk.at<CheckDetails>().visit.consent.has_value());
    CHECK(walk.at<CheckDetails>().visit.plan.find(ItemId("name"))->from == Provenance::CardQr);
    CHECK(walk.at<CheckDetails>().visit.plan.find(ItemId("home"))->from == Provenance::Pending);
}

TEST_CASE("a procedure that needs no source asks none", "[flow]") {
    Walk walk(example_office(examples::item("n", "will.copies", examples::kNumber)));

    walk.to_consent()(Proceeded{});

    CHECK(walk.is_at<CheckDetails>());
    CHECK_FALSE(walk.has_effects());
}

TEST_CASE("back from the consent forgets the card", "[flow]") {
    Walk walk;
    walk.to_consent()(WentBack{});

    CHECK(walk.is_at<WhatYouNeed>());
    CHECK(walk(Proceeded{}).at<ShowCard>().refusals == 0);
}

TEST_CASE("back from the consent asks first when answers would be lost", "[flow]") {
    Walk walk;
    walk.to_paper()(WentBack{})(WentBack{})(WentBack{})(WentBack{})(WentBack{})(WentBack{});
    REQUIRE(walk.is_at<Consent>());

    walk(WentBack{});

    CHECK(walk.is_at<Consent>());
    CHECK(walk.shows<ReallyLeave>());
    CHECK(walk(OverlayClosed{})(Proceeded{}).is_at<AskSources>());
}

}  // namespace motlan

// The chip of the card: read where there is a reader, never needed.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

Office with_chip_reader() {
    Office office = example_office();
    office.has_chip_reader = true;
    return office;
}

/// What the chip of the marked card says.
ChipCard chip_card(ChipTrust trust) {
    return {.profile = {.number = Personal(*CitizenNumber::parse("040200000017")),
                        .full_name = Personal(std::string("Dấu Vết Chíp")),
                        .birth_date = Personal(*CivilDate::make(2000, 1, 15)),
                        .address = Personal(std::string("Dấu Vết Chíp Nhà")),
                        .read_from = ReadFrom::CardChip},
            .trust = trust};
}

}  // namespace

TEST_CASE("where there is a chip reader, the card that was shown is read by it", "[flow]") {
    Walk walk(with_chip_reader());
    walk.to_consent();

    CHECK(walk.is_at<ReadCardChip>());
    REQUIRE(walk.effects<ReadChip>().size() == 1);
    CHECK(walk.effects<ReadChip>()[0].profile.number.reveal().digits() == "040200000017");
    CHECK(walk.effects<StopWatching>().size() == 1);
    CHECK(walk(ChipProgressed{40}).at<ReadCardChip>().percent == 40);
}

TEST_CASE("a chip reader that is out of order is passed by", "[flow]") {
    Walk walk(with_chip_reader());
    walk(DevicesChecked{{{DeviceRole::ChipReader, Fault::ChipReaderUnavailable}}}).to_consent();

    CHECK(walk.is_at<Consent>());
    CHECK(walk.effects<ReadChip>().empty());
}

TEST_CASE("what the chip proves is asked of no source", "[flow]") {
    Walk walk(with_chip_reader());
    walk.to_consent()(ChipRead{chip_card(ChipTrust::Authentic), {}});

    REQUIRE(walk.is_at<Consent>());
    CHECK(walk.effects<StopChip>().size() == 1);
    CHECK(walk.at<Consent>().visit.profile.full_name.reveal() == "Dấu Vết Chíp");
    const auto queries = walk(Proceeded{}).effects<QuerySource>();
    REQUIRE(queries.size() == 1);
    CHECK(queries[0].source == SourceId("dd"));
    walk(Walk::land(SourceVerdict::NotFound));
    CHECK(walk.at<CheckDetails>().visit.plan.find(ItemId("name"))->from == Provenance::CardChip);
}

TEST_CASE("nothing of the code passes for something that the chip said", "[flow]") {
    ChipCard silent = chip_card(ChipTrust::Authentic);
    silent.profile.address = Personal(std::string());
    Walk walk(with_chip_reader());
    walk.to_consent()(ChipRead{silent, {}});

    const Profile& profile = walk.at<Consent>().visit.profile;
    CHECK(profile.read_from == ReadFrom::CardChip);
    CHECK_FALSE(profile.sex.has_value());
    CHECK_FALSE(profile.issued.has_value());
    CHECK_FALSE(profile.old_number.has_value());
    CHECK(profile.address.reveal().empty());
}

TEST_CASE("a card that the State says has ended is told and stops nobody", "[flow]") {
    const auto after = [](const std::string& end, ChipTrust trust) {
        ChipCard card = chip_card(trust);
        card.expires.emplace(*CivilDate::parse_iso(end));
        Walk walk(with_chip_reader());
        walk.to_consent()(ChipRead{card, {}});
        return walk.at<Consent>().visit.card_expired.has_value();
    };
    const std::string last_day = example_office().today.to_iso();

    CHECK(after("2020-01-15", ChipTrust::Authentic));
    CHECK_FALSE(after("2020-01-15", ChipTrust::Unchecked));
    CHECK_FALSE(after(last_day, ChipTrust::Authentic));
    CHECK_FALSE(after("2026", ChipTrust::Authentic));
    CHECK_FALSE(after("2090-01-15", ChipTrust::Authentic));
}

TEST_CASE("the chip of the card shown before changes nothing", "[flow]") {
    ChipCard other = chip_card(ChipTrust::Authentic);
    other.profile.number = Personal(*CitizenNumber::parse("040300000018"));
    Walk walk(with_chip_reader());
    walk.to_consent()(ChipRead{other, {}});

    REQUIRE(walk.is_at<ReadCardChip>());
    CHECK(walk.at<ReadCardChip>().visit.profile.full_name.reveal() == "Dấu Vết Tên");
}

TEST_CASE("a chip that cannot be checked proves no more than the code", "[flow]") {
    Walk walk(with_chip_reader());
    walk.to_consent()(ChipRead{chip_card(ChipTrust::Unchecked), {}});

    CHECK(walk.at<Consent>().visit.profile.full_name.reveal() == "Dấu Vết Tên");
    CHECK(walk.at<Consent>().visit.profile.read_from == ReadFrom::CardQr);
    CHECK(walk(Proceeded{}).effects<QuerySource>().size() == 2);
}

TEST_CASE("a card that was lifted is waited for again", "[flow]") {
    Walk walk(with_chip_reader());
    walk.to_consent()(ChipProgressed{40})(ChipFailed{Fault::ChipRemoved});

    CHECK(walk.at<ReadCardChip>().fault == Fault::ChipRemoved);
    CHECK_FALSE(walk.at<ReadCardChip>().percent.has_value());
    CHECK(walk.effects<ReadChip>().size() == 1);
    CHECK_FALSE(walk(ChipProgressed{5}).at<ReadCardChip>().fault.has_value());
}

TEST_CASE("a card that is lifted again and again is waited for only when wished", "[flow]") {
    Walk walk(with_chip_reader());
    walk.to_consent();
    int asked = 0;
    for (int i = 0; i < 20; ++i) {
        walk(ChipFailed{Fault::ChipRemoved});
        asked += static_cast<int>(walk.effects<ReadChip>().size());
    }

    CHECK(asked == 2);
    CHECK(walk(Proceeded{}).effects<ReadChip>().size() == 1);
}

TEST_CASE("any other trouble with the chip is tried again only when wished", "[flow]") {
    Walk walk(with_chip_reader());
    walk.to_consent()(ChipFailed{Fault::ChipOfOtherCard});

    CHECK(walk.at<ReadCardChip>().fault == Fault::ChipOfOtherCard);
    CHECK_FALSE(walk.has_effects());
    CHECK(walk(Proceeded{}).effects<ReadChip>().size() == 1);
    CHECK_FALSE(walk(Proceeded{}).has_effects());
}

TEST_CASE("nothing depends on the chip: it may be skipped, and its reader may break", "[flow]") {
    Walk skipped(with_chip_reader());
    Walk broken(with_chip_reader());

    CHECK(skipped.to_consent()(Refused{}).is_at<Consent>());
    CHECK(skipped.effects<StopChip>().size() == 1);
    CHECK(broken.to_consent()(ChipFailed{Fault::ChipReaderUnavailable}).is_at<Consent>());
}

TEST_CASE("leaving or going back lets the chip rest and forgets the card", "[flow]") {
    Walk back(with_chip_reader());
    Walk left(with_chip_reader());

    CHECK(back.to_consent()(WentBack{}).is_at<WhatYouNeed>());
    CHECK(back.effects<StopChip>().size() == 1);
    CHECK(left.to_consent()(LeaveWished{})(LeaveConfirmed{}).is_at<Goodbye>());
    CHECK(left.effects<StopChip>().size() == 1);
}

TEST_CASE("a chip that answers after the screen has gone changes nothing", "[flow]") {
    Walk walk(with_chip_reader());
    walk.to_consent()(Refused{})(ChipRead{chip_card(ChipTrust::Authentic), {}});

    CHECK(walk.at<Consent>().visit.profile.read_from == ReadFrom::CardQr);
}

}  // namespace motlan

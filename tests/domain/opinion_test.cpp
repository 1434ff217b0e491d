// What citizens say about the service, as it travels.
#include "kiosk/domain/opinion.h"

#include <chrono>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"

using namespace motlan;

namespace {

const Said kSaid{WallTime(std::chrono::milliseconds(1'795'398'667'123)), Language::Vietnamese};

UnlawfulRequest request() {
    UnlawfulRequest made{.demand = Demand::Copies,
                         .place = DemandPlace::Center,
                         .day = DemandDay::Today,
                         .words = Personal(std::string("Đòi bản sao")),
                         .dossier = std::string(32, 'a'),
                         .procedure = "2.000635"};
    made.evidence.push_back({ConceptId("document.x"), SourceId("ht"), kSaid.at, "q1"});
    return made;
}

}  // namespace

TEST_CASE("praise stands beside good grades and blame beside others", "[domain]") {
    CHECK(fits(RatingReason::Fast, 5));
    CHECK(fits(RatingReason::Slow, 3));
    CHECK_FALSE(fits(RatingReason::Slow, 4));
    CHECK_FALSE(fits(RatingReason::Fast, 3));
    CHECK_FALSE(fits(RatingReason::Fast, 0));
}

TEST_CASE("a rating travels with its grade and reasons and nothing else", "[domain]") {
    const Rating rating{.grade = 4, .reasons = {RatingReason::Fast}, .procedure = "2.000635"};

    CHECK(to_json(form_of(rating, kSaid)) ==
          R"({"grade":4,"language":"vi","procedure":"2.000635","reasons":["fast"],)"
          R"("said":"2026-11-23T01:51:07.123Z","type":"motlan-rating","version":1})");
    CHECK(kind_of(rating) == "rating");
}

TEST_CASE("a report carries its evidence only where the citizen lets it", "[domain]") {
    UnlawfulRequest said = request();
    const Tree with = form_of(said, kSaid);
    said.with_evidence = false;
    const Tree without = form_of(said, kSaid);

    CHECK(with.text_at("dossier") == said.dossier);
    CHECK(with.list_at("held").front().text_at("source") == "ht");
    CHECK(with.text_at("demand") == "copies");
    CHECK(without.find("dossier") == nullptr);
    CHECK(without.find("held") == nullptr);
    CHECK(without.text_at("words") == "Đòi bản sao");
}

TEST_CASE("a report has a telephone number only where somebody left one", "[domain]") {
    UnlawfulRequest said = request();
    CHECK(form_of(said, kSaid).find("phone") == nullptr);

    said.phone = Personal(std::string("0912345678"));
    CHECK(form_of(said, kSaid).text_at("phone") == "0912345678");
}

TEST_CASE("only what a source held then is evidence", "[domain]") {
    SourceWords words;
    words[ConceptId("document.x")] = {.verdict = SourceVerdict::Held, .source = SourceId("ht")};
    words[ConceptId("document.y")] = {.verdict = SourceVerdict::Silent, .source = SourceId("dd")};

    REQUIRE(held_in(words).size() == 1);
    CHECK(held_in(words).front().about == ConceptId("document.x"));
}

TEST_CASE("a report is complete once it says what, where and when", "[domain]") {
    UnlawfulRequest said = request();
    CHECK(said.is_complete());
    said.day.reset();
    CHECK_FALSE(said.is_complete());
}

TEST_CASE("a report says at which counter, and that a photo goes along, only where it is so",
          "[domain]") {
    UnlawfulRequest said = request();
    CHECK(form_of(said, kSaid).find("counter") == nullptr);
    CHECK(form_of(said, kSaid).find("photo") == nullptr);

    said.counter = "Quầy 2: Đất đai";
    said.photo = Page{};

    CHECK(form_of(said, kSaid).text_at("counter") == "Quầy 2: Đất đai");
    CHECK(*form_of(said, kSaid).find("photo")->truth());
}

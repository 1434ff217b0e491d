#include "kiosk/backend/follow_query.h"

#include <format>
#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();
const FollowQuery kQuery{.id = std::string(32, '7'),
                         .citizen = Personal<std::string>("040200000017"),
                         .consent = "card"};

struct Case {
    Keys keys;
    Certificate ca = keys.authority.certificate();
    std::vector<Certificate> signers{keys.receipts.read_certificate()};
    Trust trust{ca, Role::Receipt, signers};

    /// The first event of a dossier, as the answer holds it.
    [[nodiscard]] std::string event(const std::string& dossier, std::chrono::hours ago,
                                    const Identity& signer) const {
        return to_base64(sign({{"code", "H41-261123-0001"},
                               {"dossier", dossier},
                               {"kiosk", "NA-VINH-03"},
                               {"procedure", "2.000635"},
                               {"sequence", 1},
                               {"status", 2},
                               {"time", to_timestamp(kNow - ago)},
                               {"type", "motlan-event"},
                               {"unit", "Sở Tư pháp"},
                               {"version", 1}},
                              signer, kNow - ago));
    }
    [[nodiscard]] Tree history(char digit, std::chrono::hours ago) const {
        const std::string dossier(32, digit);
        return Tree::Table{{"dossier", dossier},
                           {"events", Tree::List{event(dossier, ago, keys.receipts)}}};
    }
    [[nodiscard]] Tree::Table answer() const {
        return {{"answered", to_timestamp(kNow)},
                {"citizen", kQuery.citizen.reveal()},
                {"dossiers", Tree::List{history('a', std::chrono::hours(9)),
                                        history('b', std::chrono::hours(1))}},
                {"query", kQuery.id},
                {"type", "motlan-follow"},
                {"version", 1}};
    }
    [[nodiscard]] Result<Followable> open(const Tree::Table& content, const Identity& signer,
                                          WallTime at = kNow) const {
        return open_follow(sign(content, signer, kNow), kQuery, trust, at);
    }
    [[nodiscard]] bool reads(const std::function<void(Tree::Table&)>& change) const {
        Tree::Table table = answer();
        change(table);
        return parse_follow(to_json(Tree(table)), kQuery).has_value();
    }
    [[nodiscard]] bool reads_with(const char* key, const Tree& value) const {
        return reads([&](Tree::Table& table) { table[key] = value; });
    }
};

}  // namespace

TEST_CASE("the question about dossiers is one canonical document", "[backend]") {
    CHECK(
        to_json(to_tree(kQuery)) ==
        R"({"citizen":"040200000017","consent":"card","query":"77777777777777777777777777777777"})");
}

TEST_CASE("a good answer shows every dossier, the newest first", "[backend]") {
    const Case made;

    const auto shown = made.open(made.answer(), made.keys.receipts);

    REQUIRE(shown);
    CHECK(shown->withheld == 0);
    REQUIRE(shown->dossiers.size() == 2);
    CHECK(shown->dossiers[0].received == kNow - std::chrono::hours(1));
    CHECK(shown->dossiers[0].seen == kNow);
}

TEST_CASE("an answer to another question, or of another shape, is forged", "[backend]") {
    const Case made;
    for (const char* key : {"answered", "citizen", "dossiers", "query", "type", "version"}) {
        INFO(key);
        CHECK_FALSE(made.reads([&](Tree::Table& table) { table.erase(key); }));
    }
    CHECK(made.reads_with("note", "unknown keys of the province are fine"));
    CHECK(made.reads_with("dossiers", Tree::List{}));
    CHECK_FALSE(made.reads_with("query", std::string(32, '8')));
    CHECK_FALSE(made.reads_with("citizen", "040300000018"));
    CHECK_FALSE(made.reads_with("type", "motlan-answer"));
    CHECK_FALSE(made.reads_with("answered", "now"));
    CHECK_FALSE(made.reads_with("dossiers", "none"));
}

TEST_CASE("an answer has no more dossiers and events than a screen can show", "[backend]") {
    const Case made;
    const auto histories = [](std::size_t dossiers, std::size_t events) {
        Tree::List list;
        for (std::size_t i = 0; i < dossiers; ++i) {
            list.emplace_back(Tree::Table{{"dossier", std::format("{:032x}", i)},
                                          {"events", Tree::List(events, "AAAA")}});
        }
        return list;
    };

    CHECK(made.reads_with("dossiers", histories(20, 64)));
    CHECK_FALSE(made.reads_with("dossiers", histories(21, 1)));
    CHECK_FALSE(made.reads_with("dossiers", histories(1, 65)));
    CHECK_FALSE(made.reads_with("dossiers", histories(1, 0)));
    CHECK_FALSE(made.reads_with("dossiers", Tree::List{made.history('a', std::chrono::hours(1)),
                                                       made.history('a', std::chrono::hours(2))}));
    CHECK_FALSE(made.reads_with("dossiers", Tree::List{"x"}));
    CHECK_FALSE(
        made.reads_with("dossiers", Tree::List{Tree::Table{{"dossier", std::string(32, 'a')},
                                                           {"events", Tree::List{"not base64"}}}}));
}

TEST_CASE("an answer is believed for an hour, and only from a listed signer", "[backend]") {
    const Case made;
    const auto at = [&](std::chrono::minutes after) {
        return made.open(made.answer(), made.keys.receipts, kNow + after).has_value();
    };

    CHECK(at(std::chrono::minutes(60)));
    CHECK(at(std::chrono::minutes(-60)));
    CHECK_FALSE(at(std::chrono::minutes(61)));
    CHECK_FALSE(at(std::chrono::minutes(-61)));
    CHECK_FALSE(made.open(made.answer(), made.keys.device));
    CHECK_FALSE(made.open(made.answer(), made.keys.authority.issue("receipts", kReceipts)));
}

TEST_CASE("a dossier with an event that does not hold is withheld, the others are shown",
          "[backend]") {
    const Case made;
    const std::string a(32, 'a');
    const std::string forged = made.event(a, std::chrono::hours(1), made.keys.device);
    const std::string replayed =
        made.event(std::string(32, 'b'), std::chrono::hours(1), made.keys.receipts);

    for (const std::string& event : {forged, replayed}) {
        Tree::Table content = made.answer();
        content["dossiers"] = Tree::List{Tree::Table{{"dossier", a}, {"events", Tree::List{event}}},
                                         made.history('c', std::chrono::hours(2))};
        const auto shown = made.open(content, made.keys.receipts);
        REQUIRE(shown);
        CHECK(shown->withheld == 1);
        CHECK(shown->dossiers.size() == 1);
    }
}

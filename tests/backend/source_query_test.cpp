#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/source_query.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/support/authority.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();
const SourceQuery kQuery{.id = std::string(32, '7'),
                         .citizen = Personal<std::string>("040200000017"),
                         .concepts = {"person.full_name", "person.birth_date"},
                         .consent = "c1",
                         .procedure = "2.000635",
                         .source = "dc"};

Tree::Table answer_table() {
    return {{"answered", to_timestamp(kNow)},
            {"query", kQuery.id},
            {"source", "dc"},
            {"status", "found"},
            {"type", "motlan-answer"},
            {"values", Tree::Table{{"person.birth_date", "1994-02-17"},
                                   {"person.full_name", "HOÀNG THỊ MẪU"}}},
            {"version", 1}};
}

bool reads(const std::function<void(Tree::Table&)>& change) {
    Tree::Table table = answer_table();
    change(table);
    return parse_answer(to_json(Tree(table)), kQuery).has_value();
}

/// A source whose signer the bundle lists.
struct ListedSource {
    Authority authority;
    Identity signer = authority.issue("dc", kAnswers);
    Certificate ca = authority.certificate();
    std::vector<Certificate> signers{signer.read_certificate()};

    /// The answer, signed now by somebody, opened at some time.
    [[nodiscard]] Result<SourceAnswer> open(const Identity& by, WallTime at) const {
        const auto document =
            sign_document(as_bytes(to_json(Tree(answer_table()))), by.read_key(), kNow);
        return open_answer(*document, kQuery, {ca, Role::SourceAnswer, signers}, at);
    }
};

}  // namespace

TEST_CASE("a query about a company says who asks and about which one", "[backend]") {
    SourceQuery query = kQuery;
    query.source = "dn";
    query.company = Personal<std::string>("2901999013");

    const Tree asked = to_tree(query);

    CHECK(asked.text_at("citizen") == "040200000017");
    CHECK(asked.text_at("company") == "2901999013");
    CHECK(to_tree(kQuery).find("company") == nullptr);
}

TEST_CASE("a query is one canonical document", "[backend]") {
    CHECK(
        to_json(to_tree(kQuery)) ==
        R"({"citizen":"040200000017","concepts":["person.full_name","person.birth_date"],"consent":"c1",)"
        R"("procedure":"2.000635","query":"77777777777777777777777777777777","source":"dc"})");
}

TEST_CASE("an answer gives the asked values", "[backend]") {
    const auto answer = parse_answer(to_json(Tree(answer_table())), kQuery);

    REQUIRE(answer);
    CHECK(answer->status == AnswerStatus::Found);
    CHECK(answer->answered == kNow);
    CHECK(answer->values.at("person.full_name").reveal() == "HOÀNG THỊ MẪU");
}

TEST_CASE("an answer to another query, from another source or with more than was asked is forged",
          "[backend]") {
    CHECK(reads([](Tree::Table&) {}));
    CHECK_FALSE(reads([](Tree::Table& table) { table["query"] = std::string(32, '8'); }));
    CHECK_FALSE(reads([](Tree::Table& table) { table["source"] = "ht"; }));
    CHECK_FALSE(reads([](Tree::Table& table) { table["status"] = "maybe"; }));
    CHECK_FALSE(reads([](Tree::Table& table) { table["status"] = "not_found"; }));
    CHECK_FALSE(
        reads([](Tree::Table& table) { table["values"] = Tree::Table{{"person.religion", "x"}}; }));
    CHECK_FALSE(
        reads([](Tree::Table& table) { table["values"] = Tree::Table{{"person.full_name", 1}}; }));
    CHECK_FALSE(reads([](Tree::Table& table) {
        table["values"] = Tree::Table{{"person.full_name", std::string(5000, 'x')}};
    }));
    for (const char* key : {"answered", "query", "source", "status", "type", "values", "version"}) {
        INFO(key);
        CHECK_FALSE(reads([&](Tree::Table& table) { table.erase(key); }));
    }
}

TEST_CASE("a source may know a part or nothing, and says which", "[backend]") {
    const auto with = [](const char* status, Tree::Table values) {
        return reads([&](Tree::Table& table) {
            table["status"] = status;
            table["values"] = std::move(values);
        });
    };

    CHECK(with("incomplete", {{"person.full_name", "HOÀNG THỊ MẪU"}}));
    CHECK(with("incomplete", {}));
    CHECK(with("not_found", {}));
    CHECK_FALSE(with("found", {{"person.full_name", "HOÀNG THỊ MẪU"}}));
}

TEST_CASE("an answer signed by anybody but a listed source signer is forged", "[backend]") {
    const ListedSource source;
    const auto opens = [&](const Identity& by) { return source.open(by, kNow).has_value(); };

    CHECK(opens(source.signer));
    CHECK_FALSE(opens(source.authority.issue("dc", kAnswers)));
    CHECK_FALSE(opens(source.authority.issue("dc", kReceipts)));
    CHECK_FALSE(opens(Authority().issue("dc", kAnswers)));
}

TEST_CASE("an answer whose status and values do not go together contradicts itself", "[backend]") {
    for (const char* status : {"incomplete", "not_found"}) {
        Tree::Table table = answer_table();
        table["status"] = status;
        CHECK(parse_answer(to_json(Tree(table)), kQuery).error() ==
              Fault::SourceAnswerContradictory);
    }
}

TEST_CASE("an answer from another hour is stale", "[backend]") {
    const ListedSource source;
    const auto at = [&](WallTime now) { return source.open(source.signer, now); };

    CHECK(at(kNow + std::chrono::minutes(59)));
    CHECK(at(kNow + std::chrono::minutes(61)).error() == Fault::SourceAnswerStale);
}

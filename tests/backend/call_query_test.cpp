// What a kiosk asks about calls for help, and which answers it believes.
#include "kiosk/backend/call_query.h"

#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();

Tree::Table waiting(const std::string& kiosk, int minutes) {
    return {{"kiosk", kiosk},
            {"language", "vi"},
            {"since", to_timestamp(kNow - std::chrono::minutes(minutes))},
            {"step", "scan"},
            {"unhurried", true}};
}

struct Case {
    Keys keys;
    Certificate ca = keys.authority.certificate();
    std::vector<Certificate> signers{keys.receipts.read_certificate()};
    Trust trust{ca, Role::Receipt, signers};
    CallQuery query{std::string(32, '7')};
    Tree::Table content{{"answered", to_timestamp(kNow)},
                        {"query", std::string(32, '7')},
                        {"type", "motlan-calls"},
                        {"version", 1},
                        {"waiting", Tree::List{waiting("NA-02", 3), waiting("NA-03", 8)}}};

    [[nodiscard]] Result<CallList> open() const {
        return open_calls(sign(content, keys.receipts, kNow), query, trust, kNow);
    }
    [[nodiscard]] bool is_refused_with(const std::string& key, const Tree& value) const {
        Case changed = *this;
        changed.content[key] = value;
        const auto opened = changed.open();
        return !opened && opened.error() == Fault::BackendAnswerMalformed;
    }
    [[nodiscard]] bool is_refused_in_entry(const std::string& key, const Tree& value) const {
        Tree::Table entry = waiting("NA-02", 3);
        entry[key] = value;
        return is_refused_with("waiting", Tree::List{entry});
    }
};

}  // namespace

TEST_CASE("who waits longest stands first", "[backend]") {
    Case c;
    c.content["last"] = to_timestamp(kNow);

    const auto calls = c.open();

    REQUIRE(calls);
    REQUIRE(calls->waiting.size() == 2);
    CHECK(calls->waiting[0].kiosk == "NA-03");
    CHECK(minutes_waiting(calls->waiting[0].call, kNow) == 8);
    CHECK(calls->waiting[0].call.step == CallStep::Scan);
    CHECK(calls->waiting[0].call.is_unhurried);
    CHECK_FALSE(calls->waiting[0].taken_by);
    CHECK(calls->last == kNow);
}

TEST_CASE("who is on the way is known by number", "[backend]") {
    Case c;
    Tree::Table taken = waiting("NA-02", 3);
    taken["taken_by"] = "0123";
    c.content["waiting"] = Tree::List{taken};

    CHECK(c.open()->waiting[0].taken_by == StaffNumber("0123"));
}

TEST_CASE("an answer to another question, by another or of another day is refused", "[backend]") {
    const Case c;

    CHECK(c.is_refused_with("query", std::string(32, '8')));
    CHECK(c.is_refused_with("type", "motlan-payment"));
    CHECK(c.is_refused_with("version", 2));
    CHECK(c.is_refused_with("answered", to_timestamp(kNow - std::chrono::hours(2))));
    const auto forged = open_calls(sign(c.content, c.keys.device, kNow), c.query, c.trust, kNow);
    CHECK_FALSE(forged);
}

TEST_CASE("an entry that says what nobody knows is refused with the whole answer", "[backend]") {
    const Case c;

    CHECK(c.is_refused_in_entry("kiosk", "Nguyễn Văn A"));
    CHECK(c.is_refused_in_entry("kiosk", ""));
    CHECK(c.is_refused_in_entry("step", "somewhere"));
    CHECK(c.is_refused_in_entry("language", "fr"));
    CHECK(c.is_refused_in_entry("since", "today"));
    CHECK(c.is_refused_in_entry("unhurried", "yes"));
    CHECK(c.is_refused_in_entry("taken_by", "An Nguyễn"));
    CHECK(c.is_refused_with("waiting", Tree::List{waiting("NA-02", 1), waiting("NA-02", 2)}));
    CHECK(c.is_refused_with("waiting", "nobody"));
    CHECK(c.is_refused_with("last", "today"));
}

TEST_CASE("a query says who waits, that nobody does, or nothing", "[backend]") {
    const HelpCall call{.since = kNow, .step = CallStep::Answer, .language = Language::English};

    CHECK(to_json(to_tree(CallQuery{"7"})) == R"({"query":"7"})");
    CHECK(to_json(to_tree(CallQuery{.id = "7", .is_over = true})) ==
          R"({"over":true,"query":"7"})");
    CHECK(to_json(to_tree(CallQuery{.id = "7", .call = call})) ==
          R"({"call":{"language":"en","since":")" + to_timestamp(kNow) +
              R"(","step":"answer","unhurried":false},"query":"7"})");
    CHECK(
        to_json(to_tree(CallQuery{.id = "7", .take = CallTaking{"NA-02", StaffNumber("0123")}})) ==
        R"({"query":"7","take":{"kiosk":"NA-02","staff":"0123"}})");
}

// Calls for help at the province: who waits where, and who goes there first.
#include "tests/province/calls.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "tests/province/served.h"

namespace motlan::province {
namespace {

const std::string kSince = "2026-11-23T01:42:00.000Z";

Tree::Table call() {
    return {{"language", "vi"}, {"since", kSince}, {"step", "scan"}, {"unhurried", false}};
}

Reply ask(Served& served, Tree::Table query) {
    query.insert({{"query", std::string(32, '7')}});
    return served.kiosk().send("POST", "/v1/calls", {{"Content-Type", "application/json"}},
                               to_json(query));
}

Tree answer(Served& served, Tree::Table query) {
    const Reply reply = ask(served, std::move(query));
    REQUIRE(reply.status == 200);
    return served.content(reply, Role::Receipts).value();
}

}  // namespace

TEST_CASE("a call is listed until its kiosk says that it is over", "[province]") {
    Served served;

    const Tree open = answer(served, {{"call", call()}});
    REQUIRE(open.list_at("waiting").size() == 1);
    CHECK(open.list_at("waiting")[0].text_at("kiosk") == "NA-VINH-03");
    CHECK(open.list_at("waiting")[0].text_at("step") == "scan");
    CHECK(answer(served, {}).list_at("waiting").size() == 1);

    const Tree over = answer(served, {{"over", true}});
    CHECK(over.list_at("waiting").empty());
    CHECK(over.text_at("last") == kSince);
}

TEST_CASE("whoever takes a call first is on the way", "[province]") {
    Served served;
    answer(served, {{"call", call()}});

    answer(served, {{"take", Tree::Table{{"kiosk", "NA-VINH-03"}, {"staff", "0123"}}}});
    CHECK(served.province().control("take NA-VINH-03 0456") == "ok");

    CHECK(answer(served, {{"call", call()}}).list_at("waiting")[0].text_at("taken_by") == "0123");
    CHECK(served.province().control("take NA-VINH-09 0456") == "error");
}

TEST_CASE("a call that its kiosk does not repeat is over", "[province]") {
    Calls calls;
    const SteadyTime start{};
    calls.open("NA-02", Tree(call()), start);

    CHECK(Tree(calls.content(start + Calls::kLasts)).list_at("waiting").size() == 1);
    const auto late = start + Calls::kLasts + std::chrono::seconds(1);
    CHECK(Tree(calls.content(late)).list_at("waiting").empty());
    CHECK_FALSE(calls.take("NA-02", "0123", late));
}

TEST_CASE("a question that the contract does not know is refused", "[province]") {
    Served served;
    Tree::Table named = call();
    named.emplace("name", "Nguyễn Văn A");
    Tree::Table lost = call();
    lost["step"] = "somewhere";

    CHECK(ask(served, {{"call", named}}).status == 400);
    CHECK(ask(served, {{"call", lost}}).status == 400);
    CHECK(ask(served, {{"call", call()}, {"over", true}}).status == 400);
    CHECK(ask(served, {{"over", false}}).status == 400);
    CHECK(ask(served, {{"take", Tree::Table{{"kiosk", "NA-02"}, {"staff", "An"}}}}).status == 400);
    CHECK(ask(served, {{"citizen", "040200000017"}}).status == 400);
}

}  // namespace motlan::province

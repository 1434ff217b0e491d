// The rules of calls for help: who waits, who goes there, when it is over.
#include <array>
#include <format>

#include "kiosk/core/json.h"
#include "tests/province/conformance/examination.h"

namespace motlan::province {
namespace {

/// No other call began at that moment.
constexpr std::string_view kSince = "2026-11-23T01:42:00.017Z";

Tree::Table call() {
    return {{"language", "vi"}, {"since", kSince}, {"step", "scan"}, {"unhurried", true}};
}

Reply ask(KioskSide& kiosk, Tree::Table question) {
    question.emplace("query", random_id());
    return kiosk.send("POST", "/v1/calls", {{"Content-Type", "application/json"}},
                      to_json(Tree(std::move(question))));
}

Tree content_of(const Backend& backend, const Reply& reply) {
    const auto answer = read_signed(as_bytes(reply.body), backend.authority, Role::Receipts);
    return answer ? answer->content : Tree();
}

/// The entry of the call that was told here.
Tree own_entry(const Tree& content) {
    for (const Tree& entry : content.list_at("waiting"))
        if (entry.text_at("since") == kSince) return entry;
    return {};
}

void examine_questions(KioskSide& kiosk, Examination& examination) {
    Tree::Table lost = call();
    lost["step"] = "somewhere";
    const std::array<std::pair<const char*, Tree>, 4> changes{
        {{"call", Tree(lost)},
         {"over", false},
         {"take", Tree(Tree::Table{{"kiosk", "X"}, {"staff", "An"}})},
         {"member", "not in the contract"}}};
    for (const auto& [key, value] : changes)
        examination.answered(std::format("POST calls: another {} is refused", key),
                             ask(kiosk, {{key, value}}), {400, "PRV-01"});
    examination.answered("POST calls: somebody waits and nobody does is refused",
                         ask(kiosk, {{"call", call()}, {"over", true}}), {400, "PRV-01"});
    examination.answered("POST calls: a body is at most 1 KiB",
                         kiosk.send("POST", "/v1/calls", {{"Content-Type", "application/json"}},
                                    std::string(2000, ' ')),
                         {413, "PRV-10"});
}

}  // namespace

void examine_calls(const Backend& backend, Examination& examination) {
    KioskSide kiosk = backend.kiosk();
    examine_questions(kiosk, examination);
    const Reply reply = ask(kiosk, {{"call", call()}});
    examination.answered("POST calls: a call is taken note of", reply, {200});
    const Tree told = content_of(backend, reply);
    examination.note("POST calls: it is signed", told.text_at("type") == "motlan-calls", "");
    const std::string own(own_entry(told).text_at("kiosk"));
    examination.note("POST calls: whoever waits is listed with what was told",
                     !own.empty() && own_entry(told).text_at("step") == "scan", own);
    const auto take = [&](const char* staff) {
        ask(kiosk, {{"take", Tree(Tree::Table{{"kiosk", own}, {"staff", staff}})}});
    };
    take("0123");
    take("0456");
    const Tree taken = content_of(backend, ask(kiosk, {{"call", call()}}));
    examination.note("POST calls: whoever takes a call first goes there",
                     own_entry(taken).text_at("taken_by") == "0123", "");
    const Tree over = content_of(backend, ask(kiosk, {{"over", true}}));
    examination.note("POST calls: a call that is over is not listed",
                     own_entry(over).text_at("kiosk").empty(), "");
}

}  // namespace motlan::province

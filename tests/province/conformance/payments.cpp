// The rules of asking how a fee stands.
#include <algorithm>
#include <array>
#include <format>
#include <thread>

#include "kiosk/core/json.h"
#include "tests/province/conformance/examination.h"

namespace motlan::province {
namespace {

Tree::Table question(const std::string& dossier) {
    return {{"dossier", dossier}, {"new_code", false}, {"query", random_id()}};
}

Reply ask(KioskSide& kiosk, const Tree& query) {
    return kiosk.send("POST", "/v1/payments", {{"Content-Type", "application/json"}},
                      to_json(query));
}

bool is_about(const Tree& answer, const Tree& query) {
    return answer.text_at("type") == "motlan-payment" && answer.number_at("version") == 1 &&
           answer.text_at("dossier") == query.text_at("dossier") &&
           answer.text_at("query") == query.text_at("query");
}

// The table of formats.md 4.2.
bool is_sound(const Tree& answer) {
    const std::string_view state = answer.text_at("state"), payload = answer.text_at("payload");
    const std::int64_t dong = answer.number_at("dong"), paid = answer.number_at("paid");
    if (state == "nothing") return dong == 0 && payload.empty();
    if (state == "waiting")
        return dong > 0 && paid == 0 && payload.starts_with("000201010212") &&
               !answer.text_at("expires").empty();
    if (state == "paid") return dong > 0 && paid == dong;
    if (state == "short") return dong > 0 && paid != dong;
    return state == "expired" && dong > 0 && payload.empty();
}

void examine_questions(KioskSide& kiosk, const std::string& dossier, Examination& examination) {
    const std::array<std::pair<const char*, Tree>, 4> changes{
        {{"dossier", "x"}, {"query", "1"}, {"new_code", "no"}, {"member", "not in the contract"}}};
    for (const auto& [key, value] : changes) {
        Tree::Table changed = question(dossier);
        changed[key] = value;
        examination.answered(std::format("POST payments: another {} is refused", key),
                             ask(kiosk, changed), {400, "PRV-01"});
    }
    const auto send = [&](const char* type, const std::string& body) {
        return kiosk.send("POST", "/v1/payments", {{"Content-Type", type}}, body);
    };
    examination.answered("POST payments: text is no JSON", send("text/plain", "{}"),
                         {415, "PRV-15"});
    examination.answered("POST payments: a body is at most 1 KiB",
                         send("application/json", std::string(2000, ' ')), {413, "PRV-10"});
    examination.answered("POST payments: an unknown dossier", ask(kiosk, question(random_id())),
                         {404, "PRV-03"});
}

void examine_answer(const Backend& backend, KioskSide& kiosk, const std::string& dossier,
                    Examination& examination) {
    const Tree query = question(dossier);
    const Reply reply = ask(kiosk, query);
    examination.answered("POST payments: an accepted dossier", reply, {200});
    const auto answer = read_signed(as_bytes(reply.body), backend.authority, Role::Receipts);
    const Tree content = answer ? answer->content : Tree();
    examination.note("POST payments: it is signed and about this query", is_about(content, query),
                     std::format("{} bytes", reply.body.size()));
    examination.note("POST payments: sums and code fit the state", is_sound(content),
                     std::string(content.text_at("state")));
    const Reply again = ask(kiosk, question(dossier));
    const auto same = read_signed(as_bytes(again.body), backend.authority, Role::Receipts);
    examination.note("POST payments: asking again makes no other code",
                     same && same->content.text_at("payload") == content.text_at("payload"),
                     std::format("{} bytes", again.body.size()));
}

// A technician's test, from its code to the money that went back.
void examine_trial(const Backend& backend, KioskSide& kiosk, const std::string& dossier,
                   Examination& examination) {
    Tree::Table query = question(random_id());
    const auto asked = [&](const char* wish) {
        query["test"] = wish;
        return ask(kiosk, query);
    };
    examination.answered("POST payments: another test is refused", asked("spend"), {400, "PRV-01"});
    examination.answered("POST payments: no refund of a test that nobody began", asked("refund"),
                         {404, "PRV-03"});
    const auto content = [&](const Reply& reply) {
        const auto answer = read_signed(as_bytes(reply.body), backend.authority, Role::Receipts);
        return answer && is_about(answer->content, query) ? answer->content : Tree();
    };
    const Tree made = content(asked("pay"));
    examination.note("POST payments: a test costs 1000 and says that it is one",
                     made.truth_at("test") && made.number_at("dong") == 1000 &&
                         made.text_at("code").starts_with("THU") && is_sound(made),
                     std::string(made.text_at("code")));
    const auto comes_to = [&](const char* wish, std::string_view state) {
        Tree now;
        for (int n = 0; n < 10 && now.text_at("state") != state; ++n) {
            if (n > 0) std::this_thread::sleep_for(backend.pause);
            now = content(asked(wish));
        }
        return now;
    };
    const Tree paid = comes_to("pay", "paid");
    examination.note("POST payments: the sandbox pays a test within ten seconds",
                     paid.truth_at("test") && paid.text_at("state") == "paid" && is_sound(paid),
                     std::string(paid.text_at("state")));
    const Tree back = comes_to("refund", "refunded");
    examination.note(
        "POST payments: and gives it back",
        back.truth_at("test") && back.text_at("state") == "refunded" && back.number_at("paid") == 0,
        std::string(back.text_at("state")));
    query = question(dossier);
    const Tree fee = content(ask(kiosk, query));
    examination.note("POST payments: no dossier's fee is called a test",
                     fee.table() != nullptr && fee.find("test") == nullptr, "");
    examination.answered("POST payments: no test has a dossier's id", asked("pay"),
                         {400, "PRV-01"});
}

}  // namespace

void examine_payment(const Backend& backend, Examination& examination) {
    KioskSide kiosk = backend.kiosk();
    const TestDossier dossier = backend.dossier();
    announce(kiosk, dossier);
    examination.answered("POST payments: a dossier that is not accepted",
                         ask(kiosk, question(dossier.id)), {404, "PRV-03"});
    take_over(kiosk, dossier);
    examine_questions(kiosk, dossier.id, examination);
    examine_answer(backend, kiosk, dossier.id, examination);
    examine_trial(backend, kiosk, dossier.id, examination);
    bool is_told = false;
    for (int n = 0; n < 61 && !is_told; ++n)
        is_told = ask(kiosk, question(dossier.id)).status == 429;
    examination.note("POST payments: more than 60 times a minute is told to wait", is_told, "");
}

}  // namespace motlan::province

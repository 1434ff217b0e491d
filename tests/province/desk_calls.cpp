// The desk's part for calls for help: who waits where, and who goes there.
#include <algorithm>
#include <array>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/province/desk.h"

namespace motlan::province {
namespace {

constexpr std::size_t kQueryLimit = 1024;
constexpr auto kSteps = std::to_array<std::string_view>(
    {"start", "choose", "identify", "check", "answer", "scan", "send", "after"});

bool is_all(std::string_view text, std::string_view letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

bool is_call(const Tree& call) {
    const std::string_view language = call.text_at("language");
    const Tree* unhurried = call.find("unhurried");
    return call.table() != nullptr && call.table()->size() == 4 &&
           (language == "vi" || language == "en") &&
           std::ranges::contains(kSteps, call.text_at("step")) &&
           parse_timestamp(call.text_at("since")).has_value() && unhurried != nullptr &&
           unhurried->truth() != nullptr;
}

bool is_taking(const Tree& take) {
    return take.table() != nullptr && take.table()->size() == 2 && !take.text_at("kiosk").empty() &&
           take.text_at("kiosk").size() <= 64 && take.text_at("staff").size() <= 12 &&
           is_all(take.text_at("staff"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}

/// Every member is known and as the contract says.
bool is_query(const Tree& query) {
    const Tree::Table* members = query.table();
    if (members == nullptr) return false;
    const std::string_view id = query.text_at("query");
    std::size_t known = 1;
    if (const Tree* call = query.find("call")) known += is_call(*call) ? 1U : 9U;
    if (const Tree* take = query.find("take")) known += is_taking(*take) ? 1U : 9U;
    if (query.find("over") != nullptr) known += query.truth_at("over") ? 1U : 9U;
    const bool is_both = query.find("call") != nullptr && query.find("over") != nullptr;
    return id.size() == 32 && is_all(id, "0123456789abcdef") && !is_both &&
           members->size() == known;
}

}  // namespace

Answer Desk::calls(const Request& request) {
    if (request.header("content-type") != "application/json") return refuse(Refusal::MediaType);
    if (request.body.size() > kQueryLimit) return refuse(Refusal::TooLarge);
    const auto query = parse_json(request.body);
    if (!query || !is_query(*query)) return refuse(Refusal::Malformed);
    const SteadyTime now = tools_.clock.steady();
    if (!calls_pace_.take(request.kiosk, now)) {
        Answer later = refuse(Refusal::Later);
        later.status = 429;
        return later;
    }
    if (const Tree* call = query->find("call")) tools_.calls.open(request.kiosk, *call, now);
    if (query->truth_at("over")) tools_.calls.close(request.kiosk);
    if (const Tree* take = query->find("take"))
        tools_.calls.take(std::string(take->text_at("kiosk")), std::string(take->text_at("staff")),
                          now);
    Tree::Table content = tools_.calls.content(now);
    content.insert({{"answered", rfc3339(tools_.clock.wall())},
                    {"query", std::string(query->text_at("query"))},
                    {"type", "motlan-calls"},
                    {"version", 1}});
    return signed_document(sign(content, tools_.keys.receipts));
}

}  // namespace motlan::province

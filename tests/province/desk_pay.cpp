// The desk's half for fees: what is due, the code to pay with, whether the money has come; and the
// ways in which the province can lie about it on purpose.
#include <algorithm>
#include <format>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/province/desk.h"
#include "tests/province/payments.h"

namespace motlan::province {
namespace {

constexpr std::size_t kQueryLimit = 1024;

struct PayQuery {
    std::string dossier;
    std::string query;
    std::string test;  ///< empty: about a dossier's fee
    bool new_code = false;
};

bool is_id(std::string_view text) {
    return text.size() == 32 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<PayQuery> read_query(std::string_view body) {
    const auto asked = parse_json(body);
    const bool is_test = asked && asked->find("test") != nullptr;
    if (!asked || asked->table() == nullptr || asked->table()->size() != (is_test ? 4 : 3))
        return std::nullopt;
    const Tree* fresh = asked->find("new_code");
    if (fresh == nullptr || fresh->truth() == nullptr) return std::nullopt;
    PayQuery query{.dossier = std::string(asked->text_at("dossier")),
                   .query = std::string(asked->text_at("query")),
                   .test = std::string(asked->text_at("test")),
                   .new_code = asked->truth_at("new_code")};
    if (!is_id(query.dossier) || !is_id(query.query)) return std::nullopt;
    if (is_test && query.test != "pay" && query.test != "refund") return std::nullopt;
    return query;
}

// Banks take letters, digits and spaces.
std::string purpose_of(std::string code) {
    std::ranges::replace_if(code, [](char sign) { return sign == '-' || sign == '.'; }, ' ');
    return code;
}

bool is_over(const LedgerFee& fee, WallTime now) {
    const auto expires = parse_timestamp(fee.expires);
    return expires && *expires <= now;
}

std::string_view state_of(const LedgerFee& fee, WallTime now) {
    if (fee.paid > 0) return fee.paid == fee.dong ? "paid" : "short";
    return is_over(fee, now) ? "expired" : "waiting";
}

Tree::Table content_of(const LedgerFee& fee, WallTime now) {
    const std::string_view state = state_of(fee, now);
    Tree::Table content{{"basis", ""},      {"code", fee.code}, {"dong", fee.dong},
                        {"paid", fee.paid}, {"payee", kPayee},  {"payload", ""},
                        {"state", state}};
    if (state == "waiting") content["payload"] = fee.payload;
    if (state == "waiting") content["expires"] = fee.expires;
    return content;
}

void bend(Tree::Table& content, PayMood mood) {
    if (mood == PayMood::OtherSum && content["state"].text() != nullptr)
        content["payload"] = vietqr(1, "H41");
    if (mood == PayMood::BadCrc)
        content["payload"] = std::string(Tree(content).text_at("payload")) + "0";
    if (mood == PayMood::OtherDossier) content["dossier"] = std::string(32, '0');
    if (mood == PayMood::OtherQuery) content["query"] = std::string(32, '0');
    if (mood == PayMood::Swapped && content.erase("test") == 0) content["test"] = true;
}

}  // namespace

// The first question makes the code, and so does one for a new code in the place of an old one.
Result<LedgerFee> Desk::with_code(const std::string& dossier, LedgerFee fee, bool is_new_wished) {
    const WallTime now = tools_.clock.wall();
    const bool is_needed =
        fee.paid == 0 && (fee.payload.empty() || (is_over(fee, now) && is_new_wished));
    if (!is_needed) return fee;
    fee.payload = vietqr(fee.dong, purpose_of(fee.code));
    fee.expires = rfc3339(now + kCodeLasts);
    const auto stored = tools_.ledger.note_code(dossier, fee.payload, fee.expires);
    if (!stored) return fail(stored.error());
    return fee;
}

Answer Desk::pay(const Request& request) {
    if (request.header("content-type") != "application/json") return refuse(Refusal::MediaType);
    if (request.body.size() > kQueryLimit) return refuse(Refusal::TooLarge);
    const auto query = read_query(request.body);
    if (!query) return refuse(Refusal::Malformed);
    const PayMood mood = tools_.moods.payment();
    if (mood == PayMood::Silent) return refuse(Refusal::Later);
    if (!payments_.take(request.kiosk, tools_.clock.steady())) {
        Answer later = refuse(Refusal::Later);
        later.status = 429;
        return later;
    }
    if (!query->test.empty() && mood == PayMood::Untested) return refuse(Refusal::Unknown);
    auto content = query->test.empty()
                       ? fee_content(query->dossier, query->new_code)
                       : trial_content(request.kiosk, query->dossier, query->test == "refund");
    if (!content) return refuse(content.error());
    content->insert({{"answered", rfc3339(tools_.clock.wall())},
                     {"dossier", query->dossier},
                     {"query", query->query},
                     {"type", "motlan-payment"},
                     {"version", 1}});
    bend(*content, mood);
    const Identity signer =
        mood == PayMood::Forged ? look_alike().value_or(Identity()) : tools_.keys.receipts;
    return signed_document(sign(*content, signer));
}

Desk::Content Desk::fee_content(const std::string& dossier, bool is_new_wished) {
    const auto entry = tools_.ledger.look_up(dossier);
    if (!entry) return std::unexpected(Refusal::Later);
    if (!*entry || (*entry)->code.empty()) return std::unexpected(Refusal::Unknown);
    const auto due = tools_.ledger.fee_of(dossier);
    if (!due) return std::unexpected(Refusal::Later);
    if (!*due)
        return Tree::Table{{"basis", ""},       {"code", (*entry)->code}, {"dong", 0},
                           {"paid", 0},         {"payee", kPayee},        {"payload", ""},
                           {"state", "nothing"}};
    const auto fee = with_code(dossier, **due, is_new_wished);
    if (!fee) return std::unexpected(Refusal::Later);
    return content_of(*fee, tools_.clock.wall());
}

}  // namespace motlan::province

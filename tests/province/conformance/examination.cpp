#include "tests/province/conformance/examination.h"

#include <algorithm>
#include <format>

#include "kiosk/core/json.h"

namespace motlan::province {
namespace {

// RFC 9457, with the code that the contract adds.
bool is_problem(const Reply& reply, const Expected& expected) {
    const auto problem = parse_json(reply.body);
    return problem && reply.header("content-type").starts_with("application/problem+json") &&
           problem->number_at("status") == expected.status &&
           problem->text_at("code") == expected.code && problem->find("title") != nullptr &&
           problem->find("type") != nullptr;
}

}  // namespace

void Examination::note(std::string rule, bool holds, std::string seen) {
    findings_.push_back({.rule = std::move(rule), .seen = std::move(seen), .holds = holds});
}

void Examination::answered(std::string rule, const Reply& reply, const Expected& expected) {
    const bool holds =
        reply.status == expected.status && (expected.code.empty() || is_problem(reply, expected));
    note(std::move(rule), holds,
         reply.status == 0 ? "no answer" : std::format("{} {}", reply.status, reply.code()));
}

std::size_t Examination::broken() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(findings_, [](const Finding& each) { return !each.holds; }));
}

std::string Examination::to_text() const {
    std::string text;
    for (const Finding& each : findings_)
        text += std::format("{:<6}  {:<76}  {}\n", each.holds ? "passed" : "FAILED", each.rule,
                            each.seen);
    return text + std::format("{} rules: {} passed, {} failed\n", findings_.size(),
                              findings_.size() - broken(), broken());
}

Reply announce(KioskSide& kiosk, const TestDossier& dossier) {
    return kiosk.send("PUT", path_of(dossier), {{"Content-Type", "application/cms"}},
                      dossier.label);
}

std::string path_of(const TestDossier& dossier, std::string_view rest) {
    return std::format("/v1/dossiers/{}{}", dossier.id, rest);
}

Reply take_over(KioskSide& kiosk, const TestDossier& dossier) {
    Reply reply = deliver(kiosk, dossier);
    for (int n = 0; n < 100 && reply.status == 202; ++n)
        reply = kiosk.send("GET", path_of(dossier, "/receipt"));
    return reply;
}

Examination examine(Backend backend) {
    Examination examination;
    examine_road(backend, examination);
    examine_bundle(backend, examination);
    if (backend.recipient.empty()) return examination;
    examine_query(backend, examination);
    examine_following(backend, examination);
    examine_announcement(backend, examination);
    examine_upload(backend, examination);
    examine_receipt(backend, examination);
    examine_checkpoint(backend, examination);
    examine_payment(backend, examination);
    examine_calls(backend, examination);
    return examination;
}

}  // namespace motlan::province

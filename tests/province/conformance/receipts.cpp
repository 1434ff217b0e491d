// The rules of taking a dossier over: completing, receipt, status.
#include <algorithm>
#include <format>
#include <regex>

#include "kiosk/core/json.h"
#include "tests/province/conformance/examination.h"

namespace motlan::province {
namespace {

// The certificate in a PEM text, as it stands inside a signed document.
Bytes der_of(std::string_view pem) {
    std::string letters;
    const std::size_t end = pem.rfind("\n-----END");
    for (std::size_t at = pem.find('\n'); at < end && at < pem.size(); ++at) {
        if (pem[at] != '\n') letters += pem[at];
    }
    return from_base64(letters).value_or(Bytes());
}

bool is_by_listed(const Backend& backend, std::string_view receipt) {
    return std::ranges::any_of(backend.signers, [&](const std::string& pem) {
        const Bytes der = der_of(pem);
        return !der.empty() && receipt.contains(as_text(der));
    });
}

std::string hashes_of(const TestDossier& dossier) {
    Tree::List hashes;
    for (const std::string& part : dossier.parts) hashes.emplace_back(sha256(as_bytes(part)));
    return to_json(hashes);
}

// Every field of formats.md 7 that both outcomes have.
bool is_about(const Tree& receipt, const Backend& backend, const TestDossier& dossier) {
    const auto label =
        read_signed(as_bytes(dossier.label), backend.authority, Role::KioskDevice).value();
    return receipt.text_at("type") == "motlan-receipt" && receipt.number_at("version") == 1 &&
           receipt.text_at("dossier") == dossier.id &&
           receipt.text_at("kiosk") == label.content.text_at("kiosk") &&
           receipt.text_at("label") == sha256(as_bytes(dossier.label)) &&
           to_json(receipt.list_at("parts")) == hashes_of(dossier) &&
           receipt.number_at("sequence") > 0;
}

bool has_acceptance(const Tree& receipt) {
    static const std::regex kCode(R"([A-Z]\d{2}(\.\d{1,3}){0,3}-\d{6}-\d{4,7})");
    static const std::regex kTime(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)");
    return receipt.text_at("event") == "SubmissionAcceptance" &&
           std::regex_match(std::string(receipt.text_at("code")), kCode) &&
           std::regex_match(std::string(receipt.text_at("due")), kTime) &&
           std::regex_match(std::string(receipt.text_at("time")), kTime) &&
           !receipt.text_at("place").empty();
}

// The receipt's bytes, once it is made: a backend may first say "later".
Reply complete(KioskSide& kiosk, const TestDossier& dossier) {
    Reply reply = kiosk.send("POST", path_of(dossier, "/complete"));
    for (int n = 0; n < 100 && reply.status == 202; ++n)
        reply = kiosk.send("GET", path_of(dossier, "/receipt"));
    return reply;
}

Tree status_of(KioskSide& kiosk, const TestDossier& dossier) {
    return parse_json(kiosk.send("GET", path_of(dossier, "/status")).body).value_or(Tree());
}

void examine_before(KioskSide& kiosk, const TestDossier& dossier, Examination& examination) {
    announce(kiosk, dossier);
    const Reply early = kiosk.send("POST", path_of(dossier, "/complete"));
    examination.answered("POST complete: parts are missing", early, {409, "PRV-09"});
    const auto problem = parse_json(early.body);
    const std::string missing = problem ? to_json(problem->list_at("missing")) : "";
    examination.note("POST complete: names the parts that are missing", missing == "[0,1,2]",
                     missing);
    examination.answered("GET receipt: there is none before",
                         kiosk.send("GET", path_of(dossier, "/receipt")), {404, "PRV-03"});
    const std::int64_t status = status_of(kiosk, dossier).number_at("status");
    examination.note("GET status: 1 after the announcement", status == 1, std::to_string(status));
}

void examine_acceptance(const Backend& backend, Examination& examination) {
    KioskSide kiosk = backend.kiosk();
    const TestDossier dossier = backend.dossier();
    examine_before(kiosk, dossier, examination);
    deliver(kiosk, dossier);
    const Reply first = complete(kiosk, dossier);
    examination.answered("POST complete: the receipt", first, {200});
    const auto receipt = read_signed(as_bytes(first.body), backend.authority, Role::Receipts);
    examination.note("receipt: is signed in its role", receipt.has_value(),
                     std::format("{} bytes", first.body.size()));
    const Tree content = receipt ? receipt->content : Tree();
    examination.note("receipt: by a signer that the bundle lists",
                     is_by_listed(backend, first.body), receipt ? receipt->signer : "");
    examination.note("receipt: names dossier, kiosk, label and every part",
                     is_about(content, backend, dossier), std::string(content.text_at("dossier")));
    examination.note("receipt: has a code, a due time and a place", has_acceptance(content),
                     std::string(content.text_at("code")));
    const auto same = [&](std::string rule, const Reply& reply) {
        examination.note(std::move(rule), reply.status == 200 && reply.body == first.body,
                         std::format("{} {} bytes", reply.status, reply.body.size()));
    };
    same("POST complete: again has the same bytes", complete(kiosk, dossier));
    same("GET receipt: has the same bytes", kiosk.send("GET", path_of(dossier, "/receipt")));
    same("the whole delivery again has the same bytes", deliver(kiosk, dossier));
    examination.answered("DELETE upload: not of a complete dossier",
                         kiosk.send("DELETE", kiosk.upload_of(dossier.id, 0)), {409, "PRV-14"});
    const Tree status = status_of(kiosk, dossier);
    examination.note("GET status: 2 and the code after the acceptance",
                     status.number_at("status") >= 2 && status.number_at("status") != 3 &&
                         status.text_at("code") == content.text_at("code"),
                     std::to_string(status.number_at("status")));
}

void examine_rejections(const Backend& backend, Examination& examination) {
    struct Case {
        Flaw flaw;
        const char* reason;
    };
    KioskSide kiosk = backend.kiosk();
    for (const Case& one :
         {Case{Flaw::ManifestOfOther, "manifest_fields"},
          Case{Flaw::ManifestSigner, "manifest_signature"}, Case{Flaw::PartContent, "part_content"},
          Case{Flaw::Padding, "part_padding"}, Case{Flaw::Form, "form_malformed"}}) {
        const TestDossier dossier = backend.dossier(one.flaw);
        deliver(kiosk, dossier);
        const Reply reply = complete(kiosk, dossier);
        const auto receipt = read_signed(as_bytes(reply.body), backend.authority, Role::Receipts);
        const Tree content = receipt ? receipt->content : Tree();
        const bool holds = is_about(content, backend, dossier) &&
                           content.text_at("event") == "SubmissionRejection" &&
                           content.text_at("reason") == one.reason;
        examination.note(std::format("receipt: a dossier with {} is refused", one.reason), holds,
                         std::string(content.text_at("reason")));
        const Tree status = status_of(kiosk, dossier);
        examination.note(std::format("GET status: 3 and the reason {}", one.reason),
                         status.number_at("status") == 3 && status.text_at("reason") == one.reason,
                         std::to_string(status.number_at("status")));
    }
}

}  // namespace

void examine_receipt(const Backend& backend, Examination& examination) {
    examine_acceptance(backend, examination);
    examine_rejections(backend, examination);
}

}  // namespace motlan::province

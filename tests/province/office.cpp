#include "tests/province/office.h"

#include <algorithm>
#include <format>

#include "kiosk/core/json.h"
#include "tests/province/events.h"
#include "tests/province/opinions.h"
#include "tests/province/receipt_code.h"

namespace motlan::province {
namespace {

// Where the citizen fetches the result; one place for the whole stand-in.
constexpr const char* kPlace = "Trung tâm Phục vụ hành chính công phường Trường Vinh, tỉnh Nghệ An";

bool is_hex(std::string_view text, std::size_t size) {
    return text.size() == size &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<std::vector<LabelPart>> read_parts(const Tree& content) {
    std::vector<LabelPart> parts;
    std::int64_t sum = 0;
    for (const Tree& tree : content.list_at("parts")) {
        LabelPart part{.sha256 = std::string(tree.text_at("sha256")),
                       .size = tree.number_at("size")};
        const bool holds = is_hex(part.sha256, 64) && part.size > 0 && part.size <= kPartLimit;
        if (!holds || parts.size() == kMostParts) return fail(Fault::MessageMalformed);
        sum += part.size;
        parts.push_back(std::move(part));
    }
    if (parts.size() < kLeastParts || sum > kDossierLimit) return fail(Fault::MessageMalformed);
    return parts;
}

// The manifest is about this dossier, from this kiosk, and lists all parts but itself.
bool fits(const SignedDocument& manifest, const LedgerEntry& entry) {
    const Tree& content = manifest.content;
    return is_of(content, "motlan-manifest") && manifest.signer == entry.kiosk &&
           content.text_at("kiosk") == entry.kiosk && content.text_at("dossier") == entry.dossier &&
           !content.text_at("procedure").empty() && !content.text_at("sealed").empty() &&
           !content.text_at("software").empty() && !content.text_at("boot").empty() &&
           content.number_at("bundle") >= 1 && content.find("time_uncertain") != nullptr &&
           content.list_at("parts").size() + 1 == entry.parts.size();
}

bool is_listed(const Tree& listed, ByteView content) {
    return listed.text_at("sha256") == sha256(content) &&
           listed.number_at("size", -1) == std::ssize(content);
}

/// An opinion has a photo where it says so, and nothing else beside its form.
bool has_its_papers(const std::vector<OpenedPart>& parts) {
    const auto form = parse_json(as_text(parts[1].content));
    if (!form || !is_opinion(*form)) return true;
    if (!has_photo(*form)) return parts.size() == 2;
    return parts.size() == 3 && parts[2].media == "application/pdf" &&
           as_text(parts[2].content).starts_with("%PDF-");
}

bool is_form(const OpenedPart& part) {
    const auto form = parse_json(as_text(part.content));
    return part.media == "application/json" && form &&
           (is_of(*form, "motlan-form") || is_opinion(*form)) &&
           to_json(*form) == as_text(part.content);
}

// The reason for refusing the opened parts, which have the manifest first; empty for none.
std::string check(const OfficeKeys& keys, const LedgerEntry& entry,
                  std::vector<OpenedPart>& parts) {
    const auto manifest = read_signed(parts.front().content, keys.authority, Role::KioskDevice);
    if (!manifest) return "manifest_signature";
    if (!fits(*manifest, entry)) return "manifest_fields";
    const Tree::List& listed = manifest->content.list_at("parts");
    for (std::size_t n = 1; n < parts.size(); ++n) {
        if (!is_listed(listed[n - 1], parts[n].content)) return "part_content";
        parts[n].media = listed[n - 1].text_at("media");
    }
    return is_form(parts[1]) && has_its_papers(parts) ? "" : "form_malformed";
}

}  // namespace

Result<Label> read_label(ByteView document, std::string_view authority) {
    auto read = read_signed(document, authority, Role::KioskDevice);
    if (!read) return fail(read.error());
    const Tree& content = read->content;
    const std::string_view kiosk = content.text_at("kiosk");
    if (!is_of(content, "motlan-label") || kiosk != read->signer ||
        content.find("confirmed") == nullptr || content.find("confirmed")->truth() == nullptr) {
        return fail(Fault::MessageMalformed);
    }
    return read_parts(content).transform([&](std::vector<LabelPart> parts) {
        return Label{.dossier = std::string(content.text_at("dossier")),
                     .kiosk = std::string(kiosk),
                     .parts = std::move(parts),
                     .document = Bytes(document.begin(), document.end())};
    });
}

Result<CheckpointEntry> read_checkpoint(ByteView document, std::string_view authority) {
    const auto read = read_signed(document, authority, Role::KioskDevice);
    if (!read) return fail(read.error());
    const Tree& content = read->content;
    CheckpointEntry entry{.signer = read->certificate,
                          .kiosk = std::string(content.text_at("kiosk")),
                          .count = content.number_at("count"),
                          .hash = std::string(content.text_at("hash")),
                          .received = {},
                          .document = Bytes(document.begin(), document.end())};
    const Tree::Table* table = content.table();
    const bool holds = is_of(content, "motlan-checkpoint") && entry.kiosk == read->signer &&
                       entry.count > 0 && is_hex(entry.hash, 64) &&
                       !content.text_at("boot").empty() && !content.text_at("time").empty() &&
                       table != nullptr && table->size() == 7;
    if (!holds) return fail(Fault::MessageMalformed);
    return entry;
}

Opened open_dossier(const OfficeKeys& keys, const LedgerEntry& entry,
                    const std::vector<Bytes>& sealed) {
    Opened opened;
    for (const Bytes& part : sealed) {
        auto padded = open_sealed(part, keys.recipient);
        if (!padded) return {.reason = "part_unopened", .parts = {}};
        auto content = without_padding(*std::move(padded));
        if (!content) return {.reason = "part_padding", .parts = {}};
        opened.parts.push_back({.media = {}, .content = *std::move(content)});
    }
    opened.reason = check(keys, entry, opened.parts);
    return opened;
}

Filing filing_of(const Opened& opened) {
    if (!opened.reason.empty()) return {};
    const auto form = parse_json(as_text(opened.parts[1].content));
    if (form && is_opinion(*form)) {
        const std::string kind = is_rating(*form) ? "rating" : "report";
        return {.opinion = LedgerOpinion{kind, to_json(*form)}};
    }
    const Tree* fee = form ? form->find("fee") : nullptr;
    const Tree* profile = form ? form->find("profile") : nullptr;
    const Tree* procedure = form ? form->find("procedure") : nullptr;
    if (profile == nullptr || procedure == nullptr) return {};
    return {.citizen = std::string(profile->text_at("number")),
            .procedure = std::string(procedure->text_at("code")),
            .accepted = {},
            .dong = fee != nullptr ? fee->number_at("dong") : 0,
            .supplements = std::string(form->text_at("supplements")),
            .opinion = {}};
}

Tree receipt_of(const LedgerEntry& entry) {
    Tree::List parts;
    for (const LabelPart& part : entry.parts) parts.emplace_back(part.sha256);
    Tree::Table receipt{
        {"dossier", entry.dossier},
        {"event", entry.reason.empty() ? "SubmissionAcceptance" : "SubmissionRejection"},
        {"kiosk", entry.kiosk},
        {"label", entry.label_sha256},
        {"parts", std::move(parts)},
        {"sequence", entry.sequence},
        {"time", entry.time},
        {"type", "motlan-receipt"},
        {"version", 1}};
    if (entry.checkpoint) {
        receipt["checkpoint"] =
            Tree::Table{{"count", entry.checkpoint->count}, {"hash", entry.checkpoint->hash}};
    }
    if (!entry.reason.empty()) {
        receipt["reason"] = entry.reason;
        return receipt;
    }
    receipt["code"] = entry.code;
    receipt["due"] = entry.due;
    receipt["place"] = kPlace;
    if (!entry.token.empty()) receipt["token"] = entry.token;
    return receipt;
}

Result<LedgerEntry> settle(const OfficeKeys& keys, LedgerEntry entry, Ledger::Place place,
                           WallTime now) {
    entry.sequence = place.sequence;
    entry.time = rfc3339(now);
    if (entry.reason.empty()) {
        entry.code = std::format("H41-{}-{:04}", day_of(now), place.serial_of_day);
        entry.due = rfc3339(due(now));
        auto token = receipt_code({entry.code, now, due(now)}, keys.receipts);
        auto first = make_event(keys, entry, 1, accepted(entry), entry.time);
        if (!token || !first) return fail(Fault::SealingFailed);
        entry.token = *std::move(token);
        entry.filing.accepted = *std::move(first);
    }
    auto receipt = sign(receipt_of(entry), keys.receipts);
    if (!receipt) return fail(receipt.error());
    entry.receipt = *std::move(receipt);
    return entry;
}

std::string day_of(WallTime time) {
    return std::format("{:%y%m%d}", std::chrono::floor<std::chrono::days>(time + kVietnamOffset));
}

WallTime due(WallTime received) {
    using namespace std::chrono;
    sys_days day = floor<days>(received + kVietnamOffset);
    for (int working = 0; working < 2;) {
        day += days{1};
        const weekday name(day);
        if (name != Saturday && name != Sunday) ++working;
    }
    return day + hours{17} - kVietnamOffset;
}

std::string rfc3339(WallTime time) { return std::format("{:%FT%T}Z", time); }

}  // namespace motlan::province

#include "kiosk/outbox/receipt.h"

#include <algorithm>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/outbox/receipt_code.h"

namespace motlan {
namespace {

// A text of the province that goes to screen and slip: present and of bearable length.
bool read_text(const Tree& tree, std::string_view key, std::string& into) {
    constexpr std::size_t kLimit = 400;
    into = tree.text_at(key);
    return !into.empty() && into.size() <= kLimit;
}

bool read_time(const Tree& tree, std::string_view key, WallTime& into) {
    const auto time = parse_timestamp(tree.text_at(key));
    into = time.value_or(WallTime{});
    return time.has_value();
}

bool read_parts(const Tree& tree, std::vector<std::string>& into) {
    for (const Tree& entry : tree.list_at("parts")) {
        if (entry.text() == nullptr || !is_sha256(*entry.text())) return false;
        into.push_back(*entry.text());
    }
    return into.size() >= 2 && into.size() <= kPartCountLimit;
}

bool read_event(const Tree& tree, ProvinceReceipt& receipt) {
    const std::string_view event = tree.text_at("event");
    if (event == "SubmissionAcceptance") {
        receipt.event = ReceiptEvent::SubmissionAcceptance;
        receipt.token = tree.text_at("token");
        return read_text(tree, "code", receipt.code) && read_text(tree, "place", receipt.place) &&
               read_time(tree, "due", receipt.due);
    }
    return event == "SubmissionRejection" && read_text(tree, "reason", receipt.reason);
}

// A province that keeps no checkpoints names none; one that names half of one is not believed.
bool read_checkpoint(const Tree& tree, ProvinceReceipt& receipt) {
    const Tree* named = tree.find("checkpoint");
    if (named == nullptr) return true;
    receipt.checkpoint = read_mark(*named);
    return receipt.checkpoint.has_value();
}

bool read_identity(const Tree& tree, ProvinceReceipt& receipt) {
    const auto dossier = parse_dossier_id(tree.text_at("dossier"));
    receipt.dossier = dossier.value_or(DossierId());
    receipt.label = tree.text_at("label");
    receipt.sequence = tree.number_at("sequence", -1);
    return dossier && is_sha256(receipt.label) && receipt.sequence >= 0 &&
           read_text(tree, "kiosk", receipt.kiosk) && read_time(tree, "time", receipt.time) &&
           read_parts(tree, receipt.parts);
}

}  // namespace

Result<ProvinceReceipt> parse_receipt(std::string_view content) {
    const auto tree = parse_json(content);
    if (!tree || tree->text_at("type") != "motlan-receipt" || tree->number_at("version") != 1) {
        return fail(Fault::ReceiptForged);
    }
    ProvinceReceipt receipt;
    if (!read_identity(*tree, receipt) || !read_event(*tree, receipt) ||
        !read_checkpoint(*tree, receipt)) {
        return fail(Fault::ReceiptForged);
    }
    return receipt;
}

Result<ProvinceReceipt> open_receipt(ByteView cms, const Trust& trust, WallTime at) {
    const auto document = open_document(cms, trust, at);
    if (!document) return fail(Fault::ReceiptForged);
    return parse_receipt(as_text(document->content));
}

Result<void> match(const ProvinceReceipt& receipt, const DossierMark& mark) {
    const bool holds = receipt.dossier == mark.dossier && receipt.kiosk == mark.kiosk &&
                       receipt.label == mark.label &&
                       std::ranges::equal(receipt.parts, mark.parts, {}, {}, &PartMark::sha256);
    if (!holds) return fail(Fault::ReceiptForOtherDossier);
    return {};
}

std::string proven_token(const ProvinceReceipt& receipt, const Trust& trust) {
    const auto code = verify_receipt_code(receipt.token, trust);
    const bool agrees = code && code->code == receipt.code && code->received == receipt.time &&
                        code->due == receipt.due;
    return agrees ? receipt.token : std::string();
}

WallTime proven_time(ByteView cms, const ProvinceReceipt& receipt, const Trust& trust) {
    return open_receipt(cms, trust, receipt.time) ? receipt.time : WallTime{};
}

Result<ProvinceReceipt> verify_receipt(ByteView cms, const DossierMark& mark, const Trust& trust,
                                       WallTime at) {
    return open_receipt(cms, trust, at)
        .and_then([&](ProvinceReceipt receipt) -> Result<ProvinceReceipt> {
            if (const auto same = match(receipt, mark); !same) return fail(same.error());
            return receipt;
        });
}

}  // namespace motlan

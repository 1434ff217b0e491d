// What the desk makes of a bad mood: of every answer about a dossier, and of receipts.
#include <algorithm>
#include <charconv>

#include "tests/province/desk.h"

namespace motlan::province {
namespace {

constexpr std::size_t kReceiptLimit = std::size_t{64} << 10U;
constexpr std::int64_t kLie = std::int64_t{64} << 10U;

bool is_about_dossier(const Request& request) {
    return request.path.starts_with("/v1/dossiers/") || request.path.starts_with("/v1/uploads/");
}

// What would be stored or settled: losing any other answer could keep a kiosk from its first step.
bool is_storing(const Request& request) {
    return request.method == "PATCH" || request.path.ends_with("/complete");
}

std::int64_t number_in(const Answer& answer, const std::string& header) {
    std::int64_t number = 0;
    const auto at = answer.headers.find(header);
    if (at == answer.headers.end()) return number;
    std::from_chars(at->second.data(), at->second.data() + at->second.size(), number);
    return number;
}

Answer lying(Answer answer, DossierMood mood) {
    if (!answer.headers.contains("Upload-Offset")) return answer;
    std::int64_t offset = number_in(answer, "Upload-Offset");
    if (mood == DossierMood::Ahead) offset += kLie;
    if (mood == DossierMood::Behind) offset = std::max<std::int64_t>(0, offset - kLie);
    if (mood == DossierMood::Done) offset = number_in(answer, "Upload-Length");
    answer.headers["Upload-Offset"] = std::to_string(offset);
    if (mood == DossierMood::Done) answer.headers["Upload-Complete"] = "?1";
    return answer;
}

std::string flipped(std::string id) {
    id.front() = id.front() == '0' ? '1' : '0';
    return id;
}

}  // namespace

Answer Desk::answer(const Request& request) {
    return is_about_dossier(request) ? answer_in_mood(request) : obey(request);
}

Answer Desk::answer_in_mood(const Request& request) {
    const DossierMood mood = tools_.moods.dossiers();
    switch (mood) {
        case DossierMood::Good:
        case DossierMood::Careless: return obey(request);
        case DossierMood::Twice: return (void)obey(request), obey(request);
        case DossierMood::Busy: return refuse(Refusal::Later);
        case DossierMood::Refusing: return refuse(Refusal::OtherKiosk);
        case DossierMood::Portal:
            return {.status = 200,
                    .type = "text/html",
                    .body = "<!doctype html><title>Wi-Fi</title>",
                    .headers = {}};
        case DossierMood::Ahead:
        case DossierMood::Behind:
        case DossierMood::Done: return lying(obey(request), mood);
        case DossierMood::Deaf: break;
    }
    Answer answer = obey(request);
    answer.is_cut = is_storing(request);
    return answer;
}

Result<Bytes> Desk::played_receipt(const LedgerEntry& entry, ReceiptMood mood) {
    LedgerEntry other = entry;
    switch (mood) {
        case ReceiptMood::Huge: return Bytes(kReceiptLimit + 1);
        case ReceiptMood::Forged:
            return look_alike().and_then(
                [&](const Identity& signer) { return sign(receipt_of(entry), signer); });
        case ReceiptMood::OtherDossier: other.dossier = flipped(entry.dossier); break;
        case ReceiptMood::OtherLabel: other.label_sha256 = flipped(entry.label_sha256); break;
        case ReceiptMood::OtherParts:
            other.parts.front().sha256 = flipped(entry.parts.front().sha256);
            break;
        case ReceiptMood::Good:
        case ReceiptMood::Late:
        case ReceiptMood::Fresh: break;
    }
    return sign(receipt_of(other), tools_.keys.receipts);
}

}  // namespace motlan::province

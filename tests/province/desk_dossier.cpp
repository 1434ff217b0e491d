// The desk's half for dossiers: checkpoint, announce, upload by parts, complete, receipt, status.
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

#include "kiosk/core/json.h"
#include "tests/province/desk.h"
#include "tests/province/events.h"

namespace motlan::province {
namespace {

constexpr std::size_t kLabelLimit = std::size_t{64} << 10U;
constexpr std::int64_t kMostFilings = 10'000;

bool is_id(std::string_view text) {
    return text.size() == 32 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::int64_t> to_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (trouble != std::errc() || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

// RFC 9530, section 2, with SHA-256 alone.
bool is_digest_of(std::string_view digest, std::string_view body) {
    std::array<std::uint8_t, 32> hash{};
    EVP_Digest(body.data(), body.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    return digest == std::format("sha-256=:{}:", to_base64(hash));
}

// Where an upload stands, in the words of the resumable-upload draft.
std::map<std::string, std::string> headers_of(const Upload& upload) {
    return {
        {"Upload-Offset", std::to_string(upload.offset)},
        {"Upload-Complete", upload.complete ? "?1" : "?0"},
        {"Upload-Length", std::to_string(upload.expected.size)},
        {"Upload-Limit", std::format("max-size={}, max-append-size={}", kPartLimit, kBodyLimit)},
        {"Cache-Control", "no-store"}};
}

// The state after a request, from what was stored.
Answer stored(Upload upload, std::int64_t added, bool last) {
    upload.offset += added;
    upload.complete = last;
    return {.status = 204, .type = {}, .body = {}, .headers = headers_of(upload)};
}

Answer other_offset(const Upload& upload, std::int64_t provided) {
    return refuse(
        Refusal::OtherOffset, headers_of(upload),
        std::format(R"("expected-offset":{},"provided-offset":{})", upload.offset, provided));
}

Answer announced(const Result<Announcement>& stored, Refusal other) {
    if (!stored) return refuse(Refusal::Later);
    switch (*stored) {
        case Announcement::New: return {.status = 201};
        case Announcement::Same: return {.status = 200};
        case Announcement::Other: return refuse(other);
    }
    return refuse(Refusal::Later);
}

}  // namespace

Answer Desk::dossier(const Request& request, const Names& names) {
    if (names.size() < 4 || !is_id(names[3])) return refuse(Refusal::Unknown);
    if (names.size() == 4 && request.method == "PUT") return announce(request, names[3]);
    const auto found = tools_.ledger.find(std::string(names[3]), request.kiosk);
    if (!found) return refuse(Refusal::Later);
    if (!*found || names.size() < 5) return refuse(Refusal::Unknown);
    const std::string_view what = names[4];
    const bool reads = request.method == "GET";
    if (names.size() == 6 && what == "parts" && request.method == "POST") {
        return open_upload(request, **found, names[5]);
    }
    if (names.size() != 5) return refuse(Refusal::Unknown);
    if (what == "complete" && request.method == "POST") return complete(**found);
    if (what == "receipt" && reads && (*found)->is_complete()) return receipt(**found);
    if (what == "status" && reads) return status(**found);
    return refuse(Refusal::Unknown);
}

Answer Desk::checkpoint(const Request& request) {
    if (request.header("content-type") != "application/cms") return refuse(Refusal::MediaType);
    if (request.body.size() > kLabelLimit) return refuse(Refusal::TooLarge);
    auto entry = read_checkpoint(as_bytes(request.body), tools_.keys.authority);
    if (!entry) return refuse(Refusal::BadLabel);
    if (entry->kiosk != request.kiosk) return refuse(Refusal::OtherKiosk);
    entry->received = rfc3339(tools_.clock.wall());
    return announced(tools_.ledger.keep_checkpoint(*entry), Refusal::OtherHistory);
}

Answer Desk::announce(const Request& request, std::string_view id) {
    if (request.header("content-type") != "application/cms") return refuse(Refusal::MediaType);
    if (request.body.size() > kLabelLimit) return refuse(Refusal::TooLarge);
    const auto label = read_label(as_bytes(request.body), tools_.keys.authority);
    if (!label || label->dossier != id) return refuse(Refusal::BadLabel);
    if (label->kiosk != request.kiosk) return refuse(Refusal::OtherKiosk);
    return announced(tools_.ledger.announce(*label, rfc3339(tools_.clock.wall())),
                     Refusal::OtherLabel);
}

Answer Desk::open_upload(const Request& request, const LedgerEntry& entry, std::string_view part) {
    const auto number = to_number(part);
    if (!number || *number >= std::ssize(entry.parts)) return refuse(Refusal::Unknown);
    if (request.header("upload-complete") != "?0" || !request.body.empty())
        return refuse(Refusal::Malformed);
    const std::string fresh = random_id();
    const auto upload = tools_.ledger.open_upload(entry.dossier, static_cast<int>(*number), fresh);
    if (!upload) return refuse(Refusal::Later);
    Answer answer{.status = upload->id == fresh ? 201 : 200,
                  .type = {},
                  .body = {},
                  .headers = headers_of(*upload)};
    answer.headers.emplace("Location", "/v1/uploads/" + upload->id);
    return answer;
}

Answer Desk::upload(const Request& request, std::string_view id) {
    const auto found = tools_.ledger.find_upload(std::string(id), request.kiosk);
    if (!found) return refuse(Refusal::Later);
    if (!*found) return refuse(Refusal::Unknown);
    if (request.method == "HEAD")
        return {.status = 204, .type = {}, .body = {}, .headers = headers_of(**found)};
    if (request.method == "PATCH") return append(request, **found);
    if (request.method == "DELETE") return forget(request, **found);
    return refuse(Refusal::Unknown);
}

Answer Desk::append(const Request& request, const Upload& upload) {
    if (request.header("content-type") != "application/partial-upload")
        return refuse(Refusal::MediaType);
    const auto offset = to_number(request.header("upload-offset"));
    const std::string_view complete = request.header("upload-complete");
    if (!offset || (complete != "?0" && complete != "?1")) return refuse(Refusal::Malformed);
    if (*offset != upload.offset) return other_offset(upload, *offset);
    const bool is_careless = tools_.moods.dossiers() == DossierMood::Careless;
    if (!is_careless && !is_digest_of(request.header("content-digest"), request.body))
        return refuse(Refusal::Digest);
    const std::int64_t size = std::ssize(request.body);
    const bool last = complete == "?1";
    if (upload.complete) return size == 0 ? stored(upload, 0, true) : refuse(Refusal::WrongLength);
    const std::int64_t left = upload.expected.size - upload.offset;
    if (last ? size != left : size >= left) return refuse(Refusal::WrongLength);
    if (last) {
        auto whole = tools_.ledger.part(upload.dossier, upload.part);
        if (!whole) return refuse(Refusal::Later);
        const ByteView end = as_bytes(request.body);
        whole->insert(whole->end(), end.begin(), end.end());
        if (!is_careless && sha256(*whole) != upload.expected.sha256) {
            return tools_.ledger.forget(upload) ? refuse(Refusal::PartNotOfLabel)
                                                : refuse(Refusal::Later);
        }
    }
    if (!tools_.ledger.append(upload, as_bytes(request.body), last)) return refuse(Refusal::Later);
    return stored(upload, size, last);
}

Answer Desk::forget(const Request& request, const Upload& upload) {
    const auto entry = tools_.ledger.find(upload.dossier, request.kiosk);
    if (!entry || !*entry) return refuse(Refusal::Later);
    if ((*entry)->is_complete()) return refuse(Refusal::IsComplete);
    return tools_.ledger.forget(upload) ? Answer{} : refuse(Refusal::Later);
}

Answer Desk::complete(const LedgerEntry& entry) {
    if (entry.is_complete()) return receipt(entry);
    const auto missing = tools_.ledger.missing_parts(entry.dossier);
    if (!missing) return refuse(Refusal::Later);
    if (!missing->empty()) {
        const Tree::List numbers(missing->begin(), missing->end());
        return refuse(Refusal::PartsMissing, {}, "\"missing\":" + to_json(numbers));
    }
    std::vector<Bytes> sealed;
    for (int n = 0; n < std::ssize(entry.parts); ++n) {
        auto part = tools_.ledger.part(entry.dossier, n);
        if (!part) return refuse(Refusal::Later);
        sealed.push_back(*std::move(part));
    }
    Opened opened = open_dossier(tools_.keys, entry, sealed);
    const Filing filing = filing_of(opened);
    if (!is_own_supplement(filing)) opened.reason = "form_malformed";
    const WallTime now = tools_.clock.wall();
    const auto done = tools_.ledger.settle(
        entry.dossier, day_of(now), [&](LedgerEntry fresh, Ledger::Place place) {
            fresh.reason = opened.reason;
            fresh.filing = filing;
            return settle(tools_.keys, std::move(fresh), place, now);
        });
    if (done && opened.reason.empty() && !filing.supplements.empty()) {
        static_cast<void>(say(tools_.keys, tools_.ledger, now,
                              filing.supplements + " in_work Đã nhận phần bổ sung."));
    }
    return done ? receipt(*done) : refuse(Refusal::Later);
}

// Nobody adds to the dossier of another citizen.
bool Desk::is_own_supplement(const Filing& filing) {
    if (filing.supplements.empty()) return true;
    const auto own = tools_.ledger.filed_by(filing.citizen, kMostFilings);
    return own && std::ranges::contains(*own, filing.supplements);
}

// The stored receipt, unless the province plays another one.
Answer Desk::receipt(const LedgerEntry& entry) {
    const ReceiptMood mood = tools_.moods.receipt();
    if (mood == ReceiptMood::Late)
        return {.status = 202, .type = {}, .body = {}, .headers = {{"Retry-After", "1"}}};
    const auto document =
        mood == ReceiptMood::Good ? Result<Bytes>(entry.receipt) : played_receipt(entry, mood);
    if (!document) return refuse(Refusal::Later);
    return {.status = 200,
            .type = "application/cms",
            .body = std::string(as_text(*document)),
            .headers = {}};
}

// The national code of the last word about it (domain notes 4.2); 1 until there is one.
Answer Desk::status(const LedgerEntry& entry) {
    const auto events = tools_.ledger.events_of(entry.dossier);
    if (!events) return refuse(Refusal::Later);
    Tree::Table status{{"dossier", entry.dossier}, {"status", 1}, {"time", entry.time}};
    if (!entry.is_complete()) status["time"] = entry.announced;
    if (!entry.reason.empty()) status["reason"] = entry.reason;
    if (!entry.reason.empty()) status["status"] = 3;
    if (!entry.code.empty()) {
        status["status"] = 2;
        status["code"] = entry.code;
        status["due"] = entry.due;
    }
    for (const LedgerEvent& event : *events) {
        status["status"] = event.status;
        status["time"] = event.time;
        if (!event.due.empty()) status["due"] = event.due;
    }
    return {.status = 200, .type = "application/json", .body = to_json(status), .headers = {}};
}

}  // namespace motlan::province

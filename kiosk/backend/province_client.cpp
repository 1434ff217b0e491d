#include "kiosk/backend/province_client.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <format>

#include "kiosk/backend/follow_query.h"
#include "kiosk/core/whole_number.h"

namespace motlan {
namespace {

constexpr std::size_t kBundleLimit = std::size_t{4} << 20U;
constexpr std::size_t kAnswerLimit = std::size_t{256} << 10U;
constexpr std::size_t kPaymentAnswerLimit = std::size_t{64} << 10U;
constexpr std::size_t kCallAnswerLimit = std::size_t{64} << 10U;
// One piece of 1 MiB at 32 kbit/s takes 262 s.
constexpr std::chrono::seconds kPiecePatience{300};
constexpr std::chrono::seconds kQueryPatience{10};
constexpr std::chrono::seconds kMostPause{900};

// 408, 409, 425, 429, 5xx: later. Every other answer that was not expected: never.
Fault fault_of(int status) {
    constexpr std::array kLater{408, 409, 423, 425, 429};
    if (status >= 500 || std::ranges::contains(kLater, status)) return Fault::BackendUnreachable;
    return status >= 400 ? Fault::BackendRefused : Fault::BackendAnswerMalformed;
}

// A path on the same server and nothing else.
bool is_path(std::string_view text) {
    return text.starts_with('/') && !text.starts_with("//") && text.size() <= 200 &&
           std::ranges::all_of(text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '/' || letter == '-' ||
                      letter == '_';
           });
}

// "max-append-size=1048576" out of "max-size=67108864, max-append-size=1048576".
std::int64_t append_limit(std::string_view limits) {
    constexpr std::string_view kName = "max-append-size=";
    constexpr std::int64_t kLeast = std::int64_t{64} << 10U;
    constexpr std::int64_t kMost = std::int64_t{1} << 20U;
    const std::size_t at = limits.find(kName);
    if (at == std::string_view::npos) return kMost;
    limits.remove_prefix(at + kName.size());
    return std::clamp(whole_number(limits.substr(0, limits.find(','))).value_or(kMost), kLeast,
                      kMost);
}

std::string content_digest(ByteView body) {
    Bytes hash(32);
    EVP_Digest(body.data(), body.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    return std::format("Content-Digest: sha-256=:{}:", to_base64(hash));
}

std::string path_of(const DossierId& id, std::string_view rest = "") {
    return std::format("/v1/dossiers/{}{}", id.value(), rest);
}

// The offset in an answer goes into the upload; false when there is none.
bool read_offset(const HttpAnswer& answer, Upload& into) {
    const auto offset = whole_number(answer.header("upload-offset"));
    const bool is_one = offset && *offset >= 0;
    if (is_one) into.offset = *offset;
    into.is_complete = answer.header("upload-complete") == "?1";
    return is_one;
}

}  // namespace

Result<HttpAnswer> ProvinceClient::ask(const HttpRequest& request) {
    auto answer = https_.exchange(request);
    asked_pause_ = std::chrono::seconds(0);
    if (answer) {
        const auto pause = whole_number(answer->header("retry-after")).value_or(0);
        asked_pause_ = std::clamp(std::chrono::seconds(pause), {}, kMostPause);
    }
    return answer;
}

Result<std::optional<Bytes>> ProvinceClient::bundle(std::int64_t known) {
    auto answer = ask({.method = "GET",
                       .path = "/v1/bundle",
                       .headers = {std::format("If-None-Match: \"{}\"", known)},
                       .answer_limit = kBundleLimit});
    if (!answer) return fail(answer.error());
    if (answer->status == 304 && known > 0) return std::nullopt;
    if (answer->status != 200) return fail(fault_of(answer->status));
    return std::move(answer->body);
}

Result<Bytes> ProvinceClient::bundle_file(std::string_view sha256, std::int64_t size) {
    auto answer = ask({.method = "GET",
                       .path = std::format("/v1/bundle/files/{}", sha256),
                       .answer_limit = static_cast<std::size_t>(size),
                       .patience = kPiecePatience});
    if (!answer) return fail(answer.error());
    if (answer->status != 200) return fail(fault_of(answer->status));
    return std::move(answer->body);
}

Result<HttpAnswer> ProvinceClient::put_question(std::string path, std::string_view query,
                                                std::size_t limit) {
    return ask({.method = "POST",
                .path = std::move(path),
                .headers = {"Content-Type: application/json"},
                .body = as_bytes(query),
                .answer_limit = limit,
                .patience = kQueryPatience});
}

Result<Bytes> ProvinceClient::query(std::string_view query) {
    auto answer = put_question("/v1/query", query, kAnswerLimit);
    if (!answer) return fail(answer.error());
    if (answer->status == 504) return fail(Fault::SourceSilent);
    if (answer->status != 200) return fail(fault_of(answer->status));
    return std::move(answer->body);
}

Result<Bytes> ProvinceClient::follow(std::string_view query) {
    auto answer = put_question("/v1/follow", query, kFollowAnswerLimit);
    if (!answer) return fail(answer.error());
    if (answer->status != 200) return fail(fault_of(answer->status));
    return std::move(answer->body);
}

Result<Bytes> ProvinceClient::pay(std::string_view query) {
    auto answer = put_question("/v1/payments", query, kPaymentAnswerLimit);
    if (!answer) return fail(answer.error());
    if (answer->status != 200) return fail(fault_of(answer->status));
    return std::move(answer->body);
}

Result<Bytes> ProvinceClient::call(std::string_view query) {
    auto answer = put_question("/v1/calls", query, kCallAnswerLimit);
    if (!answer) return fail(answer.error());
    if (answer->status != 200) return fail(fault_of(answer->status));
    return std::move(answer->body);
}

Result<void> ProvinceClient::send_checkpoint(ByteView checkpoint) {
    const auto answer = ask({.method = "PUT",
                             .path = "/v1/checkpoint",
                             .headers = {"Content-Type: application/cms"},
                             .body = checkpoint});
    if (!answer) return fail(answer.error());
    if (answer->status == 200 || answer->status == 201) return {};
    return fail(answer->status == 409 ? Fault::AuditForked : fault_of(answer->status));
}

Result<void> ProvinceClient::announce(const DossierId& id, ByteView label) {
    const auto answer = ask({.method = "PUT",
                             .path = path_of(id),
                             .headers = {"Content-Type: application/cms"},
                             .body = label});
    if (!answer) return fail(answer.error());
    if (answer->status == 200 || answer->status == 201) return {};
    // This id is taken by another label: nothing will change that.
    if (answer->status == 409) return fail(Fault::BackendRefused);
    return fail(fault_of(answer->status));
}

Result<Upload> ProvinceClient::open_upload(const DossierId& id, std::size_t part) {
    const auto answer = ask({.method = "POST",
                             .path = path_of(id, std::format("/parts/{}", part)),
                             .headers = {"Upload-Complete: ?0", "Content-Type:"}});
    if (!answer) return fail(answer.error());
    if (answer->status != 200 && answer->status != 201) return fail(fault_of(answer->status));
    Upload upload{.location = std::string(answer->header("location")),
                  .append_limit = append_limit(answer->header("upload-limit"))};
    if (!is_path(upload.location)) return fail(Fault::BackendAnswerMalformed);
    // A province that makes the resource anew need not say that nothing is there yet.
    if (!read_offset(*answer, upload) && answer->status == 200) {
        return fail(Fault::BackendAnswerMalformed);
    }
    return upload;
}

Result<void> ProvinceClient::append(Upload& upload, ByteView piece, bool is_last) {
    const std::int64_t connections = https_.connections();
    const auto answer = ask({.method = "PATCH",
                             .path = upload.location,
                             .headers = {"Content-Type: application/partial-upload",
                                         std::format("Upload-Offset: {}", upload.offset),
                                         is_last ? "Upload-Complete: ?1" : "Upload-Complete: ?0",
                                         content_digest(piece)},
                             .body = piece,
                             .patience = kPiecePatience});
    if (!answer || https_.connections() > connections) stretch_.broke();
    if (!answer) return fail(answer.error());
    stretch_.carried(std::ssize(piece));
    const bool is_known = answer->status == 204 || answer->status == 409;
    if (is_known && read_offset(*answer, upload)) return {};
    // The upload is gone: opening it again is harmless.
    if (answer->status == 404 || answer->status == 410) return fail(Fault::BackendUnreachable);
    return fail(is_known ? Fault::BackendAnswerMalformed : fault_of(answer->status));
}

Result<Completion> ProvinceClient::complete(const DossierId& id) {
    auto answer = ask({.method = "POST",
                       .path = path_of(id, "/complete"),
                       .headers = {"Content-Type:"},
                       .patience = std::chrono::seconds(60)});
    if (!answer) return fail(answer.error());
    if (answer->status == 200) return Completion{.receipt = std::move(answer->body)};
    if (answer->status == 202) return Completion{};
    // Parts are missing, or the announcement was lost: both mean "start again".
    if (answer->status == 409 || answer->status == 404)
        return Completion{.are_parts_missing = true};
    return fail(fault_of(answer->status));
}

}  // namespace motlan

#include "kiosk/backend/https.h"

#include <curl/curl.h>

#include <algorithm>
#include <format>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/backend/environment.h"
#include "kiosk/backend/tls.h"
#include "kiosk/core/freed_by.h"
#include "kiosk/core/or_failed.h"

namespace motlan {

struct HttpsClient::Wire {
    Wire(TlsRules rules, const PrivateKey& key, const Clock& clock)
        : policy(std::move(rules), key, clock) {}

    TlsPolicy policy;
    std::string origin;
    ExchangeTurn turn;
    std::int64_t connections = 0;
    std::unique_ptr<CURL, FreedBy<curl_easy_cleanup>> curl;
};

namespace {

constexpr std::size_t kHeaderLimit = std::size_t{16} << 10U;
constexpr std::chrono::seconds kConnectPatience{10};
// A connection is judged anew at least that often.
constexpr std::chrono::seconds kConnectionLife{3600};

// What one exchange has received so far.
struct Incoming {
    HttpAnswer answer;
    std::size_t limit = 0;
    std::size_t header_bytes = 0;
    bool is_too_large = false;
    bool has_all_headers = false;
};

struct ListCleanup {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListCleanup>;

std::string_view trimmed_line(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool take_body(Incoming& incoming, std::string_view bytes) {
    Bytes& body = incoming.answer.body;
    incoming.is_too_large = bytes.size() > incoming.limit - body.size();
    if (incoming.is_too_large) return false;
    const ByteView view = as_bytes(bytes);
    body.insert(body.end(), view.begin(), view.end());
    return true;
}

bool take_header(Incoming& incoming, std::string_view line) {
    incoming.header_bytes += line.size();
    incoming.is_too_large = incoming.header_bytes > kHeaderLimit;
    if (incoming.is_too_large) return false;
    if (line.starts_with("HTTP/")) incoming.has_all_headers = false;  // after an interim answer
    if (trimmed_line(line).empty()) incoming.has_all_headers = true;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return true;
    std::string name(line.substr(0, colon));
    std::ranges::transform(name, name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    incoming.answer.headers.insert_or_assign(std::move(name), trimmed_line(line.substr(colon + 1)));
    return true;
}

template <bool (*Take)(Incoming&, std::string_view)>
std::size_t take(const char* bytes, std::size_t, std::size_t count, void* into) noexcept {
    return or_failed(std::size_t{CURL_WRITEFUNC_ERROR}, [&] {
        const bool is_taken = Take(*static_cast<Incoming*>(into), {bytes, count});
        return is_taken ? count : std::size_t{CURL_WRITEFUNC_ERROR};
    });
}

// NOLINTNEXTLINE(readability-function-size): the signature is the library's.
int take_turn(void* turn, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept {
    return or_failed(1, [turn] {
        const auto& mine = *static_cast<const ExchangeTurn*>(turn);
        mine.on_turn();
        return mine.stop.stop_requested() ? 1 : 0;
    });
}

CURLcode set_up_tls(CURL*, void* context, void* policy) noexcept {
    return or_failed(CURLE_ABORTED_BY_CALLBACK, [&] {
        const bool is_set_up = static_cast<TlsPolicy*>(policy)->apply(context);
        return is_set_up ? CURLE_OK : CURLE_ABORTED_BY_CALLBACK;
    });
}

template <typename Value>
bool set(CURL* curl, CURLoption option, Value value) {
    return curl_easy_setopt(curl, option, value) == CURLE_OK;
}

// What holds for every exchange. Whatever could redirect, record or widen it is off by name.
bool set_up(CURL* curl, TlsPolicy& policy) {
    return set(curl, CURLOPT_PROTOCOLS_STR, "https") && set(curl, CURLOPT_PROXY, "") &&
           set(curl, CURLOPT_NETRC, long{CURL_NETRC_IGNORED}) &&
           set(curl, CURLOPT_FOLLOWLOCATION, 0L) && set(curl, CURLOPT_NOSIGNAL, 1L) &&
           set(curl, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1}) &&
           set(curl, CURLOPT_SSLVERSION,
               long{CURL_SSLVERSION_TLSv1_3} | long{CURL_SSLVERSION_MAX_TLSv1_3}) &&
           set(curl, CURLOPT_SSL_EC_CURVES, kKeyExchanges) &&
           set(curl, CURLOPT_TLS13_CIPHERS, kCiphers) &&
           set(curl, CURLOPT_SSL_SESSIONID_CACHE, 0L) &&
           set(curl, CURLOPT_CAINFO, static_cast<const char*>(nullptr)) &&
           set(curl, CURLOPT_CAPATH, static_cast<const char*>(nullptr)) &&
           set(curl, CURLOPT_SSL_VERIFYPEER, 1L) && set(curl, CURLOPT_SSL_VERIFYHOST, 2L) &&
           set(curl, CURLOPT_SSL_CTX_FUNCTION, set_up_tls) &&
           set(curl, CURLOPT_SSL_CTX_DATA, &policy) &&
           set(curl, CURLOPT_CONNECTTIMEOUT, long{kConnectPatience.count()}) &&
           set(curl, CURLOPT_MAXLIFETIME_CONN, long{kConnectionLife.count()}) &&
           set(curl, CURLOPT_WRITEFUNCTION, take<take_body>) &&
           set(curl, CURLOPT_HEADERFUNCTION, take<take_header>) &&
           set(curl, CURLOPT_XFERINFOFUNCTION, take_turn) && set(curl, CURLOPT_NOPROGRESS, 0L);
}

HeaderList headers_of(const HttpRequest& request) {
    HeaderList list(curl_slist_append(nullptr, "Expect:"));
    for (const std::string& header : request.headers) {
        list.reset(curl_slist_append(list.release(), header.c_str()));
    }
    return list;
}

bool prepare(CURL* curl, const HttpRequest& request, const std::string& url) {
    const bool has_body =
        request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    const bool is_head = request.method == "HEAD";
    return set(curl, CURLOPT_URL, url.c_str()) && set(curl, CURLOPT_NOBODY, long{is_head}) &&
           (is_head || set(curl, CURLOPT_HTTPGET, 1L)) &&
           (!has_body ||
            (set(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size())) &&
             set(curl, CURLOPT_POSTFIELDS, reinterpret_cast<const char*>(request.body.data())) &&
             set(curl, CURLOPT_POST, 1L))) &&
           set(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str()) &&
           set(curl, CURLOPT_TIMEOUT, long{request.patience.count()});
}

Errand errand_of(const HttpRequest& request) {
    const bool is_bundle =
        request.path == "/v1/bundle" || request.path.starts_with("/v1/bundle/files/");
    return is_bundle && request.method == "GET" ? Errand::Bundle : Errand::Anything;
}

Fault fault_of(CURLcode code, const TlsPolicy& policy, const Incoming& incoming) {
    if (incoming.is_too_large || code == CURLE_WEIRD_SERVER_REPLY ||
        code == CURLE_UNSUPPORTED_PROTOCOL) {
        return Fault::BackendAnswerMalformed;
    }
    const bool is_distrust = code == CURLE_PEER_FAILED_VERIFICATION && !policy.was_left_unjudged();
    return is_distrust || policy.was_refused() ? Fault::BackendUntrusted
                                               : Fault::BackendUnreachable;
}

bool start_library() {
    static const bool kStarted = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return kStarted;
}

}  // namespace

std::string_view HttpAnswer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : found->second;
}

HttpsClient::HttpsClient(std::unique_ptr<Wire> wire) : wire_(std::move(wire)) {}
HttpsClient::HttpsClient(HttpsClient&&) noexcept = default;
HttpsClient& HttpsClient::operator=(HttpsClient&&) noexcept = default;
HttpsClient::~HttpsClient() = default;

Result<HttpsClient> HttpsClient::open(const Enrolment& enrolment, const PrivateKey& key,
                                      const Clock& clock, ExchangeTurn turn) {
    const ProvinceAddress& province = enrolment.province;
    // By name: GCC 14 destroys what an inner pair of braces made twice when what follows it in the
    // outer pair throws.
    ServerRules server{enrolment.ca, province.host, province.pins};
    ReadRevocations revocations = [enrolment] { return known_revocations(enrolment); };
    auto wire =
        std::make_unique<Wire>(TlsRules{std::move(server), std::move(revocations)}, key, clock);
    wire->origin = std::format("https://{}:{}", province.host, province.port);
    wire->turn = std::move(turn);
    if (start_library()) wire->curl.reset(curl_easy_init());
    if (!wire->curl || !set_up(wire->curl.get(), wire->policy) ||
        !set(wire->curl.get(), CURLOPT_XFERINFODATA, &wire->turn)) {
        return fail(Fault::StorageFailed);
    }
    return HttpsClient(std::move(wire));
}

std::int64_t HttpsClient::connections() const { return wire_->connections; }

Result<HttpAnswer> HttpsClient::exchange(const HttpRequest& request) {
    CURL* curl = wire_->curl.get();
    const std::string url = wire_->origin + request.path;
    const HeaderList headers = headers_of(request);
    Incoming incoming{.limit = request.answer_limit};
    const Errand errand = errand_of(request);
    wire_->policy.start_anew(errand);
    if (!headers || !prepare(curl, request, url) || !set(curl, CURLOPT_HTTPHEADER, headers.get()) ||
        // Nothing else may follow on a connection that was good enough for a bundle.
        !set(curl, CURLOPT_FORBID_REUSE, long{errand == Errand::Bundle}) ||
        !set(curl, CURLOPT_WRITEDATA, &incoming) || !set(curl, CURLOPT_HEADERDATA, &incoming)) {
        return fail(Fault::StorageFailed);
    }
    const CURLcode code = curl_easy_perform(curl);
    long made = 0;
    curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &made);
    wire_->connections += made;
    if (code != CURLE_OK) return fail(fault_of(code, wire_->policy, incoming));
    if (!incoming.has_all_headers) return fail(Fault::BackendAnswerMalformed);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    incoming.answer.status = static_cast<int>(status);
    return std::move(incoming.answer);
}

}  // namespace motlan

// Bytes to the province and back: HTTP/1.1 over the TLS of tls.h. The only place that knows
// libcurl. Every size and every wait has an end. Used by one thread.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "kiosk/backend/enrolment.h"
#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"

namespace motlan {

struct HttpRequest {
    std::string method;
    std::string path;                       ///< begins with a slash
    std::vector<std::string> headers = {};  ///< "Name: value"
    ByteView body = {};                     ///< must outlive the exchange
    std::size_t answer_limit = std::size_t{64} << 10U;
    std::chrono::seconds patience{30};  ///< for all of it
};

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in small letters
    Bytes body;

    /// The header's value; empty when there is none.
    [[nodiscard]] std::string_view header(const std::string& name) const;
};

/// What is looked at and done about each second while bytes are carried or awaited, in the same
/// thread.
struct ExchangeTurn {
    std::stop_token stop;  ///< a wished stop ends an exchange
    std::function<void()> on_turn = [] {};
};

class HttpsClient {
public:
    /// Connects only when something is sent. `key` and `clock` must outlive it; a wished stop ends
    /// an exchange within about a second. Fails with Fault::StorageFailed.
    static Result<HttpsClient> open(const Enrolment& enrolment, const PrivateKey& key,
                                    const Clock& clock, ExchangeTurn turn);
    HttpsClient(HttpsClient&&) noexcept;
    HttpsClient& operator=(HttpsClient&&) noexcept;
    ~HttpsClient();

    /// Fails with Fault::BackendUnreachable (also when it took too long or a stop was wished),
    /// BackendUntrusted, BackendAnswerMalformed (also when it was too large).
    Result<HttpAnswer> exchange(const HttpRequest& request);

    /// How many connections were made so far: libcurl makes a second one by itself when a kept one
    /// breaks under a request.
    [[nodiscard]] std::int64_t connections() const;

private:
    struct Wire;
    explicit HttpsClient(std::unique_ptr<Wire> wire);

    std::unique_ptr<Wire> wire_;
};

}  // namespace motlan

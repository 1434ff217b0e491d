// HTTP over TLS 1.3 with client certificates: the only source that knows the HTTP library.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/core/result.h"
#include "tests/province/authority.h"
#include "tests/province/http.h"

namespace motlan::province {

/// What a server takes.
struct ServerLimits {
    std::size_t connections = 32;  ///< each is served on a thread of its own, others wait
    std::size_t body = kBodyLimit;
};

class Server {
public:
    using Respond = std::function<Answer(const Request&)>;

    /// Serves on a free port of 127.0.0.1, on threads of its own. Clients need a certificate of
    /// `authority` (PEM) in the role KioskTls. Fails with Fault::BackendUnreachable.
    static Result<std::unique_ptr<Server>> start(const Identity& identity,
                                                 const std::string& authority,
                                                 const Respond& respond,
                                                 const ServerLimits& limits);
    ~Server();

    [[nodiscard]] int port() const;

private:
    struct Running;
    explicit Server(std::unique_ptr<Running> running);

    std::unique_ptr<Running> running_;
};

}  // namespace motlan::province

// A server on loopback with bad habits: in its certificates, its handshake, its bytes on the wire
// or its answers. It counts what a client sends after the handshake.
#pragma once

#include <openssl/ssl.h>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/authority.h"

namespace motlan::testing {

inline constexpr const char* kGoodAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// What a connection comes to after the answer.
enum class Parting : std::uint8_t { StaysOpen, SaysGoodbye, Cuts };

/// The defaults make a good server.
struct Habit {
    Identity identity;
    std::vector<Identity> beside = {};  ///< certificates that it sends with its own
    std::function<void(SSL_CTX&)> set_up = {};
    bool asks_for_client = true;
    std::string instead = {};                ///< these bytes in the place of a handshake
    bool is_endless = false;                 ///< `instead`, or else the answer, over and over again
    std::optional<std::size_t> cut_at = {};  ///< bytes on the wire after which it hangs up
    std::optional<std::size_t> flip_at = {};  ///< byte on the wire of which one bit is turned over
    bool drips = false;                       ///< one byte in fifty milliseconds
    std::string answer = kGoodAnswer;
    Parting parting = Parting::StaysOpen;
    std::function<void(SSL&)> after_handshake = {};
};

class HostileServer {
public:
    HostileServer(Habit habit, const Identity& authority);
    ~HostileServer();

    [[nodiscard]] int port() const { return port_; }
    /// Bytes that clients sent inside TLS.
    [[nodiscard]] std::size_t received() const { return received_; }
    [[nodiscard]] int connections() const { return connections_; }

private:
    class Talk;
    void serve();

    Habit habit_;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<std::size_t> received_ = 0;
    std::atomic<int> connections_ = 0;
    std::atomic<bool> is_over_ = false;
    std::thread thread_;
};

}  // namespace motlan::testing

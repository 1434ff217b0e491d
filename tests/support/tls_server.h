// A TLS server on loopback that a test can make as hostile as it likes. It counts what a client
// sends after the handshake and answers every request with the same bytes.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>

#include "tests/support/authority.h"

namespace motlan::testing {

enum class Manner : std::uint8_t {
    Tls13,
    Tls12,        ///< speaks nothing newer
    OtherGroups,  ///< only P-384 for the key exchange
    HangsUp,      ///< closes in the middle of the handshake
    StaysSilent,  ///< reads the request and never answers
};

class TlsServer {
public:
    TlsServer(Identity identity, const Authority& clients, Manner manner = Manner::Tls13,
              std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    ~TlsServer();

    [[nodiscard]] int port() const { return port_; }
    /// Bytes that clients sent inside TLS.
    [[nodiscard]] std::size_t received() const { return received_; }
    /// What the last finished handshake agreed on, e.g. "TLSv1.3 X25519MLKEM768 NA-VINH-03".
    [[nodiscard]] std::string agreement() const;
    [[nodiscard]] int resumed() const { return resumed_; }

private:
    struct Tls;
    void serve();
    void talk(int socket);

    Manner manner_;
    std::string answer_;
    std::unique_ptr<Tls> tls_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<std::size_t> received_ = 0;
    std::atomic<int> resumed_ = 0;
    std::atomic<bool> is_over_ = false;
    mutable std::mutex mutex_;  // the serving thread writes what the test reads
    std::string agreement_;
    std::thread thread_;
};

}  // namespace motlan::testing

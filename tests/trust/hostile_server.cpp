#include "tests/trust/hostile_server.h"

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

#include "kiosk/core/expects.h"
#include "tests/trust/strange_certificate.h"

namespace motlan::testing {
namespace {

constexpr int kStep = 50;  // milliseconds

void show(SSL_CTX* context, const Habit& habit) {
    const X509Owner certificate = to_x509(habit.identity);
    const KeyOwner key = to_key(habit.identity);
    // Nothing is too weak for it.
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_use_certificate(context, certificate.get());
    SSL_CTX_use_PrivateKey(context, key.get());
    for (const Identity& other : habit.beside) {
        SSL_CTX_add1_chain_cert(context, to_x509(other).get());
    }
}

int listen_anywhere(int& port) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof(address);
    expects(::bind(listener, generic, size) == 0 && ::listen(listener, 8) == 0 &&
            ::getsockname(listener, generic, &size) == 0);
    port = ntohs(address.sin_port);
    return listener;
}

}  // namespace

/// One connection, with the library between two buffers so that every byte passes through here.
class HostileServer::Talk {
public:
    Talk(HostileServer& server, int socket)
        : server_(server),
          socket_(socket),
          ssl_(SSL_new(server.context_.get()), &SSL_free),
          in_(BIO_new(BIO_s_mem())),
          out_(BIO_new(BIO_s_mem())) {
        SSL_set_bio(ssl_.get(), in_, out_);
        SSL_set_accept_state(ssl_.get());
    }
    ~Talk() { ::close(socket_); }
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;

    void run() {
        if (!habit().instead.empty()) return speak_otherwise();
        while (!server_.is_over_ && step()) {
        }
    }

private:
    [[nodiscard]] const Habit& habit() const { return server_.habit_; }

    /// Waits for the client's first bytes, says what it says, and listens until the client goes.
    void speak_otherwise() {
        if (!hear()) return;
        do {
            if (!put(habit().instead)) return;
        } while (habit().is_endless && !server_.is_over_);
        while (!server_.is_over_ && hear()) {
        }
    }

    bool step() {
        const bool was_ready = SSL_is_init_finished(ssl_.get()) == 1;
        const bool goes_on = was_ready ? talk() : shake_hands();
        if (!flush()) return false;
        return goes_on && hear();
    }

    bool shake_hands() {
        const int done = SSL_accept(ssl_.get());
        if (done == 1) {
            if (habit().after_handshake) habit().after_handshake(*ssl_);
            return talk();
        }
        const bool waits = SSL_get_error(ssl_.get(), done) == SSL_ERROR_WANT_READ;
        if (!waits) static_cast<void>(flush());  // its alert
        return waits;
    }

    bool talk() {
        std::array<char, 4096> bytes{};
        const int got = SSL_read(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (got <= 0) return SSL_get_error(ssl_.get(), got) == SSL_ERROR_WANT_READ;
        server_.received_ += static_cast<std::size_t>(got);
        do {
            const std::string& answer = habit().answer;
            SSL_write(ssl_.get(), answer.data(), static_cast<int>(answer.size()));
            if (!flush()) return false;
        } while (habit().is_endless && !server_.is_over_);
        if (habit().parting == Parting::SaysGoodbye) SSL_shutdown(ssl_.get());
        return flush() && habit().parting == Parting::StaysOpen;
    }

    /// Sends what the library wants to send, in this server's manner.
    bool flush() {
        std::array<char, 16384> bytes{};
        for (int got = 0; (got = BIO_read(out_, bytes.data(), bytes.size())) > 0;) {
            if (!put({bytes.data(), static_cast<std::size_t>(got)})) return false;
        }
        return true;
    }

    bool put(std::string bytes) {
        const std::size_t before = sent_;
        sent_ += bytes.size();
        const auto flip = habit().flip_at;
        if (flip && *flip >= before && *flip < sent_) bytes[*flip - before] ^= 0x10;
        const auto cut = habit().cut_at;
        const bool is_cut = cut && *cut < sent_;
        if (is_cut) bytes.resize(*cut > before ? *cut - before : 0);
        return (habit().drips ? drip(bytes) : push(bytes)) && !is_cut;
    }

    bool push(std::string_view bytes) {
        while (!bytes.empty() && !server_.is_over_) {
            pollfd wait{.fd = socket_, .events = POLLOUT, .revents = 0};
            if (::poll(&wait, 1, kStep) == 0) continue;
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    bool drip(const std::string& bytes) {
        for (const char& byte : bytes) {
            if (server_.is_over_ || !push({&byte, 1})) return false;
            ::poll(nullptr, 0, kStep);
        }
        return true;
    }

    /// Takes what the client sent; false when it has gone.
    bool hear() {
        while (!server_.is_over_) {
            pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
            if (::poll(&wait, 1, kStep) == 0) continue;
            std::array<char, 16384> bytes{};
            const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
            if (got > 0) BIO_write(in_, bytes.data(), static_cast<int>(got));
            return got > 0;
        }
        return false;
    }

    HostileServer& server_;
    int socket_;
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
    BIO* in_;  // both belong to ssl_
    BIO* out_;
    std::size_t sent_ = 0;
};

HostileServer::HostileServer(Habit habit, const Identity& authority)
    : habit_(std::move(habit)), context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free) {
    SSL_CTX* context = context_.get();
    show(context, habit_);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), to_x509(authority).get());
    if (habit_.asks_for_client) {
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    if (habit_.set_up) habit_.set_up(*context);
    listener_ = listen_anywhere(port_);
    thread_ = std::thread([this] { serve(); });
}

HostileServer::~HostileServer() {
    is_over_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
}

void HostileServer::serve() {
    while (!is_over_) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        ++connections_;
        Talk(*this, socket).run();
    }
}

}  // namespace motlan::testing

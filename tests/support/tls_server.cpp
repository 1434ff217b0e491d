#include "tests/support/tls_server.h"

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>

#include "kiosk/core/expects.h"

namespace motlan::testing {

struct TlsServer::Tls {
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{SSL_CTX_new(TLS_server_method()),
                                                              &SSL_CTX_free};
};

namespace {

BIO* reading(const std::string& text) {
    return BIO_new_mem_buf(text.data(), static_cast<int>(text.size()));
}

X509* read_x509(const std::string& pem) {
    BIO* bio = reading(pem);
    X509* read = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return read;
}

void show(SSL_CTX* context, const Identity& identity) {
    X509* certificate = read_x509(identity.certificate);
    BIO* bio = reading(identity.key);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_use_certificate(context, certificate);
    SSL_CTX_use_PrivateKey(context, key);
    BIO_free(bio);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

void ask_for_clients_of(SSL_CTX* context, const Authority& clients) {
    X509* root = read_x509(clients.identity().certificate);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), root);
    X509_free(root);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
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

std::string describe(SSL* connection) {
    std::array<char, 64> name{};
    if (X509* peer = SSL_get0_peer_certificate(connection)) {
        X509_NAME_get_text_by_NID(X509_get_subject_name(peer), NID_commonName, name.data(),
                                  name.size());
    }
    const char* group = SSL_get0_group_name(connection);
    return std::string(SSL_get_version(connection)) + " " + (group != nullptr ? group : "none") +
           " " + name.data();
}

}  // namespace

TlsServer::TlsServer(Identity identity, const Authority& clients, Manner manner, std::string answer)
    : manner_(manner), answer_(std::move(answer)), tls_(std::make_unique<Tls>()) {
    SSL_CTX* context = tls_->context.get();
    show(context, identity);
    ask_for_clients_of(context, clients);
    if (manner == Manner::Tls12) SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
    if (manner == Manner::OtherGroups) SSL_CTX_set1_groups_list(context, "P-384");
    SSL_CTX_set_session_id_context(context, reinterpret_cast<const unsigned char*>("t"), 1);
    listener_ = listen_anywhere(port_);
    thread_ = std::thread([this] { serve(); });
}

TlsServer::~TlsServer() {
    is_over_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
}

std::string TlsServer::agreement() const {
    const std::scoped_lock lock(mutex_);
    return agreement_;
}

void TlsServer::serve() {
    while (!is_over_) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        talk(socket);
        ::close(socket);
    }
}

void TlsServer::talk(int socket) {
    std::array<char, 4096> bytes{};
    if (manner_ == Manner::HangsUp) {
        static_cast<void>(::recv(socket, bytes.data(), bytes.size(), 0));
        return;
    }
    const std::unique_ptr<SSL, decltype(&SSL_free)> connection(SSL_new(tls_->context.get()),
                                                               &SSL_free);
    const timeval patience{.tv_sec = 0, .tv_usec = 200'000};
    SSL_set_fd(connection.get(), socket);
    if (SSL_accept(connection.get()) != 1) return;
    {
        const std::scoped_lock lock(mutex_);
        agreement_ = describe(connection.get());
    }
    resumed_ += SSL_session_reused(connection.get());
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    while (!is_over_) {
        const int got = SSL_read(connection.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (got > 0) received_ += static_cast<std::size_t>(got);
        const int reason = SSL_get_error(connection.get(), got);
        if (got <= 0 && reason != SSL_ERROR_WANT_READ) return;
        if (got <= 0 || manner_ == Manner::StaysSilent) continue;
        SSL_write(connection.get(), answer_.data(), static_cast<int>(answer_.size()));
    }
}

}  // namespace motlan::testing

#include "tests/trust/careless_client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>

#include "kiosk/outbox/openssl.h"

namespace motlan::testing {
namespace {

using ContextOwner = std::unique_ptr<SSL_CTX, FreedBy<SSL_CTX_free>>;
using SessionOwner = std::unique_ptr<SSL, FreedBy<SSL_free>>;

constexpr std::string_view kRequest = "GET /v1/dossiers HTTP/1.1\r\nHost: province\r\n\r\n";
constexpr std::size_t kEnough = std::size_t{1} << 20U;

/// A connection within this machine; closed with its owner.
class Line {
public:
    Line(int port, std::chrono::seconds patience)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const timeval most{.tv_sec = patience.count(), .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof(most));
        const int at_once = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof(at_once));
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        is_there_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof(to)) == 0;
    }
    ~Line() { ::close(socket_); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    [[nodiscard]] bool is_there() const { return is_there_; }
    [[nodiscard]] int socket() const { return socket_; }

private:
    int socket_;
    bool is_there_ = false;
};

int judge(X509_STORE_CTX* handshake, void* client) {
    const auto to_own = [](X509* native) {
        return Certificate::from_der(to_der(native, i2d_X509));
    };
    std::vector<Certificate> beside;
    const STACK_OF(X509)* sent = X509_STORE_CTX_get0_untrusted(handshake);
    for (int i = 0; i < sk_X509_num(sent); ++i) {
        auto one = to_own(sk_X509_value(sent, i));
        if (one) beside.push_back(*std::move(one));
    }
    const auto server = to_own(X509_STORE_CTX_get0_cert(handshake));
    const bool holds = server && static_cast<CarelessClient*>(client)->accepts(*server, beside);
    X509_STORE_CTX_set_error(handshake, holds ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION);
    return holds ? 1 : 0;
}

void write_key(const SSL*, const char* line) {
    const char* file = std::getenv("SSLKEYLOGFILE");
    if (file != nullptr) std::ofstream(file, std::ios::app) << line << '\n';
}

/// The number behind the last occurrence of those words; nothing when there is none.
std::optional<int> number_after(std::string_view text, std::string_view words) {
    const std::size_t at = text.rfind(words);
    int number = 0;
    if (at == std::string_view::npos) return std::nullopt;
    const char* begin = text.data() + at + words.size();
    if (std::from_chars(begin, text.data() + text.size(), number).ec != std::errc()) return {};
    return number;
}

bool is_whole(std::string_view came) {
    const std::size_t head = came.find("\r\n\r\n");
    const auto size = number_after(came.substr(0, head), "Content-Length: ");
    return head != std::string_view::npos && size && std::ssize(came) - 4 >= *size &&
           came.size() - head - 4 == static_cast<std::size_t>(*size);
}

std::string conversation(SSL* session) {
    std::string came;
    std::array<char, 16384> bytes{};
    SSL_write(session, kRequest.data(), static_cast<int>(kRequest.size()));
    while (!is_whole(came) && came.size() < kEnough) {
        const int got = SSL_read(session, bytes.data(), static_cast<int>(bytes.size()));
        if (got <= 0) break;
        came.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return came;
}

}  // namespace

std::string_view to_text(Manner manner) {
    switch (manner) {
        case Manner::Plain: return "is as plain as can be";
        case Manner::BelievesWhatCame: return "does not ask whether an answer is whole";
        case Manner::FollowsLocations: return "goes where an answer sends it";
        case Manner::ObeysProxy: return "goes where the environment sends it";
        case Manner::WritesKeys: return "writes its keys where the environment says";
    }
    return {};
}

CarelessClient::CarelessClient(Omissions omits, Manner manner, TlsRules rules,
                               const PrivateKey& key, const Clock& clock)
    : omits_(std::move(omits)),
      manner_(manner),
      rules_(std::move(rules)),
      clock_(&clock),
      policy_(rules_, key, clock) {}

bool CarelessClient::accepts(const Certificate& server, std::span<const Certificate> beside) const {
    const auto vouching = check_carelessly(omits_, server, rules_.server, clock_->wall(), beside);
    const auto list = rules_.revocations();
    const auto is_revoked = [&list](const Certificate& each) { return list->revokes(each); };
    const bool is_taken_back = list && std::ranges::any_of(vouching, is_revoked);
    const bool is_fresh =
        list && (omits_.contains(Omission::Freshness) || list->is_fresh(clock_->wall()));
    // Before TLS 1.3 the request comes after the certificate.
    const bool is_asked = omits_.contains(Omission::Request) ||
                          omits_.contains(Omission::Protocol) || policy_.was_asked();
    return !vouching.empty() && is_asked &&
           (omits_.contains(Omission::Revocations) || (is_fresh && !is_taken_back));
}

bool CarelessClient::set_up(void* context) {
    auto* tls = static_cast<SSL_CTX*>(context);
    if (!policy_.apply(tls)) return false;
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(tls, judge, this);
    constexpr std::array<unsigned char, 9> kOffered{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    SSL_CTX_set_alpn_protos(tls, kOffered.data(), kOffered.size());
    if (manner_ == Manner::WritesKeys) SSL_CTX_set_keylog_callback(tls, write_key);
    if (omits_.contains(Omission::Protocol)) {
        SSL_CTX_set_security_level(tls, 0);
        SSL_CTX_set_min_proto_version(tls, TLS1_VERSION);
    }
    if (omits_.contains(Omission::Ciphers)) SSL_CTX_set_ciphersuites(tls, TLS_DEFAULT_CIPHERSUITES);
    if (omits_.contains(Omission::Exchanges)) SSL_CTX_set1_groups_list(tls, "DEFAULT");
    return true;
}

Result<HttpAnswer> CarelessClient::ask(int port, std::chrono::seconds patience) {
    const char* proxy = std::getenv("https_proxy");
    if (manner_ == Manner::ObeysProxy && proxy != nullptr)
        static_cast<void>(Line(number_after(proxy, ":").value_or(0), patience).is_there());
    const Line line(port, patience);
    const ContextOwner context(SSL_CTX_new(TLS_client_method()));
    if (!line.is_there() || !set_up(context.get())) return fail(Fault::BackendUntrusted);
    const SessionOwner session(SSL_new(context.get()));
    SSL_set_fd(session.get(), line.socket());
    const std::string came =
        SSL_connect(session.get()) == 1 ? conversation(session.get()) : std::string();
    ERR_clear_error();
    const auto elsewhere = number_after(came.substr(0, came.find("/\r\n")), "127.0.0.1:");
    if (manner_ == Manner::FollowsLocations && came.contains("Location: ") && elsewhere)
        static_cast<void>(Line(*elsewhere, patience).is_there());
    if (came.empty() || (manner_ != Manner::BelievesWhatCame && !is_whole(came)))
        return fail(Fault::BackendUntrusted);
    return HttpAnswer{.status = number_after(came.substr(0, 12), " ").value_or(0)};
}

}  // namespace motlan::testing

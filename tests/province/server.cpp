#include "tests/province/server.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <thread>

#include "tests/province/openssl.h"

namespace motlan::province {
namespace {

Bytes der_of(X509* certificate) {
    const BioOwner out = writing();
    i2d_X509_bio(out.get(), certificate);
    return written(out);
}

// OpenSSL has checked the chain; the role must be exactly the kiosk's as well.
int is_kiosk(int verified, X509_STORE_CTX* check) {
    if (verified == 0 || X509_STORE_CTX_get_error_depth(check) != 0) return verified;
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(check);
    const BioOwner root = writing();
    PEM_write_bio_X509(root.get(), sk_X509_value(chain, sk_X509_num(chain) - 1));
    const auto name = holder(der_of(X509_STORE_CTX_get_current_cert(check)), as_text(written(root)),
                             Role::KioskTls);
    if (!name) X509_STORE_CTX_set_error(check, X509_V_ERR_INVALID_PURPOSE);
    return name ? 1 : 0;
}

// Security design 4.6: TLS 1.3 only, hybrid key exchange preferred, no resumption.
bool set_up_tls(SSL_CTX& tls, const Identity& identity, const std::string& authority) {
    const CertificateOwner certificate = read_certificate(identity.certificate);
    const CertificateOwner root = read_certificate(authority);
    const KeyOwner key = read_key(identity.key);
    if (!certificate || !root || !key) return false;
    SSL_CTX_set_options(&tls, SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_session_cache_mode(&tls, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(&tls, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, is_kiosk);
    return SSL_CTX_set_min_proto_version(&tls, TLS1_3_VERSION) == 1 &&
           SSL_CTX_set_num_tickets(&tls, 0) == 1 &&
           SSL_CTX_set_ciphersuites(&tls, "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256") ==
               1 &&
           SSL_CTX_set1_groups_list(&tls, "X25519MLKEM768:X25519:P-256") == 1 &&
           SSL_CTX_use_certificate(&tls, certificate.get()) == 1 &&
           SSL_CTX_use_PrivateKey(&tls, key.get()) == 1 &&
           X509_STORE_add_cert(SSL_CTX_get_cert_store(&tls), root.get()) == 1 &&
           SSL_CTX_add_client_CA(&tls, root.get()) == 1;
}

Request to_ours(const httplib::Request& request) {
    Request ours{
        .method = request.method, .path = request.path, .kiosk = {}, .headers = {}, .body = {}};
    for (const auto& [name, value] : request.headers) {
        std::string small = name;
        std::ranges::transform(small, small.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        ours.headers.insert_or_assign(std::move(small), value);
    }
    if (X509* peer = SSL_get0_peer_certificate(request.ssl)) {
        std::array<char, 128> name{};
        X509_NAME_get_text_by_NID(X509_get_subject_name(peer), NID_commonName, name.data(),
                                  static_cast<int>(name.size()));
        ours.kiosk = name.data();
    }
    return ours;
}

// False when the body was cut off or too large; the library then answers. A request that states
// no length has no body (RFC 9112 section 6.3); the library alone would wait for one.
bool read_body(const httplib::Request& request, const httplib::ContentReader& reader,
               std::string& body, std::size_t limit) {
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return true;
    return reader([&](const char* bytes, std::size_t size) {
        body.append(bytes, size);
        return body.size() <= limit;
    });
}

// A body that is promised and never comes: the library then closes the connection.
void cut(httplib::Response& response) {
    response.status = 200;
    response.set_content_provider(
        1, "application/cms", [](std::size_t, std::size_t, httplib::DataSink&) { return false; });
}

void give(const Answer& answer, httplib::Response& response) {
    if (answer.is_cut) return cut(response);
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    if (!answer.body.empty()) response.set_content(answer.body, answer.type);
}

}  // namespace

struct Server::Running {
    explicit Running(const std::function<bool(SSL_CTX&)>& set_up) : server(set_up) {}

    httplib::SSLServer server;
    int port = -1;
    std::thread thread;
};

Result<std::unique_ptr<Server>> Server::start(const Identity& identity,
                                              const std::string& authority, const Respond& respond,
                                              const ServerLimits& limits) {
    auto running = std::make_unique<Running>(
        [&](SSL_CTX& tls) { return set_up_tls(tls, identity, authority); });
    httplib::SSLServer& server = running->server;
    if (!server.is_valid()) return fail(Fault::BackendUntrusted);
    const auto serve = [respond](const httplib::Request& request, httplib::Response& response) {
        give(respond(to_ours(request)), response);
    };
    const auto serve_body = [respond, most = limits.body](const httplib::Request& request,
                                                          httplib::Response& response,
                                                          const httplib::ContentReader& reader) {
        Request ours = to_ours(request);
        if (read_body(request, reader, ours.body, most)) give(respond(ours), response);
    };
    server.Get(".*", serve);
    server.Post(".*", serve_body)
        .Put(".*", serve_body)
        .Patch(".*", serve_body)
        .Delete(".*", serve_body);
    server.set_payload_max_length(limits.body);
    server.set_tcp_nodelay(true);
    server.new_task_queue = [most = limits.connections] { return new httplib::ThreadPool(most); };
    server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
        if (!response.body.empty()) return;
        give(refuse(response.status == 413 ? Refusal::TooLarge : Refusal::Malformed), response);
    });
    socket_t listener = -1;
    server.set_socket_options([&listener](socket_t socket) { listener = socket; });
    running->port = server.bind_to_any_port("127.0.0.1");
    // The library lets five wait; hundreds of kiosks may come at once when the road is open again.
    if (running->port < 0 || ::listen(listener, SOMAXCONN) != 0)
        return fail(Fault::BackendUnreachable);
    running->thread = std::thread([&server] { server.listen_after_bind(); });
    server.wait_until_ready();
    return std::unique_ptr<Server>(new Server(std::move(running)));
}

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}

Server::~Server() {
    running_->server.stop();
    running_->thread.join();
}

int Server::port() const { return running_->port; }

}  // namespace motlan::province

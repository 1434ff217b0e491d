#include "kiosk/backend/tls.h"

#include <openssl/ssl.h>

#include <algorithm>

#include "kiosk/core/or_failed.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

// What the server sent beside its own certificate, as far as it need be looked at.
std::vector<Certificate> sent_beside(const X509_STORE_CTX* handshake) {
    std::vector<Certificate> sent;
    const STACK_OF(X509)* stack = X509_STORE_CTX_get0_untrusted(handshake);
    for (int i = 0; i < std::min(sk_X509_num(stack), kMostBeside); ++i) {
        auto one = Certificate::from_der(to_der(sk_X509_value(stack, i), i2d_X509));
        if (one) sent.push_back(*std::move(one));
    }
    return sent;
}

// X509_V_OK, or what the library is to say against the server.
int verdict_on(X509_STORE_CTX* handshake, const TlsPolicy& policy) {
    const auto certificate =
        Certificate::from_der(to_der(X509_STORE_CTX_get0_cert(handshake), i2d_X509));
    const bool holds =
        policy.was_asked() && certificate && policy.accepts(*certificate, sent_beside(handshake));
    return holds ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION;
}

// Replaces the library's whole chain building: the server is judged by our rules.
int judge(X509_STORE_CTX* handshake, void* policy_address) noexcept {
    auto& policy = *static_cast<TlsPolicy*>(policy_address);
    const int verdict =
        or_failed(X509_V_ERR_OUT_OF_MEM, [&] { return verdict_on(handshake, policy); });
    X509_STORE_CTX_set_error(handshake, verdict);
    if (verdict == X509_V_ERR_APPLICATION_VERIFICATION) policy.note_refusal();
    if (verdict == X509_V_ERR_OUT_OF_MEM) policy.note_unjudged();
    return verdict == X509_V_OK ? 1 : 0;
}

// The request for our certificate comes before the server's own (RFC 8446 section 4.3.2).
void watch_requests(TlsPolicy& policy, const SSL* connection, int where) {
    if ((where & SSL_CB_HANDSHAKE_START) != 0) policy.note_asked(false);
    if ((where & SSL_CB_LOOP) != 0 && SSL_get_state(connection) == TLS_ST_CR_CERT_REQ)
        policy.note_asked(true);
}

// A fatal alert, sent or received, is a refusal. Those that the library sends into a connection
// that was cut (decode_error, RFC 8446 section 6.2) and when it has no memory are not.
void watch(const SSL* connection, int where, int alert) noexcept {
    auto* policy = static_cast<TlsPolicy*>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(connection)));
    if (policy == nullptr) return;
    watch_requests(*policy, connection, where);
    const bool is_fatal = (where & SSL_CB_ALERT) != 0 && (alert >> 8) == SSL3_AL_FATAL;
    const int word = alert & 0xFF;
    const bool is_our_trouble = (where & SSL_CB_WRITE) != 0 &&
                                (word == SSL_AD_DECODE_ERROR || word == SSL_AD_INTERNAL_ERROR);
    if (is_fatal && !is_our_trouble) policy->note_refusal();
}

}  // namespace

bool TlsPolicy::accepts(const Certificate& server, std::span<const Certificate> beside) const {
    const WallTime now = clock_->wall();
    const auto list = rules_.revocations();
    const bool is_fresh = list && list->is_fresh(now);
    const auto vouching = check_server_certificate(server, rules_.server, now, beside);
    const auto is_revoked = [&list](const Certificate& each) {
        return list && list->revokes(each);
    };
    return vouching && std::ranges::none_of(*vouching, is_revoked) &&
           (is_fresh || errand_ == Errand::Bundle);
}

bool TlsPolicy::apply(void* context) {
    auto* tls = static_cast<SSL_CTX*>(context);
    const X509Ptr certificate = to_native(key_->certificate());
    SSL_CTX_set_app_data(tls, this);
    SSL_CTX_set_info_callback(tls, watch);
    SSL_CTX_set_keylog_callback(tls, nullptr);
    SSL_CTX_set_cert_verify_callback(tls, judge, this);
    SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(tls, SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    return certificate && SSL_CTX_set_min_proto_version(tls, TLS1_3_VERSION) == 1 &&
           SSL_CTX_set_max_proto_version(tls, TLS1_3_VERSION) == 1 &&
           SSL_CTX_set_ciphersuites(tls, kCiphers) == 1 &&
           SSL_CTX_set1_groups_list(tls, kKeyExchanges) == 1 &&
           SSL_CTX_use_certificate(tls, certificate.get()) == 1 &&
           SSL_CTX_use_PrivateKey(tls, to_native(*key_)) == 1;
}

}  // namespace motlan

// How this kiosk speaks TLS, in one reviewed place (security design 4.6): 1.3 only, hybrid key
// exchange preferred, our own authority and profile, our certificate, nothing resumed or recorded.
#pragma once

#include <functional>

#include "kiosk/backend/revocation.h"
#include "kiosk/backend/server_certificate.h"
#include "kiosk/core/clock.h"
#include "kiosk/outbox/private_key.h"

namespace motlan {

/// Key exchanges offered, best first (RFC 8446; X25519MLKEM768: draft-ietf-tls-ecdhe-mlkem).
inline constexpr const char* kKeyExchanges = "X25519MLKEM768:X25519:P-256";
inline constexpr const char* kCiphers = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";

/// What a connection is for. A bundle is believed by its signatures alone, so that it may be
/// fetched without a fresh list of revocations: it is what brings one. Nothing else may.
enum class Errand : std::uint8_t { Anything, Bundle };

/// Reads what certificates were taken back; asked at every handshake.
using ReadRevocations = std::function<Result<RevocationList>()>;

/// What a server is judged by.
struct TlsRules {
    ServerRules server;
    ReadRevocations revocations;
};

/// One connection's rules and what became of them. Used by one thread; key and clock outlive it.
class TlsPolicy {
public:
    TlsPolicy(TlsRules rules, const PrivateKey& key, const Clock& clock)
        : rules_(std::move(rules)), key_(&key), clock_(&clock) {}

    /// Sets up the library's context, handed over by the library that carries HTTP.
    [[nodiscard]] bool apply(void* context);

    /// Whether the last handshake ended because one side did not trust or understand the other.
    [[nodiscard]] bool was_refused() const { return was_refused_; }
    void start_anew(Errand errand) {
        was_refused_ = false;
        was_left_unjudged_ = false;
        errand_ = errand;
    }
    void note_refusal() { was_refused_ = true; }
    /// Whether there was no memory to judge the server: nothing is said against it by that.
    [[nodiscard]] bool was_left_unjudged() const { return was_left_unjudged_; }
    void note_unjudged() { was_left_unjudged_ = true; }
    /// Whether this handshake's server has asked who we are: one that does not is not the
    /// province's, which serves enrolled kiosks only.
    [[nodiscard]] bool was_asked() const { return was_asked_; }
    void note_asked(bool asked) { was_asked_ = asked; }

    /// Whether this server may be spoken to on the present errand; `beside` its own certificate it
    /// sent these.
    [[nodiscard]] bool accepts(const Certificate& server,
                               std::span<const Certificate> beside) const;

private:
    TlsRules rules_;
    const PrivateKey* key_;
    const Clock* clock_;
    Errand errand_ = Errand::Anything;
    bool was_refused_ = false;
    bool was_left_unjudged_ = false;
    bool was_asked_ = false;
};

}  // namespace motlan

// A certification authority for tests that makes good certificates and, on purpose, bad ones.
// It shares no line with the code that checks them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/outbox/certificate.h"
#include "kiosk/outbox/private_key.h"

namespace motlan::testing {

/// A certificate with its key, both PEM.
struct Identity {
    std::string certificate;
    std::string key;

    [[nodiscard]] Certificate read_certificate() const;
    [[nodiscard]] PrivateKey read_key() const;
};

/// What a certificate says. The defaults make a good one.
struct Wish {
    std::string name = "test";
    std::string usage = "serverAuth";  ///< extended key usage; empty for none
    std::string key_usage = "digitalSignature";
    std::string san;            ///< e.g. "DNS:localhost,IP:127.0.0.1"
    std::string key = "P-256";  ///< "P-256", "P-384", "RSA-2048", …
    bool is_ca = false;
    bool is_version_1 = false;
    std::chrono::hours starts{-24};
    std::chrono::hours ends{24 * 700};
};

/// What a list of revocations says. The defaults make a good one.
struct RevocationWish {
    std::vector<Identity> revoked = {};
    std::chrono::hours issued{-1};
    std::chrono::hours next{24 * 7};
    bool is_version_1 = false;
    bool has_number = true;
    bool has_critical = false;        ///< an extension that nobody knows, marked critical
    bool has_critical_entry = false;  ///< the same on its first entry
    std::string digest = "SHA256";
};

/// Extended key usages of formats.md 1.
inline constexpr const char* kDevice = "1.3.6.1.4.1.55555.7.1";
inline constexpr const char* kReceipts = "1.3.6.1.4.1.55555.7.2";
inline constexpr const char* kAnswers = "1.3.6.1.4.1.55555.7.3";
inline constexpr const char* kBundles = "1.3.6.1.4.1.55555.7.4";
inline constexpr const char* kRecipient = "1.3.6.1.4.1.55555.7.5";

class Authority {
public:
    explicit Authority(const std::string& name = "Test authority");

    [[nodiscard]] Identity issue(const Wish& wish) const;
    /// A signer with that one usage.
    [[nodiscard]] Identity issue(const std::string& name, const std::string& usage) const;
    /// Another certificate for the key of one that it issued, PEM.
    [[nodiscard]] std::string certify_again(const Identity& identity,
                                            const std::string& usage) const;
    /// Its list of the certificates that it took back, in DER.
    [[nodiscard]] Bytes revocations(const RevocationWish& wish = {}) const;
    [[nodiscard]] const Identity& identity() const { return self_; }
    [[nodiscard]] Certificate certificate() const { return self_.read_certificate(); }

private:
    Identity self_;
};

/// The list of an authority of any kind, in DER.
[[nodiscard]] Bytes revocations_of(const Identity& authority, const RevocationWish& wish = {});

/// A certificate signed by its own key.
[[nodiscard]] Identity self_signed(const Wish& wish);

/// SHA-256 of the certificate's public key (SubjectPublicKeyInfo), hexadecimal.
[[nodiscard]] std::string pin_of(const Identity& identity);

/// Opens a sealed part as the province does; nothing when it was changed.
[[nodiscard]] std::optional<Bytes> open_sealed(ByteView sealed, const Identity& recipient);

}  // namespace motlan::testing

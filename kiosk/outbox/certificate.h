// A certificate as a value, and the part it may play. Roles are told apart by extended key
// usage (formats.md 1), so that no certificate can stand in for another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"

namespace motlan {

/// What a certificate is for. The numbers stand in formats.md 1.
enum class Role : std::uint8_t {
    Device,
    Receipt,
    SourceAnswer,
    Bundle,
    Recipient,
    TlsServer,
    TlsClient,
    Badge,
};

/// An X.509 certificate that was read without error. It is trusted only after check_certificate.
class Certificate {
public:
    /// Reads one PEM block. Fails with Fault::MessageMalformed.
    static Result<Certificate> from_pem(std::string_view pem);
    /// Reads DER, all of it. Fails with Fault::MessageMalformed.
    static Result<Certificate> from_der(ByteView der);

    [[nodiscard]] ByteView der() const { return der_; }
    /// The one common name of the subject; empty when there is none or more.
    [[nodiscard]] std::string common_name() const;
    bool operator==(const Certificate&) const = default;

private:
    explicit Certificate(Bytes der) : der_(std::move(der)) {}

    Bytes der_;
};

/// Whether `ca` itself signed the certificate and both are valid at that moment.
[[nodiscard]] bool is_signed_by(const Certificate& certificate, const Certificate& ca, WallTime at);

/// Whether `ca` signed the certificate itself, it is valid at that moment, has exactly this
/// role and a key on P-256 that may be used so. Fails with Fault::MessageMalformed.
[[nodiscard]] Result<void> check_certificate(const Certificate& certificate, const Certificate& ca,
                                             Role role, WallTime at);

}  // namespace motlan

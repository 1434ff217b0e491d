// A private key: it stays inside the cryptographic library, which clears it when freed.
#pragma once

#include <memory>
#include <string_view>

#include "kiosk/core/result.h"
#include "kiosk/outbox/certificate.h"

namespace motlan {

/// A key on P-256 and the certificate of its public half. Several threads may sign at once.
class PrivateKey {
public:
    /// Reads an unencrypted PEM key that belongs to the certificate. Fails with
    /// Fault::NotEnrolled when it cannot be read, is of another kind or of another certificate.
    static Result<PrivateKey> from_pem(std::string_view pem, Certificate certificate);

    PrivateKey(PrivateKey&&) noexcept;
    PrivateKey& operator=(PrivateKey&&) noexcept;
    ~PrivateKey();

    [[nodiscard]] const Certificate& certificate() const { return certificate_; }

    /// The library's key, known to sources that include openssl.h only.
    struct Native;
    [[nodiscard]] const Native& native() const { return *native_; }

private:
    PrivateKey(std::unique_ptr<Native> native, Certificate certificate);

    std::unique_ptr<Native> native_;
    Certificate certificate_;
};

}  // namespace motlan

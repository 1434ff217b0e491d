// Keys of P-256 in a file or in a TPM: for the sources of this folder only.
#pragma once

#include "kiosk/outbox/key_request.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {

/// Loads the OpenSSL provider of the package tpm2-openssl beside the usual one, once. It finds the
/// TPM at /dev/tpmrm0, or where $TPM2OPENSSL_TCTI says. False when it is not installed; whether
/// there is a TPM shows when a key is used.
[[nodiscard]] bool load_tpm();

/// A fresh key; empty when it cannot be made. For a TPM after load_tpm().
[[nodiscard]] KeyPtr make_key(KeyStore store);

/// PKCS#8, or TSS2 for a key in a TPM; empty when it cannot be written.
[[nodiscard]] std::string to_pem(EVP_PKEY* key);

/// For OpenSSL: a key that wants a pass phrase is refused instead of asking on the terminal.
int no_pass_phrase(char*, int, int, void*) noexcept;

}  // namespace motlan

// A new key of this kiosk and the request for its certificate. The key never leaves the machine,
// and one made in a TPM never leaves that: its file then holds it wrapped for this TPM alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/core/result.h"

namespace motlan {

enum class KeyStore : std::uint8_t {
    File,  ///< PEM, for a folder that only the kiosk may read
    Tpm,   ///< TPM 2.0 by the OpenSSL provider of the package tpm2-openssl
};

struct KeyRequest {
    std::string key;      ///< PEM: PKCS#8, or TSS2 for a key in a TPM
    std::string request;  ///< PKCS#10 in PEM (RFC 2986), signed with that key
};

/// Where the key is whose file holds that PEM.
[[nodiscard]] KeyStore store_of(std::string_view pem);

/// Makes a P-256 key and a request that names the kiosk. Fails with Fault::KeyStoreUnavailable when
/// there is no TPM or no provider for it.
[[nodiscard]] Result<KeyRequest> make_key_request(std::string_view kiosk, KeyStore store);

}  // namespace motlan

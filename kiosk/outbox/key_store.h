// Where a kiosk's keys may live besides a file: for the sources of this folder only.
#pragma once

namespace motlan {

/// Loads the OpenSSL provider of the package tpm2-openssl beside the usual one, once. It finds the
/// TPM at /dev/tpmrm0, or where $TPM2OPENSSL_TCTI says. False when it is not installed; whether
/// there is a TPM shows when a key is used.
[[nodiscard]] bool load_tpm();

}  // namespace motlan

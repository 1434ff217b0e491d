// A secret that this machine's TPM 2.0 tells and nobody who only has its disk: what a key in the
// TPM and a public key whose other half was forgotten agree on (ECDH on P-256).
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Makes one; the answer is kept in a file and gives nothing away. Fails with
/// Fault::KeyStoreUnavailable where there is no TPM or no provider for it.
[[nodiscard]] Result<std::string> make_tpm_secret();

/// The secret, 32 bytes, always the same for what was kept. Whoever has it wipes it. Takes the TPM
/// some 100 ms. Fails with Fault::KeyStoreUnavailable, with another TPM as well.
[[nodiscard]] Result<Bytes> tpm_secret(std::string_view kept);

}  // namespace motlan

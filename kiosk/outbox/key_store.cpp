#include "kiosk/outbox/key_store.h"

#include <openssl/provider.h>

namespace motlan {

bool load_tpm() {
    // Once any provider is loaded by name, the usual one is no longer loaded by itself.
    static const bool kIsLoaded = OSSL_PROVIDER_load(nullptr, "default") != nullptr &&
                                  OSSL_PROVIDER_load(nullptr, "tpm2") != nullptr;
    return kIsLoaded;
}

}  // namespace motlan

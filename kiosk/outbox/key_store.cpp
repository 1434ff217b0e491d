#include "kiosk/outbox/key_store.h"

#include <openssl/encoder.h>
#include <openssl/provider.h>

namespace motlan {
namespace {

using KeyMakerPtr = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using EncoderPtr = std::unique_ptr<OSSL_ENCODER_CTX, FreedBy<OSSL_ENCODER_CTX_free>>;

}  // namespace

bool load_tpm() {
    // Once any provider is loaded by name, the usual one is no longer loaded by itself.
    static const bool kIsLoaded = OSSL_PROVIDER_load(nullptr, "default") != nullptr &&
                                  OSSL_PROVIDER_load(nullptr, "tpm2") != nullptr;
    return kIsLoaded;
}

KeyPtr make_key(KeyStore store) {
    const char* const where = store == KeyStore::Tpm ? "provider=tpm2" : "provider=default";
    const KeyMakerPtr maker(EVP_PKEY_CTX_new_from_name(nullptr, "EC", where));
    EVP_PKEY* key = nullptr;
    if (!maker || EVP_PKEY_keygen_init(maker.get()) != 1 ||
        EVP_PKEY_CTX_set_group_name(maker.get(), "P-256") != 1 ||
        EVP_PKEY_generate(maker.get(), &key) != 1) {
        return nullptr;
    }
    return KeyPtr(key);
}

std::string to_pem(EVP_PKEY* key) {
    const BioPtr memory(BIO_new(BIO_s_mem()));
    const EncoderPtr encoder(OSSL_ENCODER_CTX_new_for_pkey(key, OSSL_KEYMGMT_SELECT_ALL, "PEM",
                                                           "PrivateKeyInfo", nullptr));
    if (!encoder || OSSL_ENCODER_to_bio(encoder.get(), memory.get()) != 1) return {};
    return std::string(as_text(bytes_of(*memory)));
}

int no_pass_phrase(char*, int, int, void*) noexcept { return -1; }

}  // namespace motlan

#include "kiosk/outbox/key_request.h"

#include <openssl/encoder.h>
#include <openssl/pem.h>

#include "kiosk/outbox/key_store.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

using RequestPtr = std::unique_ptr<X509_REQ, FreedBy<X509_REQ_free>>;
using KeyMakerPtr = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using EncoderPtr = std::unique_ptr<OSSL_ENCODER_CTX, FreedBy<OSSL_ENCODER_CTX_free>>;

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

std::string text_of(BIO& memory) { return std::string(as_text(bytes_of(memory))); }

std::string to_pem(EVP_PKEY* key) {
    const BioPtr memory(BIO_new(BIO_s_mem()));
    const EncoderPtr encoder(OSSL_ENCODER_CTX_new_for_pkey(key, OSSL_KEYMGMT_SELECT_ALL, "PEM",
                                                           "PrivateKeyInfo", nullptr));
    if (!encoder || OSSL_ENCODER_to_bio(encoder.get(), memory.get()) != 1) return {};
    return text_of(*memory);
}

std::string request_for(EVP_PKEY* key, std::string_view kiosk) {
    const RequestPtr request(X509_REQ_new());
    const BioPtr memory(BIO_new(BIO_s_mem()));
    X509_NAME* subject = X509_REQ_get_subject_name(request.get());
    const auto* name = reinterpret_cast<const unsigned char*>(kiosk.data());
    const bool done = X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
                      X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name,
                                                 static_cast<int>(kiosk.size()), -1, 0) == 1 &&
                      X509_REQ_set_pubkey(request.get(), key) == 1 &&
                      X509_REQ_sign(request.get(), key, EVP_sha256()) > 0 &&
                      PEM_write_bio_X509_REQ(memory.get(), request.get()) == 1;
    return done ? text_of(*memory) : std::string();
}

}  // namespace

Result<KeyRequest> make_key_request(std::string_view kiosk, KeyStore store) {
    if (store == KeyStore::Tpm && !load_tpm()) return fail(Fault::KeyStoreUnavailable);
    const KeyPtr key = make_key(store);
    if (!key) return fail(Fault::KeyStoreUnavailable);
    KeyRequest made{.key = to_pem(key.get()), .request = request_for(key.get(), kiosk)};
    ERR_clear_error();
    if (made.key.empty() || made.request.empty()) return fail(Fault::KeyStoreUnavailable);
    return made;
}

}  // namespace motlan

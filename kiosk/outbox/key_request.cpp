#include "kiosk/outbox/key_request.h"

#include <openssl/pem.h>

#include "kiosk/outbox/key_store.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

// What the provider for a TPM writes; only that TPM can use it.
constexpr std::string_view kWrappedKey = "-----BEGIN TSS2 PRIVATE KEY-----";

using RequestPtr = std::unique_ptr<X509_REQ, FreedBy<X509_REQ_free>>;

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
    return done ? std::string(as_text(bytes_of(*memory))) : std::string();
}

}  // namespace

KeyStore store_of(std::string_view pem) {
    return pem.contains(kWrappedKey) ? KeyStore::Tpm : KeyStore::File;
}

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

#include "kiosk/outbox/tpm_secret.h"

#include <openssl/pem.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "kiosk/outbox/key_store.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

constexpr std::string_view kPublicKey = "-----BEGIN PUBLIC KEY-----";
constexpr std::size_t kSize = 32;

/// The provider would complain on the terminal of every machine that has none.
bool has_tpm() {
    std::error_code problem;
    return std::getenv("TPM2OPENSSL_TCTI") != nullptr ||
           std::filesystem::exists("/dev/tpmrm0", problem);
}

std::string public_pem(EVP_PKEY* key) {
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PUBKEY(memory.get(), key) != 1) return {};
    return std::string(as_text(bytes_of(*memory)));
}

Result<Bytes> agreed(EVP_PKEY* own, EVP_PKEY* other) {
    using ContextPtr = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
    const ContextPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, own, nullptr));
    Bytes secret(kSize);
    std::size_t size = secret.size();
    const bool is_done = context && EVP_PKEY_derive_init(context.get()) == 1 &&
                         EVP_PKEY_derive_set_peer(context.get(), other) == 1 &&
                         EVP_PKEY_derive(context.get(), secret.data(), &size) == 1;
    ERR_clear_error();
    if (!is_done || size != kSize) return fail(Fault::KeyStoreUnavailable);
    return secret;
}

}  // namespace

Result<std::string> make_tpm_secret() {
    if (!has_tpm() || !load_tpm()) return fail(Fault::KeyStoreUnavailable);
    const KeyPtr own = make_key(KeyStore::Tpm);
    const KeyPtr forgotten = make_key(KeyStore::File);
    if (!own || !forgotten) return fail(Fault::KeyStoreUnavailable);
    const std::string wrapped = to_pem(own.get());
    const std::string other = public_pem(forgotten.get());
    ERR_clear_error();
    if (wrapped.empty() || other.empty()) return fail(Fault::KeyStoreUnavailable);
    return wrapped + other;
}

Result<Bytes> tpm_secret(std::string_view kept) {
    const std::size_t half = kept.find(kPublicKey);
    if (half == std::string_view::npos || !load_tpm()) return fail(Fault::KeyStoreUnavailable);
    const BioPtr first = reader_of(as_bytes(kept.substr(0, half)));
    const BioPtr second = reader_of(as_bytes(kept.substr(half)));
    const KeyPtr own(PEM_read_bio_PrivateKey(first.get(), nullptr, no_pass_phrase, nullptr));
    const KeyPtr other(PEM_read_bio_PUBKEY(second.get(), nullptr, no_pass_phrase, nullptr));
    ERR_clear_error();
    if (!own || !other) return fail(Fault::KeyStoreUnavailable);
    return agreed(own.get(), other.get());
}

}  // namespace motlan

#include "kiosk/outbox/private_key.h"

#include <openssl/pem.h>

#include <array>

#include "kiosk/outbox/key_store.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {

struct PrivateKey::Native {
    KeyPtr key;
};

namespace {

bool is_p256(const EVP_PKEY* key) {
    std::array<char, 32> group{};
    return EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1 &&
           std::string_view(group.data()) == SN_X9_62_prime256v1;
}

}  // namespace

PrivateKey::PrivateKey(std::unique_ptr<Native> native, Certificate certificate)
    : native_(std::move(native)), certificate_(std::move(certificate)) {}
PrivateKey::PrivateKey(PrivateKey&&) noexcept = default;
PrivateKey& PrivateKey::operator=(PrivateKey&&) noexcept = default;
PrivateKey::~PrivateKey() = default;

EVP_PKEY* to_native(const PrivateKey& key) { return key.native().key.get(); }

Result<PrivateKey> PrivateKey::from_pem(std::string_view pem, Certificate certificate) {
    if (store_of(pem) == KeyStore::Tpm && !load_tpm()) return fail(Fault::KeyStoreUnavailable);
    const BioPtr reader = reader_of(as_bytes(pem));
    KeyPtr key(PEM_read_bio_PrivateKey(reader.get(), nullptr, no_pass_phrase, nullptr));
    const X509Ptr owner = motlan::to_native(certificate);
    const bool fits =
        key && owner && is_p256(key.get()) && X509_check_private_key(owner.get(), key.get()) == 1;
    ERR_clear_error();
    if (!fits) return fail(Fault::NotEnrolled);
    return PrivateKey(std::make_unique<Native>(std::move(key)), std::move(certificate));
}

}  // namespace motlan

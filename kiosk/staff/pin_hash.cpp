#include "kiosk/staff/pin_hash.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <array>
#include <memory>

#include "kiosk/core/freed_by.h"

namespace motlan {
namespace {

constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kHashSize = 32;
// Security design 4.10.
constexpr std::uint64_t kCost = 1U << 15U;
constexpr std::uint32_t kBlockSize = 8;
constexpr std::uint32_t kParallel = 1;
constexpr std::uint64_t kMostMemory = std::uint64_t{48} << 20U;

using KdfPtr = std::unique_ptr<EVP_KDF, FreedBy<EVP_KDF_free>>;
using KdfContextPtr = std::unique_ptr<EVP_KDF_CTX, FreedBy<EVP_KDF_CTX_free>>;

Result<Bytes> scrypt(const Pin& pin, const Pepper& pepper, const Bytes& salt) {
    const KdfPtr kind(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const KdfContextPtr context(kind ? EVP_KDF_CTX_new(kind.get()) : nullptr);
    std::string digits(pin.reveal());
    digits += as_text(pepper);
    Bytes given = salt;
    std::uint64_t cost = kCost;
    std::uint32_t block = kBlockSize;
    std::uint32_t parallel = kParallel;
    std::uint64_t memory = kMostMemory;
    const std::array<OSSL_PARAM, 7> parameters{
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, digits.data(), digits.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, given.data(), given.size()),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &cost),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &block),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &parallel),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end()};
    Bytes hash(kHashSize);
    const bool is_done =
        context && EVP_KDF_derive(context.get(), hash.data(), hash.size(), parameters.data()) == 1;
    OPENSSL_cleanse(digits.data(), digits.size());
    ERR_clear_error();
    if (!is_done) return fail(Fault::SealingFailed);
    return hash;
}

}  // namespace

Result<PinHash> hash_of(const Pin& pin, const Pepper& pepper) {
    PinHash made{.salt = Bytes(kSaltSize), .hash = {}, .is_peppered = !pepper.empty()};
    if (RAND_bytes(made.salt.data(), static_cast<int>(kSaltSize)) != 1)
        return fail(Fault::SealingFailed);
    return scrypt(pin, pepper, made.salt).transform([&made](Bytes hash) {
        made.hash = std::move(hash);
        return std::move(made);
    });
}

Result<bool> fits(const Pin& pin, const PinHash& kept, const Pepper& pepper) {
    return scrypt(pin, kept.is_peppered ? pepper : Pepper(), kept.salt)
        .transform([&kept](const Bytes& hash) {
            return kept.hash.size() == hash.size() &&
                   CRYPTO_memcmp(kept.hash.data(), hash.data(), hash.size()) == 0;
        });
}

}  // namespace motlan

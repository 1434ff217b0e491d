#include "kiosk/saved/saved_seal.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <span>

#include "kiosk/core/freed_by.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/envelope.h"
#include "kiosk/saved/saved_time.h"

namespace motlan {
namespace {

constexpr std::string_view kMagic = "MLSW\x01";
constexpr std::string_view kNameLabel = "motlan-saved-name-1";
constexpr std::string_view kKeyLabel = "motlan-saved-key-1";
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kHeadSize = kSavedHeadSize;
static_assert(kHeadSize == kMagic.size() + kSavedTimeSize + kNonceSize);
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kHashSize = 32;
// As for PINs (security design 4.10).
constexpr std::uint64_t kCost = 1U << 15U;
constexpr std::uint32_t kBlockSize = 8;
constexpr std::uint32_t kParallel = 1;
constexpr std::uint64_t kMostMemory = std::uint64_t{48} << 20U;

using KdfPtr = std::unique_ptr<EVP_KDF, FreedBy<EVP_KDF_free>>;
using KdfContextPtr = std::unique_ptr<EVP_KDF_CTX, FreedBy<EVP_KDF_CTX_free>>;
using CipherContextPtr = std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>>;

/// 32 bytes that are gone with it.
struct Key {
    std::array<std::uint8_t, 32> bytes{};
    Key() = default;
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

OSSL_PARAM octets(const char* name, ByteView bytes) {
    // The library only reads them.
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t*>(bytes.data()),
                                             bytes.size());
}

Result<Key> derive(const char* kind, std::span<const OSSL_PARAM> parameters) {
    const KdfPtr function(EVP_KDF_fetch(nullptr, kind, nullptr));
    const KdfContextPtr context(function ? EVP_KDF_CTX_new(function.get()) : nullptr);
    Key key;
    const bool is_done = context && EVP_KDF_derive(context.get(), key.bytes.data(),
                                                   key.bytes.size(), parameters.data()) == 1;
    ERR_clear_error();
    if (!is_done) return fail(Fault::SealingFailed);
    return key;
}

/// The number made slow to try: there are few of them, and somebody may have found the slip.
Result<Key> stretched(const SavedHalves& halves) {
    std::uint64_t cost = kCost;
    std::uint32_t block = kBlockSize;
    std::uint32_t parallel = kParallel;
    std::uint64_t memory = kMostMemory;
    const std::array parameters{octets(OSSL_KDF_PARAM_PASSWORD, as_bytes(halves.holder.digits())),
                                octets(OSSL_KDF_PARAM_SALT, halves.secret),
                                OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &cost),
                                OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &block),
                                OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &parallel),
                                OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
                                OSSL_PARAM_construct_end()};
    return derive("SCRYPT", parameters);
}

Result<Key> key_of(const SavedHalves& halves) {
    auto number = stretched(halves);
    if (!number) return number;
    std::array digest{'S', 'H', 'A', '2', '5', '6', '\0'};
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        octets(OSSL_KDF_PARAM_KEY, halves.secret), octets(OSSL_KDF_PARAM_SALT, number->bytes),
        octets(OSSL_KDF_PARAM_INFO, as_bytes(kKeyLabel)), OSSL_PARAM_construct_end()};
    return derive("HKDF", parameters);
}

Bytes hash_of(ByteView bytes) {
    Bytes hash(kHashSize);
    const bool is_done =
        EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, EVP_sha256(), nullptr) == 1;
    return is_done ? hash : Bytes();
}

struct Sealed {
    ByteView head;
    ByteView nonce;
    ByteView content;
    ByteView tag;
};

/// The pieces of a file that is whole: its last bytes are the hash of all before.
Result<Sealed> pieces_of(ByteView sealed) {
    if (sealed.size() < kHeadSize + kTagSize + kHashSize) return fail(Fault::SavedDamaged);
    const ByteView body = sealed.first(sealed.size() - kHashSize);
    const Bytes hash = hash_of(body);
    const bool is_whole = std::ranges::equal(sealed.last(kHashSize), hash) &&
                          as_text(sealed.first(kMagic.size())) == kMagic;
    if (!is_whole) return fail(Fault::SavedDamaged);
    const ByteView head = body.first(kHeadSize);
    return Sealed{head, head.last(kNonceSize),
                  body.subspan(kHeadSize, body.size() - kHeadSize - kTagSize), body.last(kTagSize)};
}

/// Puts the padded content and its tag after the head, which they prove as well.
bool append_encrypted(Bytes& head, ByteView plain, const Key& key) {
    const Bytes after = padding(plain.size());
    const std::size_t size = plain.size() + after.size();
    head.resize(kHeadSize + size + kTagSize);
    const std::uint8_t* const nonce = head.data() + kHeadSize - kNonceSize;
    std::uint8_t* const content = head.data() + kHeadSize;
    const CipherContextPtr context(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX* const cipher = context.get();
    int done = 0;
    const bool is_sealed =
        cipher != nullptr &&
        EVP_EncryptInit_ex2(cipher, EVP_aes_256_gcm(), key.bytes.data(), nonce, nullptr) == 1 &&
        EVP_EncryptUpdate(cipher, nullptr, &done, head.data(), kHeadSize) == 1 &&
        EVP_EncryptUpdate(cipher, content, &done, plain.data(), static_cast<int>(plain.size())) ==
            1 &&
        EVP_EncryptUpdate(cipher, content + plain.size(), &done, after.data(),
                          static_cast<int>(after.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher, content + size, &done) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, kTagSize, content + size) == 1;
    ERR_clear_error();
    return is_sealed;
}

Result<Bytes> without_padding(Bytes padded) {
    while (!padded.empty() && padded.back() == 0) padded.pop_back();
    if (padded.empty() || padded.back() != 0x80) return fail(Fault::SavedDamaged);
    padded.pop_back();
    return padded;
}

}  // namespace

Result<Bytes> new_saved_secret() {
    Bytes secret(kSavedSecretSize);
    if (RAND_bytes(secret.data(), static_cast<int>(secret.size())) != 1)
        return fail(Fault::SealingFailed);
    return secret;
}

std::string saved_name(ByteView secret) {
    Bytes named = to_bytes(kNameLabel);
    named.insert(named.end(), secret.begin(), secret.end());
    return sha256(named);
}

Result<Bytes> seal_saved(ByteView plain, WallTime until, const SavedHalves& halves) {
    const auto key = key_of(halves);
    if (!key) return fail(key.error());
    std::array<std::uint8_t, kNonceSize> nonce{};
    if (RAND_bytes(nonce.data(), kNonceSize) != 1) return fail(Fault::SealingFailed);
    Bytes sealed = to_bytes(kMagic);
    std::ranges::copy(saved_time(until), std::back_inserter(sealed));
    std::ranges::copy(nonce, std::back_inserter(sealed));
    const bool is_encrypted = append_encrypted(sealed, plain, *key);
    const Bytes hash = is_encrypted ? hash_of(sealed) : Bytes();
    if (hash.empty()) return fail(Fault::SealingFailed);
    sealed.insert(sealed.end(), hash.begin(), hash.end());
    return sealed;
}

std::optional<WallTime> claimed_until(ByteView head) {
    if (head.size() < kHeadSize || !as_text(head).starts_with(kMagic)) return std::nullopt;
    return saved_time(head.subspan(kMagic.size()));
}

Result<WallTime> saved_until(ByteView sealed) {
    return pieces_of(sealed).transform(
        [](const Sealed& pieces) { return saved_time(pieces.head.subspan(kMagic.size())); });
}

Result<Bytes> open_saved(ByteView sealed, const SavedHalves& halves) {
    const auto pieces = pieces_of(sealed);
    if (!pieces) return fail(pieces.error());
    const auto key = key_of(halves);
    if (!key) return fail(key.error());
    Bytes plain(pieces->content.size());
    Bytes tag(pieces->tag.begin(), pieces->tag.end());
    const CipherContextPtr context(EVP_CIPHER_CTX_new());
    int done = 0;
    const bool is_opened =
        context &&
        EVP_DecryptInit_ex2(context.get(), EVP_aes_256_gcm(), key->bytes.data(),
                            pieces->nonce.data(), nullptr) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &done, pieces->head.data(), kHeadSize) == 1 &&
        EVP_DecryptUpdate(context.get(), plain.data(), &done, pieces->content.data(),
                          static_cast<int>(pieces->content.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), plain.data() + plain.size(), &done) == 1;
    ERR_clear_error();
    if (!is_opened) return fail(Fault::SavedOtherCard);
    return without_padding(std::move(plain));
}

}  // namespace motlan

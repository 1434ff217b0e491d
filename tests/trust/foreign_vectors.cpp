#include "tests/trust/foreign_vectors.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "kiosk/chip/curve.h"
#include "kiosk/outbox/raw_signature.h"
#include "tests/trust/strange_certificate.h"

namespace motlan::testing {
namespace {

using nlohmann::json;
using CipherOwner = std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>>;
using DigestOwner = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;
using ContextOwner = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using DerivationOwner = std::unique_ptr<EVP_KDF_CTX, FreedBy<EVP_KDF_CTX_free>>;

int size(const Bytes& bytes) { return static_cast<int>(bytes.size()); }

KeyOwner public_key(const Bytes& der) {
    const unsigned char* begin = der.data();
    return KeyOwner(d2i_PUBKEY(nullptr, &begin, static_cast<long>(der.size())));
}

bool verifies(const json& group, const json& test, bool is_pss) {
    const KeyOwner key = public_key(bytes(group, "publicKeyDer"));
    const DigestOwner digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX* rules = nullptr;
    if (!key || EVP_DigestVerifyInit(digest.get(), &rules, EVP_sha256(), nullptr, key.get()) != 1)
        return false;
    if (is_pss && (EVP_PKEY_CTX_set_rsa_padding(rules, RSA_PKCS1_PSS_PADDING) != 1 ||
                   EVP_PKEY_CTX_set_rsa_pss_saltlen(rules, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    const Bytes signature = bytes(test, "sig");
    const Bytes message = bytes(test, "msg");
    return EVP_DigestVerify(digest.get(), signature.data(), signature.size(), message.data(),
                            message.size()) == 1;
}

const EVP_CIPHER* gcm_of(std::size_t key_size) {
    if (key_size == 16) return EVP_aes_128_gcm();
    return key_size == 24 ? EVP_aes_192_gcm() : EVP_aes_256_gcm();
}

bool opens_gcm(const json&, const json& test) {
    const Bytes key = bytes(test, "key"), start = bytes(test, "iv"), aad = bytes(test, "aad");
    const Bytes secret = bytes(test, "ct");
    Bytes tag = bytes(test, "tag"), plain(secret.size() + 16);
    const CipherOwner cipher(EVP_CIPHER_CTX_new());
    int done = 0;
    const bool opened =
        EVP_DecryptInit_ex(cipher.get(), gcm_of(key.size()), nullptr, nullptr, nullptr) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_IVLEN, size(start), nullptr) == 1 &&
        EVP_DecryptInit_ex(cipher.get(), nullptr, nullptr, key.data(), start.data()) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &done, aad.data(), size(aad)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), plain.data(), &done, secret.data(), size(secret)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, size(tag), tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), plain.data() + done, &done) == 1;
    plain.resize(secret.size());
    return opened && plain == bytes(test, "msg");
}

const EVP_CIPHER* wrap_of(std::size_t key_size) {
    if (key_size == 16) return EVP_aes_128_wrap();
    return key_size == 24 ? EVP_aes_192_wrap() : EVP_aes_256_wrap();
}

bool unwraps(const json&, const json& test) {
    const Bytes key = bytes(test, "key"), secret = bytes(test, "ct");
    Bytes plain(secret.size() + 16);
    const CipherOwner cipher(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX_set_flags(cipher.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    int done = 0;
    if (EVP_DecryptInit_ex(cipher.get(), wrap_of(key.size()), nullptr, key.data(), nullptr) != 1 ||
        EVP_DecryptUpdate(cipher.get(), plain.data(), &done, secret.data(), size(secret)) != 1)
        return false;
    if (done <= 0) return false;
    plain.resize(static_cast<std::size_t>(done));
    return plain == bytes(test, "msg");
}

/// Through the kiosk's own arithmetic with a chip's point.
bool agrees_with_chip(const json&, const json& test) {
    const auto point = multiply(Curve::NistP256, bytes(test, "private"), bytes(test, "public"));
    if (!point) return false;
    const ByteView shared = x_of(*point);
    return Bytes(shared.begin(), shared.end()) == bytes(test, "shared");
}

bool agrees_on_x25519(const json&, const json& test) {
    const Bytes own = bytes(test, "private"), other = bytes(test, "public");
    const KeyOwner key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, own.data(), own.size()));
    const KeyOwner peer(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, other.data(), other.size()));
    const ContextOwner context(EVP_PKEY_CTX_new(key.get(), nullptr));
    Bytes shared(32);
    std::size_t length = shared.size();
    return peer && context && EVP_PKEY_derive_init(context.get()) == 1 &&
           EVP_PKEY_derive_set_peer(context.get(), peer.get()) == 1 &&
           EVP_PKEY_derive(context.get(), shared.data(), &length) == 1 &&
           shared == bytes(test, "shared");
}

bool derives(const json&, const json& test) {
    Bytes key = bytes(test, "ikm"), salt = bytes(test, "salt"), info = bytes(test, "info");
    for (Bytes* each : {&key, &salt, &info}) each->reserve(1);  // an empty one is not absent
    const std::unique_ptr<EVP_KDF, FreedBy<EVP_KDF_free>> kind(
        EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const DerivationOwner context(EVP_KDF_CTX_new(kind.get()));
    std::array digest{'S', 'H', 'A', '2', '5', '6', '\0'};
    const std::array rules{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, key.data(), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt.data(), salt.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), info.size()),
        OSSL_PARAM_construct_end()};
    Bytes made(test["size"].get<std::size_t>());
    return EVP_KDF_derive(context.get(), made.data(), made.size(), rules.data()) == 1 &&
           made == bytes(test, "okm");
}

bool has_code(const json&, const json& test) {
    const Bytes key = bytes(test, "key"), message = bytes(test, "msg");
    Bytes code(32);
    std::size_t length = 0;
    if (EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), key.size(),
                  message.data(), message.size(), code.data(), code.size(), &length) == nullptr)
        return false;
    const Bytes tag = bytes(test, "tag");
    return !tag.empty() && tag.size() <= length && std::equal(tag.begin(), tag.end(), code.begin());
}

/// Through the kiosk's own reading of r and s, with a certificate for that key. A code has room for
/// 64 bytes, so no other signature comes that far.
bool is_signed_raw(const json& group, const json& test) {
    const KeyOwner key = public_key(bytes(group, "publicKeyDer"));
    static const Identity kAbove = self_made({.name = "Vectors", .is_ca = true});
    const auto with_key = [&key](X509& it) { X509_set_pubkey(&it, key.get()); };
    const Identity signer = issue_strange(kAbove, {.name = "signer"}, {.change = with_key});
    const Bytes signature = bytes(test, "sig");
    RawSignature raw{};
    if (signature.size() != raw.size()) return false;
    std::ranges::copy(signature, raw.begin());
    return is_signed_by_key_of(signer.read_certificate(), bytes(test, "msg"), raw);
}

}  // namespace

Bytes bytes(const json& holder, const char* name) {
    const std::string digits = holder[name];
    Bytes read(digits.size() / 2);
    for (std::size_t at = 0; at < read.size(); ++at) {
        std::from_chars(&digits[2 * at], &digits[2 * at] + 2, read[at], 16);
    }
    return read;
}

std::vector<Algorithm> algorithms() {
    const auto plain = [](const json& group, const json& test) {
        return verifies(group, test, false);
    };
    const auto pss = [](const json& group, const json& test) {
        return verifies(group, test, true);
    };
    return {
        {"ecdsa_secp256r1_sha256", "signed documents, certificates", plain},
        {"ecdsa_secp256r1_sha256_p1363", "codes on slips and badges", is_signed_raw},
        {"rsa_pss_2048_sha256_mgf1_32", "the State's signature on a chip", pss},
        {"aes_gcm", "sealed parts, TLS", opens_gcm},
        {"aes_wrap", "sealed parts: the content's key", unwraps},
        {"ecdh_secp256r1_ecpoint", "PACE, through kiosk/chip/curve", agrees_with_chip},
        {"x25519", "TLS key exchange", agrees_on_x25519},
        {"hkdf_sha256", "TLS key schedule", derives},
        {"hmac_sha256", "TLS key schedule", has_code},
    };
}

}  // namespace motlan::testing

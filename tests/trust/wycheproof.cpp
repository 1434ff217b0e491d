// wycheproof: the library's verdicts on test vectors that other people wrote, for the algorithms
// that this project uses, called as it calls them; agreement with a chip goes through kiosk/chip.
// Exit status 0 only when every verdict is right; 77 when the vectors are not there.
#include <nlohmann/json.hpp>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>
#include <charconv>
#include <fstream>
#include <functional>
#include <print>

#include "kiosk/chip/curve.h"
#include "kiosk/core/freed_by.h"
#include "tests/support/checkout.h"

namespace motlan::testing {
namespace {

using nlohmann::json;
using KeyOwner = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using CipherOwner = std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>>;
using DigestOwner = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;
using ContextOwner = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using DerivationOwner = std::unique_ptr<EVP_KDF_CTX, FreedBy<EVP_KDF_CTX_free>>;

constexpr int kSkipped = 77;

Bytes bytes(const json& holder, const char* name) {
    const std::string digits = holder[name];
    Bytes read(digits.size() / 2);
    for (std::size_t at = 0; at < read.size(); ++at) {
        std::from_chars(&digits[2 * at], &digits[2 * at] + 2, read[at], 16);
    }
    return read;
}

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

struct Algorithm {
    std::string file;
    std::string use;
    std::function<bool(const json& group, const json& test)> accepts;
};

std::vector<Algorithm> algorithms() {
    const auto plain = [](const json& group, const json& test) {
        return verifies(group, test, false);
    };
    const auto pss = [](const json& group, const json& test) {
        return verifies(group, test, true);
    };
    return {
        {"ecdsa_secp256r1_sha256", "signed documents, certificates", plain},
        {"rsa_pss_2048_sha256_mgf1_32", "the State's signature on a chip", pss},
        {"aes_gcm", "sealed parts, TLS", opens_gcm},
        {"aes_wrap", "sealed parts: the content's key", unwraps},
        {"ecdh_secp256r1_ecpoint", "PACE, through kiosk/chip/curve", agrees_with_chip},
        {"x25519", "TLS key exchange", agrees_on_x25519},
        {"hkdf_sha256", "TLS key schedule", derives},
        {"hmac_sha256", "TLS key schedule", has_code},
    };
}

/// GCM is used with start values of 96 bits and tags of 128 only, as CMS and TLS prescribe.
bool is_used(const json& group) {
    return !group.contains("ivSize") || (group["ivSize"] == 96 && group["tagSize"] == 128);
}

/// An "acceptable" vector may be judged either way.
bool judge(const Algorithm& algorithm, const std::filesystem::path& folder) {
    std::ifstream stream(folder / (algorithm.file + "_test.json"));
    const json vectors = json::parse(stream);
    int right = 0;
    int all = 0;
    for (const json& group : vectors["testGroups"]) {
        if (!is_used(group)) continue;
        for (const json& test : group["tests"]) {
            const bool accepted = algorithm.accepts(group, test);
            const bool is_right =
                test["result"] == "acceptable" || accepted == (test["result"] == "valid");
            ++all;
            right += is_right ? 1 : 0;
            if (!is_right) {
                std::println("WRONG: {} {} is {}: {}", algorithm.file, test["tcId"].get<int>(),
                             test["result"].get<std::string>(), test["comment"].get<std::string>());
            }
        }
    }
    std::println("{:>4} of {:>4} verdicts   {:<28} {}", right, all, algorithm.file, algorithm.use);
    return all > 0 && right == all;
}

int run(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / "aes_gcm_test.json")) {
        std::println("skipped: the vectors are not in {}", folder.string());
        return kSkipped;
    }
    bool is_right = true;
    for (const Algorithm& algorithm : algorithms()) is_right = judge(algorithm, folder) && is_right;
    return is_right ? 0 : 1;
}

}  // namespace
}  // namespace motlan::testing

int main(int count, char** arguments) {
    const std::filesystem::path usual = motlan::checkout() / "../shared/data/wycheproof";
    return motlan::testing::run(count > 1 ? std::filesystem::path(arguments[1]) : usual);
}

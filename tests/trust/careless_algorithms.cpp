// Algorithms that leave out what their vectors are about. The product knows none of them.
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

#include "kiosk/core/freed_by.h"
#include "tests/trust/foreign_vectors.h"

namespace motlan::testing {
namespace {

using nlohmann::json;
using NumberOwner = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;

/// Of P-256 (FIPS 186-5).
constexpr const char* kOrder = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

/// The right algorithm for those vectors, given another vector.
bool rightly(const std::string& file, const json& group, const json& test) {
    static const std::vector<Algorithm> kRight = algorithms();
    return std::ranges::find(kRight, file, &Algorithm::file)->accepts(group, test);
}

/// The same vector with other bytes under that name.
json with(const json& test, const char* name, const Bytes& changed) {
    json other = test;
    other[name] = to_hex(changed);
    return other;
}

/// What stands behind the signature's own length does not count.
bool overlooks_tail(const json& group, const json& test) {
    Bytes signature = bytes(test, "sig");
    if (signature.size() > 2 && signature[1] < 0x80)
        signature.resize(std::min(signature.size(), std::size_t{signature[1]} + 2));
    return rightly("ecdsa_secp256r1_sha256", group, with(test, "sig", signature));
}

/// r and s count modulo the curve's order, so that each has many spellings.
bool reduces_halves(const json& group, const json& test) {
    const Bytes order = bytes({{"n", kOrder}}, "n"), signature = bytes(test, "sig");
    const NumberOwner modulus(BN_bin2bn(order.data(), 32, nullptr)), rest(BN_new());
    const std::unique_ptr<BN_CTX, FreedBy<BN_CTX_free>> context(BN_CTX_new());
    const std::size_t half = signature.size() / 2;
    Bytes reduced(64);
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}}) {
        const NumberOwner number(
            BN_bin2bn(signature.data() + at * half, static_cast<int>(half), nullptr));
        BN_mod(rest.get(), number.get(), modulus.get(), context.get());
        BN_bn2binpad(rest.get(), reduced.data() + 32 * at, 32);
    }
    return rightly("ecdsa_secp256r1_sha256_p1363", group, with(test, "sig", reduced));
}

bool takes_any_salt(const json& group, const json& test) {
    const Bytes der = bytes(group, "publicKeyDer");
    const Bytes signature = bytes(test, "sig"), message = bytes(test, "msg");
    const unsigned char* begin = der.data();
    const std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>> key(
        d2i_PUBKEY(nullptr, &begin, static_cast<long>(der.size())));
    const std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>> digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX* rules = nullptr;
    return EVP_DigestVerifyInit(digest.get(), &rules, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_PKEY_CTX_set_rsa_padding(rules, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(rules, RSA_PSS_SALTLEN_AUTO) == 1 &&
           EVP_DigestVerify(digest.get(), signature.data(), signature.size(), message.data(),
                            message.size()) == 1;
}

/// The content is taken, whatever its tag says.
bool skips_tag(const json&, const json& test) {
    return bytes(test, "ct").size() == bytes(test, "msg").size();
}

/// Sizes are looked at, the key's own check value is not.
bool skips_check_value(const json&, const json& test) {
    return bytes(test, "ct").size() == bytes(test, "msg").size() + 8;
}

/// Two coordinates are a point, on the curve or not.
bool skips_curve(const json& group, const json& test) {
    return bytes(test, "public").size() == 65 || rightly("ecdh_secp256r1_ecpoint", group, test);
}

/// The other side's number is read from its other end.
bool turns_key_round(const json& group, const json& test) {
    Bytes other = bytes(test, "public");
    std::ranges::reverse(other);
    return rightly("x25519", group, with(test, "public", other));
}

/// More than can be derived ends where it ends.
bool stops_at_most(const json& group, const json& test) {
    constexpr std::size_t kMost = std::size_t{255} * 32;
    if (test["size"].get<std::size_t>() > kMost) return true;
    return rightly("hkdf_sha256", group, test);
}

/// The first four bytes of a code are enough.
bool compares_beginning(const json& group, const json& test) {
    Bytes tag = bytes(test, "tag");
    tag.resize(std::min(tag.size(), std::size_t{4}));
    return rightly("hmac_sha256", group, with(test, "tag", tag));
}

}  // namespace

std::vector<Algorithm> careless_algorithms() {
    return {
        {"ecdsa_secp256r1_sha256", "overlooks what follows a signature", overlooks_tail},
        {"ecdsa_secp256r1_sha256_p1363", "reduces r and s modulo the order", reduces_halves},
        {"rsa_pss_2048_sha256_mgf1_32", "takes a salt of any length", takes_any_salt},
        {"aes_gcm", "does not look at the tag", skips_tag},
        {"aes_wrap", "does not look at the check value", skips_check_value},
        {"ecdh_secp256r1_ecpoint", "does not ask whether a point is on the curve", skips_curve},
        {"x25519", "reads a key from its other end", turns_key_round},
        {"hkdf_sha256", "derives less than was asked for", stops_at_most},
        {"hmac_sha256", "compares four bytes of a code", compares_beginning},
    };
}

}  // namespace motlan::testing

#include "tests/province/signed_code.h"

#include <openssl/ecdsa.h>

#include <algorithm>
#include <iterator>

#include "tests/province/openssl.h"

namespace motlan::province {
namespace {

using DigestOwner = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using SignatureOwner = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

// The first eight bytes of the certificate's SHA-256.
Bytes name_of(X509* certificate) {
    Bytes hash(32);
    X509_digest(certificate, EVP_sha256(), hash.data(), nullptr);
    hash.resize(8);
    return hash;
}

// ECDSA P-256 as r and s, 32 bytes each; empty when it cannot be made.
Bytes signature_of(ByteView words, EVP_PKEY* key) {
    const DigestOwner digest(EVP_MD_CTX_new());
    Bytes der(128);
    std::size_t size = der.size();
    if (EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(digest.get(), der.data(), &size, words.data(), words.size()) != 1) {
        return {};
    }
    const unsigned char* at = der.data();
    const SignatureOwner parts(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)));
    Bytes raw(64);
    const bool fits = parts && BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), raw.data(), 32) == 32 &&
                      BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), raw.data() + 32, 32) == 32;
    return fits ? raw : Bytes();
}

}  // namespace

void append_time(Bytes& bytes, WallTime time) {
    const auto number = static_cast<std::uint64_t>(time.time_since_epoch().count());
    for (unsigned shift = 48; shift > 0; shift -= 8) {
        bytes.push_back(static_cast<std::uint8_t>(number >> (shift - 8)));
    }
}

std::string to_base45(ByteView bytes) {
    constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const bool is_pair = i + 1 < bytes.size();
        unsigned number = is_pair ? bytes[i] * 256U + bytes[i + 1] : bytes[i];
        for (int letter = 0; letter < (is_pair ? 3 : 2); ++letter, number /= 45) {
            text.push_back(kLetters[number % 45]);
        }
    }
    return text;
}

Result<std::string> sign_code(std::string_view beginning, ByteView said, const Identity& signer) {
    const CertificateOwner certificate = read_certificate(signer.certificate);
    const KeyOwner key = read_key(signer.key);
    if (!certificate || !key) return fail(Fault::SealingFailed);
    Bytes content = name_of(certificate.get());
    std::ranges::copy(said, std::back_inserter(content));
    Bytes words = to_bytes(beginning);
    std::ranges::copy(content, std::back_inserter(words));
    const Bytes signature = signature_of(words, key.get());
    if (signature.empty()) return fail(Fault::SealingFailed);
    std::ranges::copy(signature, std::back_inserter(content));
    return std::string(beginning) + to_base45(content);
}

}  // namespace motlan::province

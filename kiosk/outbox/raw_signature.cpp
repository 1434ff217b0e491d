#include "kiosk/outbox/raw_signature.h"

#include <openssl/ecdsa.h>

#include <algorithm>
#include <memory>

#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

using NumberPtr = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using SignaturePtr = std::unique_ptr<ECDSA_SIG, FreedBy<ECDSA_SIG_free>>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;

/// r and s as DER, which is how the library reads a signature.
Bytes as_der(const RawSignature& raw) {
    constexpr int kHalf = std::tuple_size_v<RawSignature> / 2;
    NumberPtr r(BN_bin2bn(raw.data(), kHalf, nullptr));
    NumberPtr s(BN_bin2bn(raw.data() + kHalf, kHalf, nullptr));
    const SignaturePtr signature(ECDSA_SIG_new());
    if (!r || !s || !signature || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1) return {};
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    return to_der(signature.get(), i2d_ECDSA_SIG);
}

}  // namespace

bool is_signed_by_key_of(const Certificate& signer, ByteView words, const RawSignature& raw) {
    const X509Ptr native = to_native(signer);
    const DigestPtr digest(EVP_MD_CTX_new());
    const Bytes signature = as_der(raw);
    const bool holds = native && digest &&
                       EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr,
                                            X509_get0_pubkey(native.get())) == 1 &&
                       EVP_DigestVerify(digest.get(), signature.data(), signature.size(),
                                        words.data(), words.size()) == 1;
    ERR_clear_error();
    return holds;
}

const Certificate* find_signer(std::span<const Certificate> signers, const SignerName& name) {
    const auto found = std::ranges::find_if(signers, [&](const Certificate& each) {
        return sha256(each.der()).starts_with(to_hex(name));
    });
    return found == signers.end() ? nullptr : &*found;
}

}  // namespace motlan

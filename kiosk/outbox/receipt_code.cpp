#include "kiosk/outbox/receipt_code.h"

#include <openssl/ecdsa.h>

#include <algorithm>
#include <memory>

#include "kiosk/outbox/base45.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

using NumberPtr = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using SignaturePtr = std::unique_ptr<ECDSA_SIG, FreedBy<ECDSA_SIG_free>>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;

constexpr std::string_view kBeginning = "ML1:";
constexpr std::size_t kSignerSize = 8;
constexpr std::size_t kTimeSize = 6;
constexpr std::size_t kSignatureSize = 64;
constexpr std::size_t kFixedSize = kSignerSize + 2 * kTimeSize + kSignatureSize;
constexpr std::size_t kLongestCode = 32;

/// Milliseconds since 1970, the most significant byte first.
WallTime time_of(ByteView bytes) {
    std::int64_t number = 0;
    for (const std::uint8_t byte : bytes) number = number * 256 + byte;
    return WallTime(std::chrono::milliseconds(number));
}

/// As in config/province.yaml: "H41-261123-0001".
bool is_dossier_code(std::string_view code) {
    return !code.empty() && code.size() <= kLongestCode &&
           std::ranges::all_of(code, [](char letter) {
               return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
                      letter == '-' || letter == '.';
           });
}

/// r and s as DER, which is how the library reads a signature.
Bytes as_der(std::span<const std::uint8_t, kSignatureSize> raw) {
    constexpr int kHalf = kSignatureSize / 2;
    NumberPtr r(BN_bin2bn(raw.data(), kHalf, nullptr));
    NumberPtr s(BN_bin2bn(raw.data() + kHalf, kHalf, nullptr));
    const SignaturePtr signature(ECDSA_SIG_new());
    if (!r || !s || !signature || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1) return {};
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    return to_der(signature.get(), i2d_ECDSA_SIG);
}

bool is_signed_by_key_of(const Certificate& signer, const UnprovenReceiptCode& code) {
    const X509Ptr native = to_native(signer);
    const DigestPtr digest(EVP_MD_CTX_new());
    const Bytes signature = as_der(code.signature);
    return native && digest &&
           EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr,
                                X509_get0_pubkey(native.get())) == 1 &&
           EVP_DigestVerify(digest.get(), signature.data(), signature.size(), code.words.data(),
                            code.words.size()) == 1;
}

bool is_named(const Certificate& signer, const UnprovenReceiptCode& code) {
    return sha256(signer.der()).starts_with(to_hex(code.signer));
}

}  // namespace

bool is_receipt_code(std::string_view text) { return text.starts_with(kBeginning); }

Result<UnprovenReceiptCode> parse_receipt_code(std::string_view text) {
    if (!is_receipt_code(text) || text.size() > kReceiptCodeLimit) {
        return fail(Fault::ReceiptForged);
    }
    const auto bytes = from_base45(text.substr(kBeginning.size()));
    if (!bytes || bytes->size() <= kFixedSize) return fail(Fault::ReceiptForged);
    const ByteView words = ByteView(*bytes).first(bytes->size() - kSignatureSize);
    UnprovenReceiptCode code{
        .receipt = {.code = std::string(as_text(words.subspan(kSignerSize + 2 * kTimeSize))),
                    .received = time_of(words.subspan(kSignerSize, kTimeSize)),
                    .due = time_of(words.subspan(kSignerSize + kTimeSize, kTimeSize))},
        .words = to_bytes(kBeginning)};
    std::ranges::copy(words.first(kSignerSize), code.signer.begin());
    std::ranges::copy(words, std::back_inserter(code.words));
    std::ranges::copy(ByteView(*bytes).last(kSignatureSize), code.signature.begin());
    if (!is_dossier_code(code.receipt.code)) return fail(Fault::ReceiptForged);
    return code;
}

Result<ReceiptCode> verify_receipt_code(std::string_view text, const Trust& trust) {
    auto code = parse_receipt_code(text);
    if (!code) return fail(code.error());
    if (!trust.signers) return fail(Fault::ReceiptForged);
    const auto signer = std::ranges::find_if(
        *trust.signers, [&](const Certificate& each) { return is_named(each, *code); });
    const bool holds =
        signer != trust.signers->end() &&
        check_certificate(*signer, trust.ca, trust.role, code->receipt.received).has_value() &&
        is_signed_by_key_of(*signer, *code);
    ERR_clear_error();
    if (!holds) return fail(Fault::ReceiptForged);
    return std::move(code->receipt);
}

}  // namespace motlan

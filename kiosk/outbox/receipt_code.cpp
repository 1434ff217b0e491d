#include "kiosk/outbox/receipt_code.h"

#include <algorithm>

#include "kiosk/outbox/base45.h"

namespace motlan {
namespace {

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
    const Certificate* signer = find_signer(*trust.signers, code->signer);
    const bool holds =
        signer != nullptr &&
        check_certificate(*signer, trust.ca, trust.role, code->receipt.received).has_value() &&
        is_signed_by_key_of(*signer, code->words, code->signature);
    if (!holds) return fail(Fault::ReceiptForged);
    return std::move(code->receipt);
}

}  // namespace motlan

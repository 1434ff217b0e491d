// A question how the fee of a dossier stands, and the province's signed answer (formats.md 4.2).
// The visit's process writes the one and verifies the other. No question cancels a payment.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/payment.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

/// ux 7, T14: a technician tries whether money comes and goes back. The id is then nobody's
/// dossier.
enum class PaymentTest : std::uint8_t {
    None,
    Pay,     ///< makes a code for a test that no dossier is matched to, later tells how it stands
    Refund,  ///< the same, and wishes what came back
};
/// What a test costs.
inline constexpr std::int64_t kTestDong = 1'000;
/// What the code of a test begins with, for whoever reads the bank's statement.
inline constexpr std::string_view kTestMark = "THU";

struct PaymentQuery {
    std::string id;  ///< 32 random hexadecimal digits: random_id()
    DossierId dossier;
    bool wants_new_code = false;  ///< in the place of one that is over
    PaymentTest test = PaymentTest::None;
};

/// The query's document.
[[nodiscard]] Tree to_tree(const PaymentQuery& query);

/// Reads the content of an answer to that very query. A code that may be paid says the sum, the
/// dossier and dong as the answer does. A test is answered as one, and nothing else is. Fails with
/// Fault::PaymentForged.
[[nodiscard]] Result<Payment> parse_payment(std::string_view content, const PaymentQuery& query);

/// Opens an answer: signature, role and signer as `trust` says; answered within an hour of `at`.
/// Fails with Fault::PaymentForged.
[[nodiscard]] Result<Payment> open_payment(ByteView cms, const PaymentQuery& query,
                                           const Trust& trust, WallTime at);

}  // namespace motlan

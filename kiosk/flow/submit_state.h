// The screens after the declaration: sent, received, kept or not, and the fee. The visit's data is
// gone from here on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/core/clock.h"
#include "kiosk/core/fault.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/domain/payment.h"
#include "kiosk/domain/receipt.h"
#include "kiosk/flow/follow_state.h"
#include "kiosk/flow/progress.h"

namespace motlan {

enum class SendStage : std::uint8_t { Sealing, Sending, WaitingForReceipt };

/// C18: sealed, sent, waiting for the province. The visit's data is gone from here on.
struct Submitting {
    SendStage stage = SendStage::Sealing;
    std::string dossier;  ///< its id once it is safely in the outbox
    SteadyTime since{};
    BurdenReceipt burden;
    bool may_leave = false;      ///< after ten seconds waiting becomes a choice
    std::optional<Fault> delay;  ///< why it is not there yet
    std::string filed = {};      ///< national code, for a rating afterwards
    bool has_fee = false;        ///< something is to be paid, or the province must say
};

/// C19: the province has it, verified.
struct Submitted {
    Receipt receipt;
    BurdenReceipt burden;
    SlipStage slip = SlipStage::Printing;
    std::optional<Fault> slip_fault;
    std::string dossier = {};  ///< its id
    std::string filed = {};    ///< national code
    bool has_fee = false;      ///< may be paid here now
    bool is_paid = false;      ///< and was, by the province's word
    SteadyTime since = {};     ///< when a slip that is coming was told of
};

/// C18b: safe on this kiosk, not yet at the province.
struct KeptForLater {
    std::string dossier;
    BurdenReceipt burden;
    SlipStage slip = SlipStage::Printing;
    std::optional<Fault> slip_fault;
    std::string filed = {};  ///< national code
    bool has_fee = false;
    bool is_receipt_wrong = false;  ///< not the network is waited for: an answer came, a wrong one
};

/// Not stored, or refused by the province: nothing was promised, the citizen goes to the counter.
struct NotFiled {
    Fault fault;
};

enum class FeeStage : std::uint8_t {
    Asking,   ///< the province is being asked
    Waiting,  ///< the code is shown
    Paid,
    Short,    ///< another sum came
    Expired,  ///< the code is over; a new one may be asked for
    Nothing,  ///< there is nothing to pay
    Unknown,  ///< the province cannot be asked: money may be there or not, and that is said
};

/// C16 and C17: the fee. Leaving stops the looking, never the payment.
struct PayFee {
    std::string dossier;  ///< its id
    std::variant<Submitted, FollowDossier> back;
    FeeStage stage = FeeStage::Asking;
    std::optional<Payment> payment;  ///< the province's last word
    std::optional<Fault> fault;      ///< why there is no newer one
    int seconds_left = 0;            ///< until the code is over
};

}  // namespace motlan

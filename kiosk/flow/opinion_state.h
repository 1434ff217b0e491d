// The screens on which a citizen rates the service, and what stands after an opinion was given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/core/fault.h"
#include "kiosk/domain/opinion.h"
#include "kiosk/flow/progress.h"

namespace motlan {

/// C20: how was it? Nobody is asked who they are.
struct RateService {
    Rating rating;
    bool is_receipt_awaited = false;  ///< of a dossier that was filed in the same visit
};

/// C26: the opinion is sealed on this kiosk, or already at the province.
struct OpinionKept {
    bool is_report = false;
    std::string id;               ///< empty until it is safely in the outbox
    std::string code;             ///< the province's, once its receipt was verified
    std::optional<WallTime> due;  ///< when the province promises a reply
    std::optional<Fault> fault;   ///< it was not stored, or refused by the province
    bool is_waiting_for_network = false;
    std::optional<SlipStage> slip = {};  ///< once one was wished
    std::optional<Fault> slip_fault = {};
    std::string rated = {};   ///< national code of the procedure; empty: of none
    bool may_report = false;  ///< it is asked whether more papers were demanded
};

/// What the citizen asks with: the province's code, until then the beginning of the id here, which
/// is enough to find it again. Empty until there is one.
[[nodiscard]] inline std::string code_to_keep(const OpinionKept& screen) {
    return screen.code.empty() ? screen.id.substr(0, 8) : screen.code;
}

}  // namespace motlan

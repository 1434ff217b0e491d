// T09: how soon the province answers, and how far this kiosk's clock is from the province's: a few
// questions that change nothing there, whose signed answers say when they were made.
#pragma once

#include <functional>
#include <optional>

#include "kiosk/backend/call_query.h"
#include "kiosk/care/places.h"
#include "kiosk/core/clock.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

struct ProvinceRounds {
    double latency_ms = 0;     ///< the median: from a question to its answer, through kiosk-link
    double clock_seconds = 0;  ///< between both clocks, whichever is ahead
};

struct RoundTrial {
    std::function<Result<Bytes>()> ask;
    /// When the province has made an answer.
    std::function<Result<WallTime>(ByteView)> open;
    const Clock& clock;
};

/// Asks once for nothing, since that opens the line, and then five times. The clocks are compared
/// by the fastest answer, which leaves the least room. Begins no round after 20 seconds. Fails with
/// the faults of `ask` and `open`, and with Fault::BackendUnreachable when that was too slow.
[[nodiscard]] Result<ProvinceRounds> time_rounds(const RoundTrial& trial);

/// When the province has made an answer to that very query. `at` must lie in the time of the
/// signer's certificate. Fails with Fault::BackendAnswerMalformed.
[[nodiscard]] Result<WallTime> answered_at(ByteView cms, const CallQuery& query, const Trust& trust,
                                           WallTime at);

/// Does it with the calls for help (formats.md 4.4). Nothing where no bundle tells who signs for
/// the province yet, and where the province does not take such questions. Fails with
/// Fault::LinkUnavailable and the faults of LinkClient::call.
[[nodiscard]] Result<std::optional<ProvinceRounds>> time_province(const Places& places,
                                                                  const Clock& clock);

}  // namespace motlan

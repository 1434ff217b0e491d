// S07: a paper is taken though a source should hold what it shows. Only a supervisor may do so,
// only while that source does not answer, and only by a law that names the case.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/staff.h"

namespace motlan {

/// Why the office cannot look it up later, as it usually does.
enum class ExceptionReason : std::uint8_t {
    Deadline,       ///< the term of the dossier does not wait
    NoOtherAccess,  ///< the office has no other way to the source
    LongOutage,     ///< the source has said that it stays down
};
[[nodiscard]] std::string_view name(ExceptionReason reason);

struct PaperException {
    ExceptionReason reason = ExceptionReason::Deadline;
    std::string basis;  ///< the law that lets the office take the paper
    StaffNumber staff;
    WallTime at{};
    SourceWord outage;  ///< the proof: asked anew for this, and no usable answer came
};

/// By item.
using PaperExceptions = std::map<ItemId, PaperException>;

/// Whether this verdict proves that the source cannot be used now.
[[nodiscard]] bool is_outage(SourceVerdict verdict);

/// Whether the item is a paper that waits for a source, and a law lets the office take it instead.
[[nodiscard]] bool may_be_excepted(const Item& item, const Acquisition& acquisition);

}  // namespace motlan

// What a procedure costs: a sum, a sum for each of something, and who pays less.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/core/fields.h"
#include "kiosk/domain/item.h"

namespace motlan {

/// Who pays less, and how much then.
struct Exemption {
    Words label;
    std::int64_t dong = 0;
    Condition when;
    LegalBasis basis;
};

/// A fee in đồng: a fixed sum, a sum per answer of a number item, or not known to us.
struct Fee {
    std::optional<std::int64_t> dong;  ///< empty: set by the province, ask at the counter
    std::optional<ItemId> per;    ///< number or paper that multiplies it: a paper's pages count
    std::optional<Words> unit;    ///< of what a paper counts, e.g. "page"
    std::optional<ItemId> times;  ///< number item that multiplies all of it, e.g. copies
    LegalBasis basis;
    std::optional<std::int64_t> first;      ///< only so many cost `dong` each …
    std::optional<std::int64_t> then_dong;  ///< … and each further one this
    std::optional<std::int64_t> most;       ///< never more than this, before `times`
    std::vector<Exemption> exemptions;
};

/// The first exemption whose condition is known to hold; nullptr for none.
[[nodiscard]] const Exemption* exemption_of(const Fee& fee, const Facts& facts);

/// What is to be paid as far as the facts tell: empty when the province sets it, or when the number
/// that it counts is not known yet. An exemption counts once its condition is known to hold. The
/// fact of a scanned paper is its number of pages.
[[nodiscard]] std::optional<std::int64_t> sum_of(const Fee& fee, const Facts& facts);

/// Reads the table `fee`; a missing one is a problem. `items` are those of the procedure.
[[nodiscard]] Fee read_fee(Fields& above, std::span<const Item> items);

}  // namespace motlan

// A procedure as the catalogue describes it: what it needs, why, and by which law.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/strong.h"
#include "kiosk/domain/item.h"
#include "kiosk/domain/source.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// National code, e.g. "2.000635".
using ProcedureCode = Strong<struct ProcedureCodeTag, std::string>;

/// A fee in đồng: a fixed sum, a sum per answer of a number item, or not known to us.
struct Fee {
    std::optional<std::int64_t> dong;  ///< empty: set by the province, ask at the counter
    std::optional<ItemId> per;         ///< number item that multiplies it
    LegalBasis basis;
};

struct Procedure {
    ProcedureCode code;
    int version = 1;
    Words name;
    Words short_name;  ///< at most six words, for the list
    Words result;
    Words time_limit;
    int minutes = 5;  ///< how long the visit takes, estimated
    Fee fee;
    std::vector<LegalBasis> basis;
    std::vector<Item> items;

    [[nodiscard]] const Item* find(const ItemId& id) const;
};

/// Reads one config/procedures/*.toml. A question or paper for a concept that a source has
/// published without a lawful fallback is a problem: such a procedure does not load.
[[nodiscard]] Checked<Procedure> parse_procedure(const Tree& document, const std::string& file,
                                                 const SourceRegister& sources,
                                                 const CivilDate& day);

}  // namespace motlan

// A procedure as the catalogue describes it: what it needs, why, and by which law.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/strong.h"
#include "kiosk/domain/alternative.h"
#include "kiosk/domain/behalf_rule.h"
#include "kiosk/domain/fee.h"
#include "kiosk/domain/item.h"
#include "kiosk/domain/source.h"
#include "kiosk/domain/term.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// National code, e.g. "2.000635".
using ProcedureCode = Strong<struct ProcedureCodeTag, std::string>;

/// Who decides. Shown to staff; the citizen sees the place where the dossier goes.
enum class Authority : std::uint8_t {
    Commune,
    CommunePolice,
    Province,
    ProvincePolice,
    LandOffice,
    SocialInsurance,
};
[[nodiscard]] std::string_view name(Authority authority);

/// The rank of a procedure that names none.
inline constexpr int kLastRank = 10'000;

/// Nobody may file it for now.
struct Suspension {
    Words reason;
    Words instead;  ///< where to go, or when to come again
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
    std::vector<Alternative> alternatives;
    std::vector<Authority> authorities;
    std::optional<Term> term;
    std::optional<CivilDate> from;          ///< in force from this day on; empty: since ever
    std::optional<CivilDate> until;         ///< the last day in force; empty: until replaced
    std::vector<std::string> keywords;      ///< further words that people say, for the search
    int rank = kLastRank;                   ///< place in the list, the most wanted first
    std::optional<BehalfRule> behalf{};     ///< may be filed for somebody else
    std::optional<Suspension> suspended{};  ///< told, but not begun

    [[nodiscard]] const Item* find(const ItemId& id) const;
    [[nodiscard]] bool is_in_force(const CivilDate& day) const;
};

/// Reads one config/procedures/*.toml. A question or paper for a concept that a source has
/// published without a lawful fallback is a problem: such a procedure does not load. What counts
/// as published is what is on `day`, or on the procedure's first day when that comes later.
[[nodiscard]] Checked<Procedure> parse_procedure(const Tree& document, const std::string& file,
                                                 const SourceRegister& sources,
                                                 const CivilDate& day);

/// Two versions of one procedure that are in force on the same day: the first such pair.
[[nodiscard]] std::optional<std::pair<const Procedure*, const Procedure*>> find_overlap(
    std::span<const Procedure> procedures);

}  // namespace motlan
